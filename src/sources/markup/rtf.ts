import type { LegacyEncoding } from '../../model/article.ts';
import { unitsOf, unmapped } from '../encodings/single-byte.ts';
import { type MarkupReading, readingOf } from './reading.ts';

/** Groups whose content is no text. */
const hiddenGroups = new Set(
  `fonttbl colortbl stylesheet info pict object header footer headerl headerr headerf footerl footerr footerf
   listtable listoverridetable rsidtbl generator themedata datastore latentstyles xmlnstbl fldinst filetbl
   revtbl nonshppict shpinst bkmkstart bkmkend`.split(/\s+/),
);

/** Control words that stand for characters. */
const characters: Readonly<Record<string, string>> = {
  ...{ par: '\n', line: '\n', sect: '\n', page: '\n\n', row: '\n', cell: '\t', tab: '\t' },
  ...{ emdash: '—', endash: '–', bullet: '•', lquote: '‘', rquote: '’' },
  ...{ ldblquote: '“', rdblquote: '”', zwj: '\u200d', zwnj: '\u200c' },
  ...{ emspace: ' ', enspace: ' ', qmspace: ' ' },
};

const token =
  /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([\da-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n\\]/g;

/** Deepest nesting of groups: deeper ones are no document. */
const maxGroups = 1000;

/** Returns the encodings of the fonts of a document by number: a font of an Arabic character set has its own. */
function fontEncodings(source: string): ReadonlyMap<string, LegacyEncoding> {
  const start = source.indexOf('{\\fonttbl');
  const fonts = start === -1 ? '' : source.slice(start, start + maxFontTable);
  const encodings = new Map<string, LegacyEncoding>();
  let font = '';
  for (const [, number, set] of fonts.matchAll(/\\f(\d{1,5})(?!\d)|\\fcharset(\d{1,3})/g)) {
    if (number !== undefined) font = number;
    else if (set === '178' || set === '179' || set === '180') encodings.set(font, 'windows-1256');
  }
  return encodings;
}

/** Greatest length of a table of fonts that is read. */
const maxFontTable = 100_000;

interface Group {
  readonly isHidden: boolean;
  /** Number of characters after a Unicode character that old programs show in its place. */
  readonly skipped: number;
  /** The encoding of its font, where it is another than that of the document. */
  readonly encoding?: LegacyEncoding | undefined;
}

/** The encoding of a code page; Arabic Windows where the file names none that is known. */
const encodingOf = (codePage: string | undefined): LegacyEncoding =>
  codePage === '1252' ? 'windows-1252' : codePage === '720' ? 'cp720' : 'windows-1256';

/**
 * Reads the source of an RTF document: paragraphs, cells parted by tabs, letters of its code page and of Unicode.
 * Linear in its length. Undefined where no text comes of it.
 */
export function readRtf(source: string): MarkupReading | undefined {
  const codePage = /\\ansicpg(\d+)/.exec(source.slice(0, 2000))?.[1];
  const own = encodingOf(codePage);
  const fonts = fontEncodings(source);
  const parts: string[] = [];
  const groups: Group[] = [];
  let group: Group = { isHidden: false, skipped: 1 };
  let skip = 0;
  let dropped = 0;
  const add = (text: string): void => {
    if (!group.isHidden) parts.push(text);
  };
  const hide = (word: string): void => {
    if (word === 'pict' || word === 'object') dropped += 1;
    group = { ...group, isHidden: true };
  };
  for (const [, word, argument, hex, sign, brace, text] of source.matchAll(token)) {
    if (brace === '{') {
      if (groups.length >= maxGroups) return undefined;
      groups.push(group);
      skip = 0;
    } else if (brace === '}') {
      group = groups.pop() ?? group;
      skip = 0;
    } else if (word !== undefined) {
      if (word === 'u') {
        const number = Number(argument);
        add(String.fromCharCode(number < 0 ? number + 0x10000 : number));
        skip = group.skipped;
      } else if (word === 'f' || word === 'af') {
        group = { ...group, encoding: fonts.get(argument ?? '') };
      } else if (word === 'uc') group = { ...group, skipped: Math.min(Number(argument ?? 1), 100) };
      else if (hiddenGroups.has(word)) hide(word);
      else if (Object.hasOwn(characters, word)) add(characters[word] ?? '');
    } else if (hex !== undefined) {
      if (skip > 0) skip -= 1;
      else {
        const unit = unitsOf(group.encoding ?? own)[Number.parseInt(hex, 16)] ?? unmapped;
        add(String.fromCharCode(unit));
      }
    } else if (sign !== undefined) {
      if (sign === '*') group = { ...group, isHidden: true };
      else if (sign === '~') add(' ');
      else if (sign === '\n' || sign === '\r') add('\n');
      else if ('\\{}'.includes(sign)) add(sign);
    } else if (text !== undefined) {
      const shown = skip > 0 ? text.slice(skip) : text;
      skip = Math.max(0, skip - text.length);
      add(shown);
    }
  }
  const lines = parts.join('').split('\n');
  const body = lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (!/\p{L}/u.test(body)) return undefined;
  return readingOf('rtf', `${body}\n`, dropped, undefined, 'text');
}
