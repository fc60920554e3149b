import type { InlineHtml } from '../../model/block.ts';
import type { Redactor } from './redactor.ts';

/** A tag or a run of text of inline HTML. */
interface Token {
  readonly html: string;
  /** The text; undefined for a tag. */
  readonly text: string | undefined;
}

const tag = /<\/?[a-z][^\s"'>]*(?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

const references: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' },
};

/** Decodes the character references that rehype-stringify writes. */
const decoded = (html: string): string =>
  html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return references[name] ?? whole;
  });

const escaped = (text: string): string =>
  text.replace(/[&<]/g, (sign) => (sign === '&' ? '&#x26;' : '&#x3C;'));

function tokensOf(html: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const addText = (end: number): void => {
    if (end > at) tokens.push({ html: html.slice(at, end), text: decoded(html.slice(at, end)) });
  };
  for (const { 0: found, index } of html.matchAll(tag)) {
    addText(index);
    tokens.push({ html: found, text: undefined });
    at = index + found.length;
  }
  addText(html.length);
  return tokens;
}

/** Removes the links whose address or title has a name; their words stay. */
function withoutNamedLinks(tokens: readonly Token[], redactor: Redactor): readonly Token[] {
  let isDropping = false;
  return tokens.filter(({ html, text }) => {
    if (text !== undefined) return true;
    if (/^<a[\s>]/i.test(html)) isDropping = redactor.has(decoded(html));
    else if (!isDropping || !/^<\/a>/i.test(html)) return true;
    const isKept = !isDropping;
    if (html.startsWith('</')) isDropping = false;
    return isKept;
  });
}

/** Removes elements of which the whole text was replaced before them. */
function withoutEmptyElements(html: string): string {
  const shorter = html.replace(/<(a|bdi|code|em|strong)(?:\s[^>]*)?><\/\1>/g, '');
  return shorter === html ? html : withoutEmptyElements(shorter);
}

/**
 * Returns inline HTML with the names in its text replaced, also those that elements divide
 * (`محمد <strong>علي</strong>`), and without links to an address with a name.
 */
export function redactMarkup(markup: InlineHtml, redactor: Redactor): InlineHtml {
  const tokens = withoutNamedLinks(tokensOf(markup), redactor);
  const text = tokens.map((token) => token.text ?? '').join('');
  const matches = redactor.find(text);
  let start = 0;
  const parts = tokens.map(({ html, text: own }) => {
    if (own === undefined || matches.length === 0) return html;
    const end = start + own.length;
    let kept = '';
    let at = start;
    for (const match of matches) {
      if (match.end <= start || match.start >= end) continue;
      kept += text.slice(at, Math.max(at, match.start));
      if (match.start >= start) kept += redactor.replacement(match, text);
      at = Math.min(end, match.end);
    }
    kept += text.slice(at, end);
    start = end;
    return escaped(kept);
  });
  // Only text was replaced, and escaped again; the tags are those of the safe original.
  const { mark } = redactor;
  const html = parts.join('').replaceAll(`${mark}\n `, `${mark}\n`);
  return (matches.length === 0 ? html : withoutEmptyElements(html)) as InlineHtml;
}
