import { beforeEach, describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import { recordLines, twofoldArticles } from '../../support/learning-archive.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

const file = 'headings-learned.json';
const source = 'صحيفة الأفق';
const articles = twofoldArticles();

const titleOf = (name: string): string => `تقرير الصحيفة رقم ${name.length}`;

/** The articles with their lines, or as they are without. */
const records = (form: 'lines' | 'flat', of = articles): string =>
  recordLines(
    of.map(({ name, ...article }) => ({
      ...{ id: `${form}-${name}`, title: titleOf(name), source },
      text: article[form],
    })),
  );

/** What `--json` prints. */
interface Json {
  readonly learned: boolean;
  readonly file: string | null;
  readonly articles: number;
  readonly known: number;
  readonly otherLanguage: number;
  readonly missing: number;
  readonly archive: { readonly headings: number; readonly others: number } | null;
  readonly sources: readonly {
    readonly source: string;
    readonly headings: number;
    readonly others: number;
    readonly adaptation: string;
    readonly more: number;
    readonly fewer: number;
  }[];
}

let site: TemporarySite;

beforeEach(() => {
  // Only the articles are of interest.
  site = temporarySite({ 'warraq.yaml': 'search: off\nexports: []\ndownloads: []\n' });
});

const learn = (...argv: readonly string[]) => site.run('structure', '--learn', ...argv);

const learnJson = async (...argv: readonly string[]): Promise<Json> => {
  const { code, out } = await learn('--json', ...argv);
  expect(code).toBe(0);
  return JSON.parse(out) as Json;
};

describe('an archive of which half the articles kept their lines', () => {
  beforeEach(() => {
    site.write({ 'seeds/lines.jsonl': records('lines'), 'seeds/flat.jsonl': records('flat') });
  });

  test('teaches the other half, in the build too, and the same every time', async () => {
    const before = await site.build();
    const { code, out } = await learn('--lang', 'ar');
    expect(code).toBe(0);
    expect(out).toMatch(
      /تُعلِّم من [٠-٩]+ مقالًا من (?:«صحيفة الأفق»|الأرشيف): (?:[٠-٩]+ (?:عنوانًا إضافيًا|عناوين إضافية)|عنوانان إضافيان|عنوان إضافي واحد)/,
    );
    const learned = site.read(file);
    const { sources } = await learnJson('--dry-run');
    const expected = sources.reduce((sum, { more, fewer }) => sum + more - fewer, 0);
    const after = await site.build();
    expect(after.recovered - before.recovered).toBe(expected);
    expect(after.read).toBe(articles.length * 2);
    expect(site.tree()).toEqual(await site.coldTree());
    // What was learned before is no evidence.
    await learn();
    expect(site.read(file)).toBe(learned);
  });

  test('--dry-run reports the same and writes nothing', async () => {
    const { learned, sources, file: written } = await learnJson('--dry-run');
    expect([learned, written]).toEqual([true, null]);
    expect(sources[0]?.more).toBeGreaterThan(0);
    expect(() => site.read(file)).toThrow();
    expect((await learn('--dry-run')).out).toContain('Nothing was written.');
  });

  test('a file of another program is not replaced', async () => {
    site.write({ [file]: '{"headings": []}' });
    const { code, err } = await learn();
    expect([code, site.read(file)]).toEqual([2, '{"headings": []}']);
    expect(err).toContain('was not written by Warraq');
  });

  test('a damaged file, or one for other weights, is told and ignored', async () => {
    await learn();
    const learned = site.read(file);
    const load = () => loadConfig({ root: site.root });
    expect(load().value.recovery.learned?.archive).toBeDefined();
    site.write({ [file]: learned.slice(0, 400) });
    const { value, diagnostics } = load();
    expect(value.recovery.learned).toBeUndefined();
    expect(diagnostics).toEqual([
      { rule: 'learned-ignored', severity: 'warning', file, values: { isDamaged: true } },
    ]);
    site.write({ [file]: learned.replace(/"model": "\w{4}/, '"model": "0000') });
    expect(load().value.recovery.learned).toBeUndefined();
    expect(load().diagnostics[0]?.values).toEqual({ isDamaged: false });
  });
});

test('lists of headings in sidecars are decisions, also about records', async () => {
  const few = articles.slice(0, 24);
  site.write(
    Object.fromEntries(
      few.flatMap(({ name, flat, headings }): [string, string][] => [
        [`seeds/${name}.txt`, flat],
        [`seeds/${name}.yaml`, `source: ${source}\nheadings: ${JSON.stringify(headings)}\n`],
      ]),
    ),
  );
  const { known, archive, missing } = await learnJson();
  expect([known, missing]).toEqual([few.length, 0]);
  expect(archive === null || archive.headings > 5).toBe(true);
});

test('decisions about single headings count for their words only; of two the later holds', async () => {
  const decided = articles.filter(({ headings }) => headings.length > 0).slice(0, 24);
  const line = (name: string, heading: string, flat: string, decision: string): object => {
    const at = flat.indexOf(` ${heading} `) + 1;
    const before = flat.slice(Math.max(0, at - 30), at);
    const after = flat.slice(at + heading.length, at + heading.length + 30);
    return { article: `flat.jsonl#flat-${name}`, heading, before, after, decision };
  };
  const decisions = (...answers: readonly string[]): string =>
    recordLines(
      decided.flatMap(({ name, flat, headings }) =>
        headings.flatMap((heading) => answers.map((answer) => line(name, heading, flat, answer))),
      ),
    );
  site.write({
    'seeds/flat.jsonl': records('flat', decided),
    'headings.jsonl': decisions('reject', 'accept'),
  });
  const accepted = await learnJson('--dry-run');
  expect(accepted).toMatchObject({ known: decided.length, missing: 0 });
  const { headings = 0, others = 0 } = accepted.sources[0] ?? {};
  // The others are parts of accepted headings.
  expect(others).toBeLessThan(headings / 4);
  site.write({ 'headings.jsonl': decisions('accept', 'reject') });
  const refused = await learnJson('--dry-run');
  expect(refused.sources[0]).toMatchObject({ headings: 0, others: headings + others, more: 0 });
});

describe('an archive that teaches nothing', () => {
  test('without any lines or lists says so', async () => {
    site.write({ 'seeds/flat.jsonl': records('flat') });
    const { code, out } = await learn();
    expect(code).toBe(0);
    expect(out).toContain('Nothing learned: no article kept its lines');
    expect(() => site.read(file)).toThrow();
  });

  test('in another language says so', async () => {
    const paragraph =
      'The council met on Monday to discuss the plan for the new road, and agreed on it.';
    const text = ['Roads', ...Array.from({ length: 8 }, () => paragraph)].join('\n');
    site.write({ 'seeds/en.jsonl': recordLines([{ id: 'a', title: 'The plan', text }]) });
    const { out } = await learn();
    expect(out).toContain('Nothing learned: no article is in Arabic.');
    expect(await learnJson()).toMatchObject({ learned: false, articles: 1, otherLanguage: 1 });
  });

  test('empties a file of before, so that it no longer decides', async () => {
    site.write({ 'seeds/lines.jsonl': records('lines') });
    await learn();
    site.remove('seeds/lines.jsonl');
    site.write({ 'seeds/flat.jsonl': records('flat', articles.slice(0, 2)) });
    expect(await learnJson()).toMatchObject({ learned: false, file });
    expect(JSON.parse(site.read(file))).toMatchObject({ archive: null, sources: {} });
  });

  test('decisions about headings that the texts lack are counted and left out', async () => {
    const [article] = articles;
    site.write({
      'seeds/a.txt': article?.flat ?? '',
      'seeds/a.yaml': 'headings:\n  - عنوان من نص آخر\n',
    });
    expect(await learnJson()).toMatchObject({ learned: false, known: 1, missing: 1 });
    expect((await learn()).out).toContain('1 decision names words that are not in the text');
  });
});

test('options of learning are refused without it, and files with it', async () => {
  expect((await site.run('structure', '--dry-run')).code).toBe(2);
  expect((await site.run('structure', '--seeds', site.at('seeds'))).code).toBe(2);
  expect((await learn('x.txt')).code).toBe(2);
  expect((await learn('--review', site.at('seeds/a.txt'))).code).toBe(2);
});
