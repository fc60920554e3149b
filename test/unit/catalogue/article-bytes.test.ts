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
  .map(([text, attributes]): Block => ({ kind: 'paragraph', ...text, ...attributes }));

const { blocks } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 6 }),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    words.map((text): Block => ({ kind: 'heading', level: 3, id: 'باب', ...text })),
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

test('decoding returns the encoded article, for every kind of block', () => {
  fc.assert(
    fc.property(blocks, fc.array(fc.tuple(fc.string(), blocks)), (lead, bodies) => {
      const sections = bodies.map(([heading, inner], i) => ({
        ...{ id: `s${i}`, heading, origin: 'marked' as const, confidence: 1, blocks: inner },
      }));
      const original: Article = { ...article, lead, sections };
      expect(decodeArticle(encodeArticle(original))).toEqual(original);
    }),
    { numRuns: 100 },
  );
});

test('a plain text article is decoded from bytes at any memory offset', () => {
  const { value } = compile('قالت BBC إن السفينة وصلت. وأفرغت حمولتها.', { title: 'سفينة' });
  const bytes = encodeArticle(value);
  const elsewhere = new Uint8Array(bytes.length + 1);
  elsewhere.set(bytes, 1);
  expect(decodeArticle(elsewhere.subarray(1))).toEqual(value);
});

/** Returns why bytes are rejected. */
function rejectionOf(bytes: unknown): 'damage' | 'version' {
  try {
    decodeArticle(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(ArticleBytesError);
    return error instanceof ArticleBytesError && error.isDamage ? 'damage' : 'version';
  }
  return expect.unreachable('the bytes were accepted');
}

test('a change of any byte is detected', () => {
  const bytes = encodeArticle(article);
  for (let offset = 0; offset < bytes.length; offset += 1) {
    const changed = Uint8Array.from(bytes);
    changed[offset] = (changed[offset] ?? 0) ^ (1 << (offset % 8));
    // The version is outside the checksum, so that another version is not reported as damage.
    expect(rejectionOf(changed), `byte ${offset}`).toBe(offset < 4 ? 'version' : 'damage');
  }
});

test('truncated bytes and other values are rejected as damage', () => {
  const bytes = encodeArticle(article);
  for (const length of [0, 3, 11, 12, bytes.length >> 1, bytes.length - 1]) {
    expect(rejectionOf(bytes.subarray(0, length))).toBe('damage');
  }
  for (const other of [undefined, null, 'نص', new Uint8Array(100)]) {
    expect(rejectionOf(other)).toBe('damage');
  }
});

test('texts precede the JSON and can be read without it', () => {
  const bytes = Buffer.from(encodeArticle(article));
  const count = bytes.readUInt32LE(8);
  const start = 12 + 4 * (count + 1);
  const texts = Array.from({ length: count }, (_, i) => {
    const [from, to] = [12 + 4 * i, 16 + 4 * i].map((at) => start + 2 * bytes.readUInt32LE(at));
    return bytes.toString('utf16le', from, to);
  });
  expect(texts).toEqual(['مقدمة.', 'باب مهم', 'متن.']);
});
