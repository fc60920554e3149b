/** A picture in Markdown: `![alt](address "title")`. */
export interface MarkdownPicture {
  readonly alt: string;
  /** As written, without its angle brackets and escapes. */
  readonly address: string;
  /** With its quotation marks as written; empty where there is none. */
  readonly title: string;
  /** Whether it is the text of a link. */
  readonly isLinked: boolean;
}

/**
 * What may follow `![alt]`: the address, in angle brackets or with balanced parentheses, and a title. Each part is
 * bounded, so that many openings without an end take linear time.
 */
const destination =
  /\(\s{0,9}(?:<((?:[^<>\n\\]|\\.){0,4000})>|((?:[^\s()\\<]|\\.|\((?:[^\s()\\]|\\.){0,500}\))(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,4000}))(?:\s{1,9}("(?:[^"\\]|\\.){0,4000}"|'(?:[^'\\]|\\.){0,4000}'))?\s{0,9}\)/y;

/** Longest text alternative in UTF-16 code units: beyond it, `![` without an end is text. */
const maxAltLength = 2000;

/** Returns the position of the bracket that closes a text alternative; −1 where there is none. */
function closingBracket(markdown: string, from: number): number {
  const end = Math.min(markdown.length, from + maxAltLength);
  let depth = 0;
  for (let at = from; at < end; at += 1) {
    const sign = markdown[at];
    if (sign === '\\') at += 1;
    else if (sign === '[') depth += 1;
    else if (sign === ']') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return -1;
}

const unescaped = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** Tells whether the character at a position is escaped by a backslash. */
function isEscaped(markdown: string, at: number): boolean {
  let slashes = 0;
  while (markdown[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/**
 * Returns Markdown with each picture replaced. A text without `![` is returned as it is; the time is linear.
 *
 * @param replace returns what stands in the place of a picture; undefined to leave it as written
 */
export function replacePictures(
  markdown: string,
  replace: (picture: MarkdownPicture) => string | undefined,
): string {
  let result = '';
  let copied = 0;
  for (let at = markdown.indexOf('!['); at !== -1; at = markdown.indexOf('![', at + 2)) {
    if (at < copied || isEscaped(markdown, at)) continue;
    const close = closingBracket(markdown, at + 2);
    if (close === -1) continue;
    destination.lastIndex = close + 1;
    const match = destination.exec(markdown);
    if (match === null) continue;
    const [whole, bracketed, bare = '', title = ''] = match;
    const isLinked = markdown[at - 1] === '[' && !isEscaped(markdown, at - 1);
    const picture = {
      ...{ alt: markdown.slice(at + 2, close), title, isLinked },
      address: unescaped(bracketed ?? bare),
    };
    const replacement = replace(picture);
    const end = close + 1 + whole.length;
    result += markdown.slice(copied, at) + (replacement ?? markdown.slice(at, end));
    copied = end;
  }
  return copied === 0 ? markdown : result + markdown.slice(copied);
}

/** Returns an address as Markdown writes it: in angle brackets where it has spaces or parentheses. */
export const markdownAddress = (address: string): string =>
  /[\s()<>\\]/.test(address)
    ? `<${address.replace(/[<>\\]/g, (sign) => `\\${sign}`).replace(/\n/g, ' ')}>`
    : address;
