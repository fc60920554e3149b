import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toArticle } from '../../../src/article/to-article.ts';
import { defineConfig } from '../../../src/config/define.ts';
import type { Article } from '../../../src/model/article.ts';
import { csvColumns, csvRow } from '../../../src/outputs/archive-csv.ts';
import { jsonLine } from '../../../src/outputs/archive-jsonl.ts';
import { articleMarkdown } from '../../../src/outputs/article-markdown.ts';
import { articlePassages } from '../../../src/outputs/article-passages.ts';
import { articleRecord } from '../../../src/outputs/article-record.ts';
import { readDocument } from '../../../src/sources/read-document.ts';
import { compile } from '../../support/samples.ts';

const pieces = fc.constantFrom(
  ...['قال', 'الوزير', 'محادثات جنيف', 'كِتَابٌ', '٢٠١٧', 'BBC', '50%', '<b>', '&amp;', '&lt;'],
  ...['# ', '## ', '* ', '- ', '_', '> ', '1. ', '12) ', '`', '[x](y)', '![', '\\', '~~~', '==='],
  ...['***', '---', '\n', '\n\n', ' ', '. ', '، ', ': ', '=HYPERLINK("x")', '+1', '@a', '"', ','],
);
const text = fc
  .array(pieces, { minLength: 1, maxLength: 30 })
  .map((parts) => parts.join(''))
  .filter((written) => /\p{L}/u.test(written));

/** The passages of an article, with white space collapsed. */
const blocks = (article: Article): readonly unknown[] =>
  [...articlePassages(article)].map((block) => ({
    ...block,
    text: block.text.replace(/\s+/g, ' '),
  }));

function readAgain(path: string, source: string): Article | undefined {
  const read = readDocument({ path, bytes: Buffer.from(source) }, () => '00').value;
  return read && toArticle(read, defineConfig({})).value.article;
}

test('the Markdown of an article is read as the same article', () => {
  fc.assert(
    fc.property(text, (written) => {
      const { value } = compile(written, { id: 'a', title: 'عنوان: «كذا» #٧', topics: ['x, y'] });
      const again = readAgain('b.md', articleMarkdown(value));
      expect(again && blocks(again)).toEqual(blocks(value));
      expect(again).toMatchObject({ id: 'a', title: value.title, metadata: { topics: ['x, y'] } });
    }),
    { numRuns: 500 },
  );
});

test('the Markdown of a Markdown seed is unchanged', () => {
  const source = 'مقدمة *قصيرة*.\n\n## باب\n\n- بند [رابط](https://example.org/)\n';
  const kept = { downloads: ['markdown'] } as const;
  const { value } = compile(source, { title: 'عنوان' }, 'a.md', undefined, kept);
  expect(articleMarkdown(value)).toContain(`---\n\n${source}`);
});

test('a record and the Markdown mark metadata inferred from the text', () => {
  const { value } = compile('القاهرة - رويترز: وصلت القافلة إلى المدينة فجرًا.', {
    id: 'a',
    issue: '7',
  });
  expect(articleRecord(value, undefined)).toMatchObject({
    ...{ dateline: 'القاهرة - رويترز', source: 'رويترز', issue: '7' },
    inferred: ['dateline', 'source'],
  });
  expect(articleMarkdown(value)).toContain('dateline: "القاهرة - رويترز" # from the text\n');
  expect(articleMarkdown(value)).toContain('issue: "7"\n');
  expect(readAgain('b.md', articleMarkdown(value))?.metadata).toEqual({
    ...{ id: 'a', title: value.title, issue: '7' },
    ...{ dateline: 'القاهرة - رويترز', source: 'رويترز' },
  });
});

test('a record has the language that its text shows', () => {
  const text = 'La bibliothèque de la ville est dans le centre, et le maire a salué les lecteurs.';
  const { value } = compile(text, { id: 'a', title: 'La bibliothèque' });
  expect(articleRecord(value, undefined)).toMatchObject({ language: 'fr', inferred: ['language'] });
});

test('a record has all text of the page on one line, and fields of a CSV row stay separate', () => {
  fc.assert(
    fc.property(text, (written) => {
      const { value } = compile(written, { id: 'a', title: written });
      const record = articleRecord(value, undefined);
      const line = jsonLine(record);
      expect(line.trimEnd()).not.toMatch(/[\n\r]/);
      expect(JSON.parse(line)).toMatchObject({ id: 'a', text: record.text });
      const cells = [...csvRow(record).matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n)/g)];
      expect(cells).toHaveLength(csvColumns([]).length);
      for (const [, cell = ''] of cells) expect(cell).not.toMatch(/^"?[=+@-]/);
    }),
  );
});
