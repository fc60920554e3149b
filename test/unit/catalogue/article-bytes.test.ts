import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ArticleBytesError,
  decodeArticle,
  encodeArticle,
} from '../../../src/catalogue/article-bytes.ts';
import type { Article } from '../../../src/model/article.ts';
import type { Block, InlineHtml, Words } from '../../../src/model/block.ts';
import { compile } from '../../support/samples.ts';

const words = fc.record(
  {
    text: fc.string({ unit: 'binary' }),
    markup: fc.constantFrom('<em>نص</em>' as InlineHtml, 'BBC <code>x</code>' as InlineHtml),
  },
  { requiredKeys: ['text'] },
) as fc.Arbitrary<Words>;

const paragraph = fc
  .tuple(
    words,
    fc.record(
      {
        id: fc.constantFrom('p1', 'p2', 'p3', 'p7', 'other'),
        hidden: fc.constant(true as const),
        breakRecovered: fc.constant(true as const),
        bare: fc.constant(true as const),
        qa: fc.constantFrom('q' as const, 'a' as const),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([said, more]): Block => ({ kind: 'paragraph', ...said, ...more }));

const { blocks } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 6 }),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    words.map((said): Block => ({ kind: 'heading', level: 3, id: 'باب', ...said })),
    fc.constant<Block>({ kind: 'separator' }),
    fc.constant<Block>({ kind: 'page-break', page: '١٢' }),
    fc.string().map((text): Block => ({ kind: 'code', text })),
    fc.array(fc.array(words)).map((lines): Block => ({ kind: 'verse', lines })),
    fc
      .array(fc.array(words))
      .map((rows): Block => ({ kind: 'table', headRows: 1, rows, caption: { text: 'جدول' } })),
    words.map((caption): Block => {
      const asset = { sha256: '00', outputPath: 'assets/a.png', description: 'ميناء' };
      return { kind: 'figure', asset, caption };
    }),
    fc.array(tie('blocks')).map((items): Block => ({ kind: 'list', ordered: false, items })),
    tie('blocks').map((inner): Block => ({ kind: 'quotation', blocks: inner })),
    tie('blocks').map((inner): Block => ({ kind: 'note', blocks: inner })),
  ),
}));

const article: Article = compile('مقدمة.\n\n## باب *مهم*\n\nمتن.', { id: 'a' }, 'a.md').value;

test('an article is read as it was written, whatever its blocks are', () => {
  fc.assert(
    fc.property(blocks, fc.array(fc.tuple(fc.string(), blocks)), (lead, bodies) => {
      const sections = bodies.map(([heading, inner], i) => ({
        ...{ id: `s${i}`, heading, origin: 'marked' as const, confidence: 1, blocks: inner },
      }));
      const whole: Article = { ...article, lead, sections };
      expect(decodeArticle(encodeArticle(whole))).toEqual(whole);
    }),
    { numRuns: 100 },
  );
});

test('a plain article is read as it was written, from bytes at any place in the memory', () => {
  const { value } = compile('قالت BBC إن السفينة وصلت. وأفرغت حمولتها.', { title: 'سفينة' });
  const bytes = encodeArticle(value);
  const elsewhere = new Uint8Array(bytes.length + 1);
  elsewhere.set(bytes, 1);
  expect(decodeArticle(elsewhere.subarray(1))).toEqual(value);
});

/** Why bytes are not taken for an article. */
function faultOf(bytes: unknown): 'damage' | 'version' {
  try {
    decodeArticle(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(ArticleBytesError);
    return error instanceof ArticleBytesError && error.isDamage ? 'damage' : 'version';
  }
  return expect.unreachable('taken for an article');
}

test('a byte that changes anywhere is noticed', () => {
  const bytes = encodeArticle(article);
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    // The version is no part of the checksum: another is no damage.
    expect(faultOf(changed), `byte ${at}`).toBe(at < 4 ? 'version' : 'damage');
  }
});

test('bytes that are cut off, or of something else, are no article', () => {
  const bytes = encodeArticle(article);
  for (const length of [0, 3, 11, 12, bytes.length >> 1, bytes.length - 1]) {
    expect(faultOf(bytes.subarray(0, length))).toBe('damage');
  }
  for (const other of [undefined, null, 'نص', new Uint8Array(100)]) {
    expect(faultOf(other)).toBe('damage');
  }
});

test('the texts come first, and can be read without the rest', () => {
  const bytes = Buffer.from(encodeArticle(article));
  const count = bytes.readUInt32LE(8);
  const start = 12 + 4 * (count + 1);
  const texts = Array.from({ length: count }, (_, i) => {
    const [from, to] = [12 + 4 * i, 16 + 4 * i].map((at) => start + 2 * bytes.readUInt32LE(at));
    return bytes.toString('utf16le', from, to);
  });
  expect(texts).toEqual(['مقدمة.', 'باب مهم', 'متن.']);
});
