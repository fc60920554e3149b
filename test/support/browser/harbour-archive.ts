import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../temporary-folder.ts';
import { buildSite, startHost, subfolder } from './site.ts';

/** An article of the archive: its words say what it is found by. */
export interface HarbourArticle {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly source: string;
  readonly people: readonly string[];
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly headings: readonly string[];
  readonly text: string;
}

const sources = ['صحيفة الساحل', 'جريدة الميناء', 'مجلة الشراع'];

function harbourArticle(n: number): HarbourArticle {
  // Four articles a year from 1990; none in 1995, and one of 1993 has no month.
  const year = 1990 + Math.floor(n / 4) + (n >= 20 ? 1 : 0);
  const month = String(1 + ((n * 5) % 12)).padStart(2, '0');
  const subject = n % 2 === 0 ? 'المرفأ' : 'السوق';
  return {
    id: `h${String(n).padStart(2, '0')}`,
    title: `${subject} في يومه ${n}`,
    date: n === 12 ? '1993' : `${year}-${month}-1${n % 10}`,
    source: sources[n % 3] ?? '',
    people: [n % 4 === 0 ? 'يوسف البحري' : 'ليلى الحداد'],
    topics: [n % 2 === 0 ? 'الملاحة' : 'الأسواق'],
    places: n % 5 === 0 ? ['طرابلس'] : [],
    headings: ['ما قيل'],
    text: `جاء من ${subject} خبر عن السفن.\n\nما قيل\n\nقال ربانها، وفي كلامه "فاصلة، ونقطة": إن ${n % 3 === 0 ? 'الريح' : 'الموج'} هادئ.`,
  };
}

/** The articles of the archive, oldest first. */
export const harbourArticles: readonly HarbourArticle[] = Array.from({ length: 40 }, (_, n) =>
  harbourArticle(n),
);

/** A built archive with sources, people, subjects and places, on a disk and on a host. */
export interface HarbourArchive {
  readonly dist: string;
  file(page: string): string;
  hosted(page: string): string;
  close(): Promise<void>;
}

/** Builds the archive in a temporary folder and serves it. */
export async function openHarbourArchive(): Promise<HarbourArchive> {
  const root = temporaryFolder();
  const dist = join(root, 'dist');
  mkdirSync(join(root, 'seeds'));
  const settings =
    'name: أرشيف المرفأ\ndownloads: []\nrecovery: {headings: off, paragraphs: off}\n';
  writeFileSync(join(root, 'warraq.yaml'), settings);
  const records = harbourArticles.map((article) => `${JSON.stringify(article)}\n`);
  writeFileSync(join(root, 'seeds/harbour.jsonl'), records.join(''));
  const { code, said } = await buildSite(root, dist);
  if (code !== 0) throw new Error(said);
  const host = await startHost(dist);
  return {
    dist,
    file: (page) => pathToFileURL(join(dist, '')).href.replace(/\/?$/, `/${page}`),
    hosted: (page) => `${host.origin}${subfolder}${page}`,
    close: host.close,
  };
}
