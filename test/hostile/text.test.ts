import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { htmlSigns } from '../../src/sources/markup/html-signs.ts';
import { readTags } from '../../src/sources/markup/template-tags.ts';
import { restoreEntities } from '../../src/sources/repair/entities.ts';
import { attribute, named, oneLine, textContent } from '../support/dom.ts';
import {
  buildArchive,
  type HostileArchive,
  letters,
  proseOf,
  seed,
  shownIn,
} from '../support/hostile/archive.ts';
import { formulas, markup, naughty, templateCode, type Vector } from '../support/hostile/markup.ts';
import { readTable } from '../support/hostile/table.ts';

/**
 * Each hostile text is in every field and in the text of articles from plain text, Markdown, JSON Lines
 * and CSV. All are in one archive, so effects of one on other pages, lists, feeds and exports are found
 * as well.
 */
const families: Readonly<Record<string, readonly Vector[]>> = {
  markup,
  'code of templates': templateCode,
  'naughty strings': naughty,
  formulas,
};
const all = Object.values(families).flat();
const numbered = new Map(all.map((vector, i) => [vector, String(i).padStart(3, '0')]));

/** Fields with free text. */
const fields = (text: string) => ({
  ...{ title: text, kicker: text, standfirst: text, byline: text, dateline: text, hijri: text },
  ...{ source: text, section: text, issue: text, page: text, rights: text },
  ...{ authors: [text, 'سلمى'], topics: [text], people: [text], places: [text] },
  ...{ url: text, language: text, date: text, headings: [text] },
});

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Returns the letters of a title without the dotted circles that carry surplus marks. */
const titleLetters = (title: string): string => letters(title.replaceAll('◌', ''));

/** Tells whether a text is HTML, which records lose in every field, or says that there is none. */
const isHtmlIn = (text: string): boolean =>
  htmlSigns(text) !== undefined ||
  htmlSigns(restoreEntities(text, false).text) !== undefined ||
  /^(?:null|NaN|undefined)$/.test(text);

let archive: HostileArchive;

beforeAll(async () => {
  const seeds: Record<string, string> = {};
  const records: string[] = [];
  const rows: string[] = ['id,title,authors,topics,source,text\r\n'];
  for (const [vector, n] of numbered) {
    const [, text] = vector;
    const known = fields(text);
    seeds[`t${n}.txt`] = seed(known, `${text}\n\nفقرة أخيرة.`);
    seeds[`p${n}.txt`] = `فقرة أولى.\n\n${text}\n\nفقرة أخيرة.`;
    seeds[`m${n}.md`] =
      `# ${text}\n\nفقرة.\n\n## ${text}\n\n[${text}](https://example.org/ "${text}")\n\n- ${text}\n\n> ${text}\n\n${text}\n`;
    records.push(`${JSON.stringify({ ...known, id: `r${n}`, text })}\n`);
    rows.push(`${[`c${n}`, text, text, text, text, text].map(quoted).join(',')}\r\n`);
  }
  archive = await buildArchive({
    ...seeds,
    'records.jsonl': records.join(''),
    'table.csv': rows.join(''),
  });
}, 120_000);

test('no file of the archive has markup that the templates do not write', () => {
  expect(archive.errors).toEqual([]);
});

for (const [family, vectors] of Object.entries(families)) {
  describe(family, () => {
    test.each(vectors)('%s stays text, in every field and input format', (...vector) => {
      const [, text] = vector;
      const n = numbered.get(
        all.find(([name, other]) => name === vector[0] && other === text) ?? vector,
      );
      const places = ['t', 'p', 'm', 'r', 'c'].map((form) => `articles/${form}${n}.html`);
      const own = archive.errors.filter((error) => places.some((place) => error.startsWith(place)));
      expect(own).toEqual([]);
      const [asText, plain, , asRecord, asRow] = places;
      // Character references are restored, and HTML in a text is read: what it marks stays without its tags.
      const restored = restoreEntities(text, false).text;
      const wanted = letters(restored);
      const isHtml = htmlSigns(text) !== undefined || htmlSigns(restored) !== undefined;
      const isRead = isHtml || readTags(text, 'text').length > 0;
      for (const place of [asText, asRecord, asRow]) {
        // In records HTML is read in every field, and a text that says that there is none is none.
        if (place !== asText && (isHtml || /^(?:null|NaN|undefined)$/.test(text))) continue;
        const page = archive.page(place ?? '');
        expect(named(page, 'h1')).toHaveLength(1);
        if (wanted !== '')
          expect(titleLetters(named(page, 'h1').map(textContent).join(''))).toBe(wanted);
      }
      // A leading hash may mark a heading, which is not shown.
      const words = letters(proseOf(archive.page(plain ?? ''))).replaceAll('#', '');
      if (isRead) {
        expect(words).toMatch(/^فقرةأولى\..*فقرةأخيرة\.$/s);
        expect(words).not.toMatch(/<\/?(?:script|style|svg|img|iframe|p|div)\b/i);
      } else expect(words).toContain(wanted.replaceAll('#', ''));
      expect(letters(shownIn(archive.page(asText ?? '')))).toContain(wanted);
    });
  });
}

test('metadata and JSON-LD of a page hold the text and nothing else', () => {
  for (const [[name, text], n] of numbered) {
    if (isHtmlIn(text)) continue;
    const page = archive.page(`articles/r${n}.html`);
    const wanted = letters(restoreEntities(text, false).text);
    const meta = named(page, 'meta').find((tag) => attribute(tag, 'name') === 'citation_title');
    expect(titleLetters((meta && attribute(meta, 'content')) ?? ''), name).toBe(wanted);
    const [data] = named(page, 'script').map(textContent);
    const linked = JSON.parse(data ?? '') as Readonly<Record<string, unknown>>;
    expect(linked['@type'], name).toBe('NewsArticle');
    expect(titleLetters(String(linked.headline)), name).toBe(wanted);
  }
});

test('no cell of the exported table is a spreadsheet formula, and none is lost', () => {
  const packed = readFileSync(join(archive.dist, 'exports/archive.csv.gz'));
  const [head = [], ...rows] = readTable(gunzipSync(packed).toString('utf8').slice(1));
  expect(rows.length).toBeGreaterThan(all.length * 4.9);
  const titles = new Map(rows.map((row) => [row[head.indexOf('id')], row[head.indexOf('title')]]));
  for (const [[name, text], n] of numbered) {
    const cell = titles.get(`r${n}`) ?? '';
    if (isHtmlIn(text)) continue;
    expect(letters(cell.replace(/^'/, '')), name).toBe(
      letters(oneLine(restoreEntities(text, false).text)).replace(/^'/, ''),
    );
  }
});
