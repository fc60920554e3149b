import assert from 'node:assert/strict';
import { withoutPictures } from '../../../src/article/map-figures.ts';
import { toArticle } from '../../../src/article/to-article.ts';
import { defineConfig } from '../../../src/config/define.ts';
import type { Destination } from '../../../src/model/reference.ts';
import { csvHeader, csvRow } from '../../../src/outputs/archive-csv.ts';
import { jsonLine } from '../../../src/outputs/archive-jsonl.ts';
import { articleRecord } from '../../../src/outputs/article-record.ts';
import { destinationLinks } from '../../../src/render/destination-links.ts';
import { parseQuery } from '../../../src/search/query/query.ts';
import { queryTexts } from '../../../src/search/query/query-node.ts';
import { decode } from '../../../src/sources/encodings/decode.ts';
import { splitFrontMatter } from '../../../src/sources/front-matter.ts';
import { readDocument } from '../../../src/sources/read-document.ts';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';
import { auditPage, auditTable } from '../../support/hostile/audit.ts';
import { articlePage, render } from '../../support/samples.ts';
import { anyBytes, anyQuery, anySeed, anyText } from './inputs.ts';
import type { Random } from './random.ts';

/** A fuzzed part of the program: an input generator and an assertion. */
export interface Subject {
  readonly name: string;
  /** Returns the input of a case. */
  readonly make: (from: Random) => string | Buffer;
  readonly hold: (input: string | Buffer) => void;
  /** Number of cases in continuous integration. */
  readonly cases: number;
}

/** Letters, digits and marks, which must not be lost. */
const letters = (text: string): string => (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join('');

function subject<T extends string | Buffer>(
  name: string,
  cases: number,
  make: (from: Random) => T,
  hold: (input: T) => void,
): Subject {
  return { name, cases, make, hold: (input) => hold(input as T) };
}

const config = defineConfig({});

/** The fuzzed parts, with the properties that hold for any input. */
export const subjects: readonly Subject[] = [
  subject('decoder', 60_000, anyBytes, (bytes) => {
    const { value, diagnostics } = decode(bytes, 'a.txt');
    assert.ok(value !== undefined || diagnostics.length > 0, 'neither text nor reason');
    assert.ok(value === undefined || value.text.isWellFormed(), 'half a character');
  }),
  subject('decoder of sound texts', 60_000, anyText, (text) => {
    // Files with NUL or controls are binary; every other UTF-8 text is decoded without loss.
    const sound = text.toWellFormed().replace(/[[\p{Cc}\p{Cf}\ufffd]--[\n]]/gv, ' ');
    if (sound.trim() === '') return;
    const { value } = decode(Buffer.from(sound), 'a.txt');
    // A presentation form may be replaced by its letter.
    const plain = (written: string): string => letters(written.normalize('NFKC'));
    assert.equal(value && plain(value.text), plain(sound));
  }),
  subject('front matter', 30_000, anySeed, (text) => {
    const { body, metadata } = splitFrontMatter(text, 'a.txt');
    // A heading may stand above the metadata, as a comment does.
    const isKept = text.endsWith(body) || body.split('\n').every((line) => text.includes(line));
    assert.ok(isKept, 'the text is not what was written');
    assert.ok(metadata !== undefined || body === text, 'something is neither text nor metadata');
  }),
  subject('structure', 12_000, anyText, (text) => {
    const { headings, paragraphs } = recoverHeadings(text, { headings: 'eager' });
    const bodies = paragraphs.map((span) => ({ ...span, number: '' }));
    const spans = [...headings, ...bodies].sort((a, b) => a.start - b.start);
    const said = spans.map(({ start, end, number = '' }) => `${number} ${text.slice(start, end)}`);
    // A tatweel alone is a dash.
    const words = (written: string): string => letters(written).replaceAll('\u0640', '');
    assert.equal(words(said.join(' ')), words(text));
    for (const [i, { start }] of spans.entries()) {
      assert.ok(start >= (spans[i - 1]?.end ?? 0), 'spans overlap');
    }
  }),
  subject('query', 60_000, anyQuery, (typed) => {
    const { nodes } = parseQuery(typed);
    const words = queryTexts(nodes).flatMap((node) =>
      node.kind === 'word' ? [node.form] : node.forms,
    );
    assert.ok(words.length <= 32, 'too many words');
    for (const word of words) assert.match(word, /^[^\s"«»“”„]+$/u);
  }),
  subject('whole articles', 4000, anyBytes, (bytes) => {
    for (const path of ['a.txt', 'a.md']) {
      const { value } = readDocument({ path, bytes }, () => '0'.repeat(64));
      if (value === undefined) continue;
      // Without a folder of seeds no picture is found.
      const bare = withoutPictures(toArticle(value, config).value.article).article;
      // Links lead to where they are written, as to other sites.
      const destinations = (bare.references ?? []).map((): Destination => 'as-written');
      const href = (outputPath: string): string => outputPath;
      const article = destinationLinks(bare, destinations, { page: href, markdown: href });
      assert.deepEqual(auditPage('a.html', render(articlePage(article))), []);
      const record = articleRecord(article, undefined);
      assert.deepEqual(auditTable(csvHeader() + csvRow(record)), []);
      assert.equal(jsonLine(record).trimEnd().includes('\n'), false, 'a record of two lines');
    }
  }),
];
