import { crc32 } from 'node:zlib';
import type { Article, Section } from '../model/article.ts';
import type { Block, Words } from '../model/block.ts';
import { visitWords } from '../model/block-text.ts';

/**
 * The stored form of an article. Numbers are 32-bit, little-endian:
 *
 *     0   magic number and version
 *     4   CRC-32 of the bytes from offset 8
 *     8   n, the number of texts
 *     12  n + 1 offsets into the texts, in UTF-16 code units
 *     …   the texts, concatenated, in UTF-16
 *     …   JSON of everything else, in UTF-16
 *
 * A text is that of a block, of a part of a block, or of a section's heading, in reading order; texts can be
 * read without parsing the JSON. UTF-16 is the engine's own representation: Arabic takes two bytes a letter in
 * UTF-8 as well, and transcoding took five times as long as copying.
 */
const magic = 0x00_41_52_57; // «WRA»; the version is in the highest byte
const version = 1;
const headerSize = 12;

const rule = 'article-damaged';

/** Thrown for bytes that are not an article, or an article of another version of the format. */
export class ArticleBytesError extends Error {
  /** Identifies the error after a transfer between threads, which loses the class. */
  readonly rule = rule;
  /** True for damaged bytes; false for another version. */
  readonly isDamage: boolean;

  constructor(isDamage: boolean) {
    super(isDamage ? 'a stored article is damaged' : 'a stored article is of another version');
    this.isDamage = isDamage;
  }
}

/** Tells whether an error is an `ArticleBytesError`, also after a transfer from another thread. */
export const isArticleBytesError = (error: unknown): boolean =>
  error instanceof Error && 'rule' in error && error.rule === rule;

/** Codes of a plain paragraph whose id is the next number; most blocks are one. */
const plainParagraph = 0;
const recoveredParagraph = 1;

/** A block without its texts: a code, or its other members. */
type BlockShape = typeof plainParagraph | typeof recoveredParagraph | object;

/** An article without its texts. */
interface ArticleShape {
  readonly article: Omit<Article, 'lead' | 'sections'>;
  readonly lead: readonly BlockShape[];
  readonly sections: readonly {
    readonly section: Omit<Section, 'heading' | 'blocks'>;
    readonly blocks: readonly BlockShape[];
  }[];
}

/** Replacer for `JSON.stringify` that omits the texts of blocks and of their parts. */
const withoutTexts = (key: string, value: unknown): unknown =>
  key === 'text' && typeof value === 'string' ? undefined : value;

/** Returns the stored form of an article. */
export function encodeArticle({ lead, sections, ...article }: Article): Uint8Array {
  const texts: string[] = [];
  let number = 0;
  const collect = ({ text }: Words): void => void texts.push(text);
  function shapeOf(block: Block): BlockShape {
    if (block.kind === 'paragraph') texts.push(block.text);
    else visitWords(block, collect);
    if (block.kind === 'paragraph' && block.id === `p${number + 1}`) {
      number += 1;
      const { qa, markup, hidden, bare } = block;
      if (!qa && markup === undefined && !hidden && !bare) {
        return block.breakRecovered ? recoveredParagraph : plainParagraph;
      }
    }
    return JSON.parse(JSON.stringify(block, withoutTexts)) as object;
  }
  const shape: ArticleShape = {
    article,
    lead: lead.map(shapeOf),
    sections: sections.map(({ heading, blocks, ...section }) => {
      texts.push(heading);
      return { section, blocks: blocks.map(shapeOf) };
    }),
  };
  return pack(texts, JSON.stringify(shape));
}

function pack(texts: readonly string[], json: string): Uint8Array {
  const text = texts.join('');
  const start = headerSize + 4 * (texts.length + 1);
  // Not from Node's buffer pool: a transfer between threads would copy the whole pool.
  const bytes = Buffer.allocUnsafeSlow(start + 2 * (text.length + json.length));
  bytes.writeUInt32LE(magic + version * 2 ** 24, 0);
  bytes.writeUInt32LE(texts.length, 8);
  let offset = 0;
  texts.forEach(({ length }, i) => {
    bytes.writeUInt32LE(offset, headerSize + 4 * i);
    offset += length;
  });
  bytes.writeUInt32LE(offset, start - 4);
  bytes.write(text, start, 'utf16le');
  bytes.write(json, start + 2 * text.length, 'utf16le');
  bytes.writeUInt32LE(crc32(bytes.subarray(8)), 4);
  return bytes;
}

/**
 * Returns the article that `encodeArticle` encoded.
 *
 * @throws ArticleBytesError if the bytes are missing, damaged, or of another version
 */
export function decodeArticle(stored: unknown): Article {
  const bytes = checkedBytes(stored);
  const count = bytes.readUInt32LE(8);
  const start = headerSize + 4 * (count + 1);
  const content = bytes.toString('utf16le', start);
  const textLength = bytes.readUInt32LE(start - 4);
  const shape = JSON.parse(content.slice(textLength)) as ArticleShape;
  let [position, nextOffset, number] = [0, headerSize + 4, 0];
  function takeText(): string {
    const end = bytes.readUInt32LE(nextOffset);
    const text = content.slice(position, end);
    position = end;
    nextOffset += 4;
    return text;
  }
  const restore = (words: Words): void => void Object.assign(words, { text: takeText() });
  function blockOf(blockShape: BlockShape): Block {
    if (typeof blockShape === 'number') {
      number += 1;
      const block = { kind: 'paragraph', id: `p${number}`, text: takeText() } as const;
      return blockShape === recoveredParagraph ? { ...block, breakRecovered: true } : block;
    }
    const block = blockShape as Block;
    visitWords(block, restore);
    if (block.kind === 'paragraph' && block.id === `p${number + 1}`) number += 1;
    return block;
  }
  return {
    ...shape.article,
    lead: shape.lead.map(blockOf),
    sections: shape.sections.map(({ section, blocks }) => {
      const heading = takeText();
      return { ...section, heading, blocks: blocks.map(blockOf) };
    }),
  };
}

/**
 * Returns the stored bytes of an article after verifying checksum and version, without decoding them.
 *
 * @throws ArticleBytesError if the bytes are missing, damaged, or of another version
 */
export function checkedBytes(stored: unknown): Buffer {
  if (!(stored instanceof Uint8Array)) throw new ArticleBytesError(true);
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  if (bytes.length < headerSize || bytes.readUInt32LE(4) !== crc32(bytes.subarray(8))) {
    throw new ArticleBytesError(true);
  }
  if (bytes.readUInt32LE(0) !== magic + version * 2 ** 24) throw new ArticleBytesError(false);
  return bytes;
}
