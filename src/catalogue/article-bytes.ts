import { crc32 } from 'node:zlib';
import type { Article, Section } from '../model/article.ts';
import type { Block, Words } from '../model/block.ts';
import { visitWords } from '../model/block-text.ts';

/**
 * An article at rest, numbers of 32 bits with the lowest byte first:
 *
 *     0   magic number and version
 *     4   CRC-32 of all that follows
 *     8   n, how many texts there are
 *     12  n + 1 offsets into the texts, in UTF-16 units
 *     …   the texts, one after another, in UTF-16
 *     …   JSON of all else, in UTF-16
 *
 * A text is the words of a block, of a part of one, or of a section's heading, in reading order: one or all
 * can be read without the rest. UTF-16 is what the engine has in memory; Arabic takes two bytes a letter in
 * UTF-8 as well, and to recode it took five times as long as to copy.
 */
const magic = 0x00_41_52_57; // «WRA» and the version
const version = 1;
const header = 12;

const rule = 'article-damaged';

/** The bytes are those of no article, or of one of another version. */
export class ArticleBytesError extends Error {
  /** Names the error also where it comes from another thread, which keeps no class. */
  readonly rule = rule;
  /** Whether they were changed since they were written; else they are of another version. */
  readonly isDamage: boolean;

  constructor(isDamage: boolean) {
    super(isDamage ? 'a stored article is damaged' : 'a stored article is of another version');
    this.isDamage = isDamage;
  }
}

/** Tells whether an error is that of an article that cannot be read, also as it comes from another thread. */
export const isArticleBytesError = (error: unknown): boolean =>
  error instanceof Error && 'rule' in error && error.rule === rule;

/** Codes of a paragraph of words alone with the next number: most blocks are one. */
const plainParagraph = 0;
const recoveredParagraph = 1;

/** A block without its texts: a code, or what else there is to say of it. */
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

/** Leaves out the texts of blocks and of the words in them. */
const withoutTexts = (key: string, value: unknown): unknown =>
  key === 'text' && typeof value === 'string' ? undefined : value;

/** Returns the bytes of an article. */
export function encodeArticle({ lead, sections, ...article }: Article): Uint8Array {
  const texts: string[] = [];
  let number = 0;
  const take = ({ text }: Words): void => void texts.push(text);
  function shapeOf(block: Block): BlockShape {
    visitWords(block, take);
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
  const words = texts.join('');
  const start = header + 4 * (texts.length + 1);
  // Its own memory: of a shared one the whole would be sent from thread to thread.
  const bytes = Buffer.allocUnsafeSlow(start + 2 * (words.length + json.length));
  bytes.writeUInt32LE(magic + version * 2 ** 24, 0);
  bytes.writeUInt32LE(texts.length, 8);
  let offset = 0;
  texts.forEach((text, i) => {
    bytes.writeUInt32LE(offset, header + 4 * i);
    offset += text.length;
  });
  bytes.writeUInt32LE(offset, start - 4);
  bytes.write(words, start, 'utf16le');
  bytes.write(json, start + 2 * words.length, 'utf16le');
  bytes.writeUInt32LE(crc32(bytes.subarray(8)), 4);
  return bytes;
}

/**
 * Returns the article that `encodeArticle` was given.
 *
 * @throws ArticleBytesError where the bytes are of no article, damaged, or of another version
 */
export function decodeArticle(stored: unknown): Article {
  const bytes = checkedBytes(stored);
  const count = bytes.readUInt32LE(8);
  const start = header + 4 * (count + 1);
  const whole = bytes.toString('utf16le', start);
  const words = bytes.readUInt32LE(start - 4);
  const shape = JSON.parse(whole.slice(words)) as ArticleShape;
  let [at, next, number] = [0, header + 4, 0];
  function takeText(): string {
    const end = bytes.readUInt32LE(next);
    const text = whole.slice(at, end);
    at = end;
    next += 4;
    return text;
  }
  const give = (words: Words): void => void Object.assign(words, { text: takeText() });
  function blockOf(found: BlockShape): Block {
    if (typeof found === 'number') {
      number += 1;
      const block = { kind: 'paragraph', id: `p${number}`, text: takeText() } as const;
      return found === recoveredParagraph ? { ...block, breakRecovered: true } : block;
    }
    const block = found as Block;
    visitWords(block, give);
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
 * Returns the bytes of an article as they were written, not looked into.
 *
 * @throws ArticleBytesError as `decodeArticle`
 */
export function checkedBytes(stored: unknown): Buffer {
  if (!(stored instanceof Uint8Array)) throw new ArticleBytesError(true);
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  if (bytes.length < header || bytes.readUInt32LE(4) !== crc32(bytes.subarray(8))) {
    throw new ArticleBytesError(true);
  }
  if (bytes.readUInt32LE(0) !== magic + version * 2 ** 24) throw new ArticleBytesError(false);
  return bytes;
}
