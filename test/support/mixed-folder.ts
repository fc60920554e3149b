import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { harbour, library, weather } from '../fixtures/damage/texts.ts';
import { encodeLegacy } from './encode.ts';

/** A file of the folder, and what the archive must show of it. */
export interface Planted {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Text of its article; undefined if the file is not an article. */
  readonly text?: string;
  /** The encoding named on the page; undefined for UTF-8. */
  readonly encoding?: string;
  /** The repairs named on the page. */
  readonly repair?: string;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Returns a text as written by programs without Arabic punctuation. */
const withoutPunctuation = (text: string): string =>
  text.replace(/[،؛؟«»]/g, (sign) => ({ '،': ',', '؛': ';', '؟': '?' })[sign] ?? '"');

/** Returns a text whose UTF-8 was read as Windows-1256 or Latin-1 and encoded again. */
const twice = (text: string, encoding: 'windows-1256' | 'latin1'): string =>
  new TextDecoder(encoding === 'latin1' ? 'iso-8859-1' : encoding).decode(utf8(text));

/** Isolated presentation forms by letter, including the ligatures of lam and alef. */
const shapes = new Map(
  Array.from({ length: 0xfefd - 0xfe80 }, (_, at) => String.fromCharCode(0xfefc - at)).map(
    (shape) => [shape.normalize('NFKC'), shape],
  ),
);

/** Returns a text in presentation forms, as copied from a PDF. */
const drawn = (text: string): string =>
  text.replace(/ل[اأإآ]|\p{L}/gu, (letters) => shapes.get(letters) ?? letters);

/** Returns a text whose lines are in visual order, from left to right. */
const reversed = (text: string): string =>
  text
    .split('\n')
    .map((line) => [...line].reverse().join(''))
    .join('\n');

const museum = `فتح متحف البلدة أبوابه للزوار بعد ترميم دام ثلاث سنوات
وفيه أدوات الصيادين القدماء وصور من أيام الميناء الأولى
`;
const harvest = 'بدأ حصاد القمح في السهل هذا الأسبوع، ويتوقع الفلاحون موسمًا أحسن من سابقه.\n';

/** Returns an article with a unique text, so that no two are mistaken for each other. */
const story = (n: number, of: string): string => `${of}وهذا هو الخبر رقم ${n} في الملف القديم.\n`;

const row = (...cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`;

const legacy = (
  path: string,
  text: string,
  encoding: Parameters<typeof encodeLegacy>[1],
): Planted => ({
  ...{ path, text, encoding: encoding.toUpperCase() },
  bytes: encodeLegacy(text.replaceAll('\n', '\r\n'), encoding),
});

const repaired = (path: string, came: string, text: string, repair: string): Planted => ({
  ...{ path, text, repair },
  bytes: utf8(came),
});

const sound = (path: string, text: string, head = ''): Planted => ({
  ...{ path, text },
  bytes: utf8(head + text),
});

const left = (path: string, content: string | Uint8Array): Planted => ({
  path,
  bytes: typeof content === 'string' ? utf8(content) : content,
});

const picture = Buffer.from('ffd8ffe000104a46494600', 'hex');
const mixedLines = story(9, harbour).split('\n');

/** Twenty years of a small newspaper, as found in one folder. */
export const planted: readonly Planted[] = [
  ...[1, 2, 3, 4, 5, 6].map((n) => legacy(`1998/page-${n}.txt`, story(n, harbour), 'windows-1256')),
  legacy('1998/brief.txt', 'نهر', 'windows-1256'),
  legacy('dos/library.txt', withoutPunctuation(library), 'cp720'),
  legacy('unix/weather.txt', weather, 'iso-8859-6'),
  legacy('mac/harbour-mac.txt', story(7, harbour), 'mac-arabic'),
  {
    ...{ path: 'wide.txt', text: story(8, library), encoding: 'UTF-16LE' },
    bytes: Buffer.from(story(8, library), 'utf16le'),
  },
  sound('plain.txt', harbour),
  sound('mark.txt', weather, '\uFEFF'),
  {
    ...{ path: 'mixed.txt', text: mixedLines.join('\n') },
    ...{ encoding: 'WINDOWS-1256', repair: 'أسطر بترميز غير ترميز سائر النص' },
    bytes: Buffer.concat(
      mixedLines.map((line, at) =>
        at === 1 ? encodeLegacy(`${line}\n`, 'windows-1256') : utf8(`${line}\n`),
      ),
    ),
  },
  repaired('twice.txt', twice(story(10, library), 'windows-1256'), story(10, library), 'مرتين'),
  repaired('twice-latin.txt', twice(museum, 'latin1'), museum, 'مرتين'),
  repaired(
    'pdf.txt',
    drawn(story(11, harbour)),
    story(11, harbour),
    'حروف محفوظة بأشكالها المطبعية',
  ),
  repaired('screen.txt', reversed(museum), museum, 'معكوسة'),
  repaired(
    'hidden.txt',
    story(12, harbour).replace('الصيد', 'ال\u00adصيد').replace(' بعد', ' \u202eبعد\0'),
    story(12, harbour),
    'محارف خفية',
  ),
  {
    ...{
      path: 'cut.txt',
      text: 'وصل الوفد إلى المدينة أمس، وقُطع هذا الخبر قبل آخر\uFFFD',
      repair: 'بايتات',
    },
    bytes: utf8('وصل الوفد إلى المدينة أمس، وقُطع هذا الخبر قبل آخره').slice(0, -1),
  },
  sound('md/sound.md', harvest, '---\ntitle: موسم القمح\ndate: 2004-06-01\n---\n'),
  sound('md/broken.md', harvest, '---\ntitle: "بلا ختام\ndate: 2004-13-45\n: : :\n---\n'),
  sound('md/bomb.md', harvest, '---\na: &a [x, x]\nb: [*a, *a]\n__proto__: {c: d}\n---\n'),
  sound('date.txt', `الأحد 31 فبراير 2009 العدد 77\n${harvest}`),
  sound('أخبار البلدة/خبر قديم.txt', story(13, weather)),
  sound('names/a%2Fb.txt', story(14, weather)),
  sound('names/CON.txt', story(15, weather)),
  sound(`names/${'ط'.repeat(125)}.txt`, story(16, weather)),
  sound('twins/first.txt', harvest, '---\nid: same\n---\n'),
  left('twins/second.txt', `---\nid: same\n---\n${harbour}`),
  left('nothing.txt', ''),
  left('blank.md', ' \n\t\n'),
  left('renamed.txt', Buffer.concat([picture, new Uint8Array(64)])),
  left(
    'russian.txt',
    Buffer.from('zOjt6PHy8CDn4P/i6OssIPfy7iDv5fDl4+7i7vD7IOfg4uXw+Ojr6PH8Lgo=', 'base64'),
  ),
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => left(`صور/${n}.jpg`, picture)),
  left('letter.docx', 'PK\u0003\u0004'),
  left('page.html', '<p>خبر</p>'),
  left('LASTNEWS', harvest),
  left('.draft.txt', harvest),
  left('lonely.yaml', 'title: بلا نص\n'),
];

/** Multi-record files: the text of each record by its id. */
export const records: Readonly<
  Record<string, { bytes: Uint8Array; texts: Record<string, string> }>
> = {
  'news.jsonl': {
    bytes: utf8(
      `${JSON.stringify({ id: 'j1', text: harbour })}\n{"text": \n${JSON.stringify({ id: 'j2', text: weather })}\n`,
    ),
    texts: { j1: harbour, j2: weather },
  },
  'packed.jsonl.gz': {
    bytes: gzipSync(JSON.stringify({ id: 'z1', text: library })),
    texts: { z1: library },
  },
  'excel.csv': {
    bytes: encodeLegacy(
      row('id', 'title', 'text') + row('x1', 'الميناء', harbour) + row('x2', 'المكتبة', library),
      'windows-1256',
    ),
    texts: { x1: harbour, x2: library },
  },
};

/** Other files of the folder; none is in the archive, and only links are reported. */
const leftovers = ['Thumbs.db', 'صور/.DS_Store', '1998/page-1.txt~', '1998/._page-2.txt'];

/** Files to import: a WordPress export with one post and one draft, and a table written by Excel. */
const older: Readonly<Record<string, Uint8Array>> = {
  'export.xml': utf8(
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>الميناء</title>${[
      ['publish', 'old-harbour'],
      ['draft', 'old-draft'],
    ]
      .map(
        ([status, name], at) =>
          `<item><title>خبر من المدونة</title><content:encoded><![CDATA[<p>${harvest.trim()}</p>]]></content:encoded><wp:post_id>${at + 1}</wp:post_id><wp:post_date>2009-06-01 10:00:00</wp:post_date><wp:post_name>${name}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type></item>`,
      )
      .join('')}</channel></rss>`,
  ),
  'table.csv': encodeLegacy(
    row('العنوان', 'النص', 'تاريخ النشر') + row('خبر من الجدول', weather, '21/4/2011'),
    'windows-1256',
  ),
};

/** Writes the folder under a root, and the files to import beside it. */
export function plant(root: string): void {
  const write = (path: string, bytes: Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  };
  for (const { path, bytes } of planted) write(`seeds/${path}`, bytes);
  for (const [path, { bytes }] of Object.entries(records)) write(`seeds/${path}`, bytes);
  for (const path of leftovers) write(`seeds/${path}`, utf8('x'));
  for (const [path, bytes] of Object.entries(older)) write(`old/${path}`, bytes);
  symlinkSync('..', join(root, 'seeds', 'loop'));
  symlinkSync('/etc/passwd', join(root, 'seeds', 'passwd.txt'));
  execFileSync('mkfifo', [join(root, 'seeds', 'pipe.txt')]);
}
