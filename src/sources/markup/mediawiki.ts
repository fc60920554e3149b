import { type MarkupReading, readingOf } from './reading.ts';
import { withoutTemplates } from './wiki-templates.ts';

const heading = /^(={1,6})[ \t]*([^=\n][^\n]*?)[ \t]*\1[ \t]*$/gm;
const category = /\[\[\s*:?(?:تصنيف|category)\s*:\s*([^\]|\n]{1,200})(?:\|[^\]\n]*)?\]\]/gi;
const picture = /\[\[\s*:?(?:ملف|صورة|file|image|media)\s*:/i;
const language = /^\[\[[a-z]{2,3}(?:-[a-z]+)*:[^\]\n]+\]\]\s*$/gm;
const bold = /'''/;

/** Kinds of signs of MediaWiki that a text has; two of them tell it. */
function signsOf(text: string): ReadonlySet<string> {
  const signs = new Set<string>();
  if (/^={2,6}[ \t]*[^=\n]+?[ \t]*={2,6}[ \t]*$/m.test(text)) signs.add('heading');
  if (/\[\[\s*:?(?:تصنيف|category)\s*:/i.test(text)) signs.add('category');
  if (/\[\[[^[\]\n]+\]\]/.test(text)) signs.add('link');
  if (/\{\{[^{}<%\n][^{}\n]*(?:\}\}|\n)/.test(text)) signs.add('template');
  if (bold.test(text)) signs.add('bold');
  if (/<ref[\s>/]/i.test(text)) signs.add('ref');
  if (/^\{\|/m.test(text)) signs.add('table');
  return signs;
}

/**
 * Tells whether a text is of MediaWiki: it has two kinds of its signs, or a category. In Markdown, where `[[name]]`
 * is a link too and `{{…}}` a tag, it needs a heading or a category beside another.
 */
export function isMediaWiki(text: string, format: 'text' | 'markdown'): boolean {
  const hasBrackets = text.includes('[[') || text.includes('{{') || text.includes("'''");
  if (!hasBrackets && !/^\{\|/m.test(text)) return false;
  const signs = signsOf(text);
  if (format === 'text') return signs.size > 1 || signs.has('category');
  return signs.size > 1 && (signs.has('heading') || signs.has('category') || signs.has('ref'));
}

/** Returns links as Markdown writes them: those to articles of the wiki are their words. */
function links(text: string, drop: () => void): string {
  const inner = text.replace(/\[\[([^[\]\n]*)\]\]/g, (whole, content: string) => {
    if (picture.test(whole)) {
      drop();
      return '';
    }
    const [target = '', ...shown] = content.split('|');
    return (shown.at(-1) ?? target.replace(/^:/, '').replace(/#/g, ' ')).trim();
  });
  // A picture whose caption held links.
  const outer = inner.replace(/\[\[([^[\]\n]*)\]\]/g, (whole, content: string) => {
    if (!picture.test(whole)) return content;
    drop();
    return '';
  });
  return outer.replace(
    /\[((?:https?:)?\/\/[^\s\]<>]{1,2000})(?:[ \t]+([^[\]\n]{0,500}))?\]/g,
    (_, url: string, words: string | undefined) => {
      const address = url.startsWith('//') ? `https:${url}` : url;
      const label = words?.trim() ?? '';
      return label === '' ? `<${address}>` : `[${label}](<${address}>)`;
    },
  );
}

/** Returns a table of a wiki as one of Markdown, a row a line; what a row spans is left out. */
function table(source: string): string {
  const rows: string[][] = [[]];
  let hasHead = false;
  for (const line of source.split('\n').slice(1)) {
    const sign = /^\s*(\|-|\|\}|\|\+|[|!])/.exec(line)?.[1];
    if (sign === undefined) {
      const row = rows.at(-1);
      const last = row?.at(-1);
      if (row !== undefined && last !== undefined) row[row.length - 1] = `${last} ${line.trim()}`;
    } else if (sign === '|-') rows.push([]);
    else if (sign === '|' || sign === '!') {
      if (sign === '!' && rows.length <= 2) hasHead = true;
      const content = line.trim().slice(1);
      for (const cell of content.split(sign === '!' ? /!!|\|\|/ : '||')) {
        const words = /^[^|[\]]*=[^|]*\|(.*)$/.exec(cell)?.[1] ?? cell;
        rows.at(-1)?.push(words.trim().replaceAll('|', '\\|'));
      }
    }
  }
  const filled = rows.filter((row) => row.length > 0);
  const width = filled.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0 || width > 100) return filled.flat().join('\n');
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, i) => row[i] ?? '').join(' | ')} |`;
  const [head = [], ...body] = hasHead ? filled : [[], ...filled];
  const rule = `|${' - |'.repeat(width)}`;
  return `\n${[line(head), rule, ...body.map(line)].join('\n')}\n`;
}

/** Returns a text with its tables in Markdown; one that is not closed stays. */
function withTables(text: string): string {
  if (!text.includes('{|')) return text;
  const lines: string[] = [];
  let open: string[] | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('{|')) {
      for (const one of open ?? []) lines.push(one);
      open = [line];
    } else if (open === undefined) lines.push(line);
    else {
      open.push(line);
      if (!line.startsWith('|}')) continue;
      lines.push(table(open.join('\n')));
      open = undefined;
    }
  }
  for (const one of open ?? []) lines.push(one);
  return lines.join('\n');
}

/** Removes references (`<ref>…</ref>`, `<ref name="a"/>`); of one that is not closed only the tag. */
function withoutReferences(text: string, drop: () => void): string {
  const lower = text.toLowerCase();
  const parts: string[] = [];
  let [at, end] = [0, 0];
  for (let start = lower.indexOf('<ref'); start !== -1; start = lower.indexOf('<ref', at)) {
    const close = text.indexOf('>', start);
    if (close === -1) break;
    parts.push(text.slice(at, start));
    at = close + 1;
    if (!/[\s>/]/.test(text[start + 4] ?? '')) {
      parts.push(text.slice(start, at));
      continue;
    }
    drop();
    if (text[close - 1] === '/' || end === -1) continue;
    end = lower.indexOf('</ref', at);
    const after = end === -1 ? -1 : text.indexOf('>', end);
    if (after !== -1) at = after + 1;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Returns the start of a line's list as Markdown writes it. */
function listLine(signs: string): string {
  const last = signs.at(-1);
  if (last === ':' || last === ';') return '';
  return `${'   '.repeat(Math.min(signs.length, 9) - 1)}${last === '#' ? '1.' : '-'} `;
}

/**
 * Reads the source of a page of MediaWiki as Markdown: headings, bold words, lists, tables and links; categories
 * are topics; templates, pictures and references are left out and counted, the day in a template of dates is that of the text.
 */
export function readMediaWiki(source: string): MarkupReading {
  let dropped = 0;
  const drop = (): void => {
    dropped += 1;
  };
  const topics: string[] = [];
  let text = source.replaceAll('\r\n', '\n').replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  text = withoutReferences(text, drop);
  let date: string | undefined;
  text = withoutTemplates(text, drop, (day) => {
    date ??= day;
  });
  text = text.replace(category, (_, name: string) => {
    topics.push(name.trim());
    return '';
  });
  text = text
    .replace(language, '')
    .replace(/__[A-Z]{3,20}__/g, '')
    .replace(/<\/?nowiki\s*\/?>/gi, '');
  text = withTables(text);
  text = text.replace(/^([*#:;]{1,20})[ \t]*(?=\S)/gm, (_, signs: string) => listLine(signs));
  text = links(text, drop);
  text = text.replace(/'''''([^'\n]+)'''''/g, '***$1***').replace(/'''([^\n]+?)'''/g, '**$1**');
  text = text.replace(/''([^'\n]+)''/g, '*$1*').replace(/'{2,5}/g, '');
  text = text.replace(heading, (_, signs: string, words: string) => {
    return `\n${'#'.repeat(Math.max(signs.length, 2))} ${words}\n`;
  });
  text = text
    .replace(/^-{4,}[ \t]*$/gm, '\n---\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const metadata = new Map<string, string | readonly string[]>();
  if (date !== undefined) metadata.set('date', date);
  if (topics.length > 0) metadata.set('topics', topics);
  return readingOf('mediawiki', `${text}\n`, dropped, metadata);
}
