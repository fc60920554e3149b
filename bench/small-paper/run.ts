/**
 * Builds an archive of texts as a small newspaper has them, and counts what was read right: titles, certain dates,
 * headings on lines.
 *
 *     node bench/small-paper/run.ts [--texts 300] [--seed 1] [--wrong]
 *
 * A third of the texts have no headings. `--wrong` lists what was read wrong.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { randomFrom } from './random.ts';
import { type PaperText, paperText } from './text.ts';

/** An article of the archive's export. */
interface Exported {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
}

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    wrong: { type: 'boolean', default: false },
  },
});

const random = randomFrom(Number(values.seed));
const texts = Array.from({ length: Number(values.texts) }, (_, i) =>
  paperText(random, i, i % 3 !== 0),
);
const root = mkdtempSync(join(tmpdir(), 'small-paper-'));
mkdirSync(join(root, 'seeds'));
for (const { file, text } of texts) writeFileSync(join(root, 'seeds', file), text);
const program = resolve(import.meta.dirname, '../../src/cli/warraq.js');
execFileSync(process.execPath, [program, 'build', '--root', root, '--quiet'], { stdio: 'inherit' });
const lines = gunzipSync(readFileSync(join(root, 'dist/exports/archive.jsonl.gz')))
  .toString()
  .trim();
const articles = new Map(
  lines
    .split('\n')
    .map((line) => JSON.parse(line) as Exported)
    .map((one) => [`${one.id}.txt`, one]),
);

/** Returns the headings of sections on an article's page. */
const headingsOf = (id: string): readonly string[] =>
  [
    ...readFileSync(join(root, 'dist/articles', `${id}.html`), 'utf8').matchAll(
      /<section id="[^"]*" data-section[^>]*><h2[^>]*>(.*?)<a /g,
    ),
  ].map(([, inner = '']) => inner.replace(/<[^>]*>/g, ''));

/** Removes the number of a heading, which may be shown. */
const withoutNumber = (heading: string): string =>
  heading.replace(/^(?:\(?[\d٠-٩]+[.)-]*\s*|(?:أول|ثاني|ثالث)[اًا]*:\s*)/, '');

const figures = {
  titles: 0,
  certain: 0,
  dates: 0,
  falseDates: 0,
  headings: 0,
  found: 0,
  falseHeadings: 0,
  falseInNone: 0,
};
function report(text: PaperText, what: string, got: unknown): void {
  if (values.wrong)
    process.stdout.write(
      `${text.file} ${what} ${JSON.stringify(text.forms)}: ${JSON.stringify(got)}\n`,
    );
}
for (const text of texts) {
  const article = articles.get(text.file);
  if (article?.title === text.title) figures.titles += 1;
  else report(text, `title «${text.title}»`, article?.title);
  if (text.day !== undefined) {
    figures.certain += 1;
    if (article?.date === text.day) figures.dates += 1;
    else report(text, `date ${text.day}`, article?.date);
  } else if (article?.date !== undefined) {
    figures.falseDates += 1;
    report(text, 'date ambiguous', article.date);
  }
  const got = headingsOf(text.file.slice(0, -4)).map(withoutNumber);
  figures.headings += text.headings.length;
  const found = text.headings.filter((heading) => got.includes(heading)).length;
  figures.found += found;
  const extra = got.filter((heading) => !text.headings.includes(heading));
  figures.falseHeadings += extra.length;
  if (text.headings.length === 0 && extra.length > 0) figures.falseInNone += 1;
  if (found < text.headings.length || extra.length > 0)
    report(text, `headings ${JSON.stringify(text.headings)}`, got);
}
rmSync(root, { recursive: true });
const share = (part: number, whole: number): string =>
  `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
process.stdout.write(`titles right      ${share(figures.titles, texts.length)}
certain dates     ${share(figures.dates, figures.certain)}
dates of doubt    ${figures.falseDates} given of ${texts.length - figures.certain}
headings on lines ${share(figures.found, figures.headings)}
false headings    ${figures.falseHeadings}, in ${figures.falseInNone} texts without headings
`);
