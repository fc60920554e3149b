import { htmlBlocks } from '../../html/blocks.ts';
import { escapeLessThan } from '../../html/close-tags.ts';
import { htmlText } from '../../html/line.ts';
import { blocksBody } from '../../html/seed-body.ts';
import type { RecordTextFormat } from '../../model/record.ts';
import { columnKey } from './columns.ts';
import { type Fields, fieldAt, isEmptyValue } from './fields.ts';

/** Names of our own for the field of the text, by precedence. */
const ownTextFields = ['text', 'content', 'body'];

/** Returns the field that holds the text of a record where the settings name none. */
export function textFieldOf(fields: Fields): string {
  const filled = (name: string): boolean =>
    fields.has(name) && fieldText(fieldAt(fields, name)).text.trim() !== '';
  const own = ownTextFields.find(filled);
  if (own !== undefined) return own;
  const named = [...fields.keys()].filter((name) => columnKey(name) === 'text');
  return named.find(filled) ?? ownTextFields.find((name) => fields.has(name)) ?? named[0] ?? 'text';
}

/** A text, and whether it had no halves of characters. */
interface FieldText {
  readonly text: string;
  readonly isSound: boolean;
}

/** Returns what WordPress renders: `{"rendered": "<p>…"}`; the value itself where it is no such object. */
function rendered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return 'rendered' in value && typeof value.rendered === 'string' ? value.rendered : value;
}

/** Returns the text of a field; the items of a list are paragraphs. */
export function fieldText(written: unknown): FieldText {
  const value = rendered(written);
  if (isEmptyValue(value)) return { text: '', isSound: true };
  const text = Array.isArray(value)
    ? value.filter((item) => typeof item === 'string').join('\n\n')
    : typeof value === 'string'
      ? value
      : '';
  return { text: text.toWellFormed(), isSound: text.isWellFormed() };
}

/**
 * A line break written as two letters, which programs write that escape a text twice; `C:\new` and `\nabla` hold
 * none.
 */
const writtenBreak = /\\{1,4}r\\{1,4}n|(?<![A-Za-z\d:\\])\\{1,4}[nr]|\\{1,4}[nr](?![a-z\\])/g;

/** A letter of Arabic, or a sign, that JSON escaped twice; and two of them, which no prose has. */
const writtenLetter =
  /\\{1,4}u(06[\da-f]{2}|00(?:[2-6ab][\da-f]|7[\da-e])|20(?:1[\da-f]|2[0-7]))/gi;
const writtenWord = /\\u06[\da-f]{2}\\{1,4}u06[\da-f]{2}/i;

/** Returns a text in which letters that JSON escaped twice (`\\u0642`) are letters. */
const withLetters = (text: string): string =>
  writtenWord.test(text)
    ? text.replace(writtenLetter, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** Returns a text with real line breaks where it has none but those written as two letters. */
export function withBreaks(written: string): string {
  if (!written.includes('\\')) return written;
  const text = withLetters(written);
  if (/[\n\r]/.test(text)) return text;
  const broken = text.replace(writtenBreak, '\n');
  return broken === text ? text : broken.replace(/\\+t/g, '\t').replace(/\\+(["'/])/g, '$1');
}

/** Tags of HTML that do not occur in prose by chance. */
const blockTag =
  /<(?:\/(?:p|div|h[1-6]|ul|ol|li|blockquote|table|tr|td|figure|section|article|span|strong|em|a)|(?:p|br|div|span|h[1-6]|ul|ol|li|blockquote|strong|em|a|img|table|figure|font|hr|iframe|section|article)(?:\s[^<>]*)?\/?)>/i;

/** Start and end of elements, and line breaks. */
const [openTag, closeTag, breakTag] = [
  /<(?:p|div|h[1-6]|ul|ol|blockquote|table)(?:\s[^<>]*)?>/i,
  /<\/(?:p|div|h[1-6]|ul|ol|blockquote|table)\s*>/i,
  /<br\s*\/?>/gi,
];

/** Tells whether a text is HTML whatever the others of its file are: it has whole elements, or several line breaks. */
const isCertainHtml = (text: string): boolean =>
  (openTag.test(text) && closeTag.test(text)) || (text.match(breakTag)?.length ?? 0) > 1;

/** Tells whether a text may be HTML. */
export const hasTags = (text: string): boolean => text.includes('<') && blockTag.test(text);

/** Marks of Markdown that do not occur in prose by chance: a heading, a link, bold words, a list of links. */
const markdownMarks =
  /^#{1,6} \S.*$|!?\[[^\]\n]{1,300}\]\((?:https?:\/\/|\/|\.{0,2}\/|#|mailto:)[^)\s]{0,500}\)|(?<![*\w])\*\*[^*\s][^*\n]{0,300}\*\*(?![*\w])|^```/m;

/** Tells whether a text has marks of Markdown. */
export const hasMarkdown = (text: string): boolean =>
  /[#*`]|\]\(/.test(text) && markdownMarks.test(text);

/** The text of a record, and how it is read. */
export interface RecordText {
  readonly text: string;
  readonly format: 'text' | 'markdown';
  /** Whether it was HTML over the limits, and was read without its tags. */
  readonly isReduced: boolean;
}

/** Tells whether a text of a seed is read as HTML. */
function isHtml(text: string, format: RecordTextFormat, isGiven: boolean): boolean {
  if (format === 'html') return /[<&]/.test(text);
  if (isGiven || format === 'markdown' || !text.includes('<')) return false;
  return hasTags(text) && isCertainHtml(text);
}

/**
 * Returns the text of a record as it is read: HTML becomes Markdown, or plain text where it marks nothing but
 * paragraphs.
 *
 * @param format that of the seed's texts
 * @param isGiven whether the settings say so, so that no text is of another
 * @param base URL of the record's page, against which links are resolved
 */
export function recordText(
  received: string,
  format: RecordTextFormat,
  isGiven: boolean,
  base: string | undefined,
): RecordText {
  const text = withBreaks(received);
  if (!isHtml(text, format, isGiven)) {
    return { text, format: format === 'markdown' ? 'markdown' : 'text', isReduced: false };
  }
  const lineEnds = hasTags(text) && /<(?:p|div|li|h[1-6])\b/i.test(text) ? 'paragraphs' : 'lines';
  const { blocks, isReduced } = htmlBlocks(escapeLessThan(text), { base, lineEnds });
  const { body, format: read } = blocksBody(blocks);
  return { text: body, format: read, isReduced };
}

/**
 * Returns a line of metadata that is HTML as its text: a title of WordPress, an object that it renders; every other
 * value as it is.
 *
 * @param format that of the seed's texts
 */
export function lineOfHtml(written: unknown, format: RecordTextFormat): unknown {
  const value = rendered(written);
  if (typeof value !== 'string') return value;
  const isHtmlLine = hasTags(value) || (format === 'html' && /&[#\w]+;/.test(value));
  const text = isHtmlLine ? htmlText(value) : value;
  return text.includes('\\') ? withLetters(text).replace(writtenBreak, ' ') : text;
}

/** Returns a value whose texts may be HTML, those in lists and objects too, as text, in a seed of HTML. */
export function linesOfHtml(value: unknown, format: RecordTextFormat): unknown {
  if (format !== 'html') return value;
  if (typeof value === 'string') return lineOfHtml(value, format);
  if (Array.isArray(value)) return value.map((item) => linesOfHtml(item, format));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, linesOfHtml(inner, format)]),
  );
}
