import { type MarkupReading, readingOf } from './reading.ts';

/** Commands whose names tell LaTeX from text with a backslash. */
const known =
  /\\(?:documentclass|usepackage|begin\{|end\{|(?:sub){0,2}section\*?\{|chapter\*?\{|text(?:bf|it|arabic|english)\{|emph\{|footnote\{|maketitle|item\b)/g;

/** Tells whether a text is LaTeX: it has the beginning of a document, or two of its commands. */
export function isLatex(text: string): boolean {
  if (!text.includes('\\')) return false;
  if (/\\documentclass|\\begin\{document\}/.test(text)) return true;
  let found = 0;
  for (const _ of text.matchAll(known)) {
    found += 1;
    if (found > 1) return true;
  }
  return false;
}

/** Returns the argument of a command: the text to the brace that closes it, and the offset after it. */
function argumentAt(text: string, from: number): readonly [value: string, end: number] {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return [text.slice(from + 1, at), at + 1];
    }
  }
  return [text.slice(from + 1), text.length];
}

const headings: Readonly<Record<string, string>> = {
  ...{ part: '##', chapter: '##', section: '##', subsection: '###', subsubsection: '####' },
  paragraph: '#####',
};

/** Marks of Markdown around the argument of a command. */
const marks: Readonly<Record<string, string>> = { textbf: '**', textit: '*', emph: '*' };

/** Commands whose arguments are no text. */
const silent = new Set(
  'label ref cite pageref vspace hspace usepackage documentclass includegraphics bibliography bibliographystyle input include setlength pagestyle thispagestyle selectlanguage setmainfont newfontfamily newcommand renewcommand'.split(
    ' ',
  ),
);

const signs: Readonly<Record<string, string>> = {
  ldots: '…',
  dots: '…',
  par: '\n\n',
  newline: '\n',
  LaTeX: 'LaTeX',
};

/** Deepest nesting of commands that is read. */
const maxDepth = 20;

/** Returns the words of LaTeX as Markdown; linear for each level of nesting, of which there are few. */
function wordsOfLatex(text: string, drop: () => void, depth = 0): string {
  const parts: string[] = [];
  const command = /\\([a-zA-Z]+)\*?|\\([^a-zA-Z])|([{}~])|(``|''|---?)/g;
  let at = 0;
  for (let match = command.exec(text); match !== null; match = command.exec(text)) {
    parts.push(text.slice(at, match.index));
    at = command.lastIndex;
    const [, name, sign, brace, typed] = match;
    if (typed !== undefined)
      parts.push({ '``': '“', "''": '”', '--': '–', '---': '—' }[typed] ?? typed);
    else if (brace !== undefined) parts.push(brace === '~' ? ' ' : '');
    else if (sign !== undefined)
      parts.push(sign === '\\' ? '\n' : /[%&_#${}]/.test(sign) ? sign : ' ');
    else if (name === 'begin' || name === 'end' || name === 'item') {
      if (name !== 'item') at = argumentAt(text, at)[1];
      parts.push(name === 'item' ? '\n- ' : '\n');
    } else if (name !== undefined) {
      while (text[at] === '[') at = Math.max(text.indexOf(']', at) + 1, at + 1);
      if (Object.hasOwn(signs, name)) parts.push(signs[name] ?? '');
      else if (text[at] === '{' && depth < maxDepth) {
        const [value, end] = argumentAt(text, at);
        at = end;
        const inner = silent.has(name) ? '' : wordsOfLatex(value, drop, depth + 1).trim();
        const level = headings[name];
        const mark = marks[name] ?? '';
        if (inner === '') drop();
        else if (level !== undefined) parts.push(`\n\n${level} ${inner.replace(/\s+/g, ' ')}\n\n`);
        else if (name === 'footnote') parts.push(` (${inner})`);
        else parts.push(`${mark}${inner}${mark}`);
      } else if (
        !/^(?:maketitle|noindent|centering|large|Large|small|bfseries|itshape)$/.test(name)
      )
        drop();
    }
    command.lastIndex = at;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Returns the argument of the first command of a name. */
function argumentOf(text: string, name: string): string {
  const at = text.indexOf(`\\${name}{`);
  return at === -1
    ? ''
    : wordsOfLatex(argumentAt(text, at + name.length + 1)[0].replace(/\\and\b/g, '،'), () => {})
        .replace(/\*+/g, '')
        .replace(/\s+/g, ' ')
        .replaceAll(' ،', '،')
        .trim();
}

/** Returns a text without the commands of a name and their arguments. */
function withoutCommand(text: string, name: string): string {
  const at = text.indexOf(`\\${name}{`);
  if (at === -1) return text;
  return text.slice(0, at) + text.slice(argumentAt(text, at + name.length + 1)[1]);
}

/** Returns the rows of a table as Markdown writes them; the first names the columns. */
function tableRows(rows: string): string {
  const cells = rows
    .replace(/\\(?:hline|toprule|midrule|bottomrule|cline\{[^{}]*\})/g, '')
    .split('\\\\')
    .filter((row) => row.trim() !== '')
    .map((row) =>
      row.split(/(?<!\\)&/).map((cell) => cell.replaceAll('|', ' ').trim().replace(/\s+/g, ' ')),
    );
  const [first] = cells;
  if (first === undefined) return '';
  const lines = cells.map((row) => `| ${row.join(' | ')} |`);
  return `\n\n${[lines[0], `|${' - |'.repeat(first.length)}`, ...lines.slice(1)].join('\n')}\n\n`;
}

/** Replaces tables by those of Markdown; the letters that align the columns are no text. */
function withTables(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('\\begin{tabular', at);
    const end = start === -1 ? -1 : text.indexOf('\\end{tabular', start);
    if (end === -1) break;
    const [name, afterName] = argumentAt(text, start + 6);
    const afterPlace =
      /^\[[^\]\n]{0,20}\]/.exec(text.slice(afterName, afterName + 22))?.[0].length ?? 0;
    const first = argumentAt(text, afterName + afterPlace)[1];
    const from = name === 'tabular' ? first : argumentAt(text, first)[1];
    if (from > end) break;
    parts.push(text.slice(at, start), tableRows(text.slice(from, end)));
    at = argumentAt(text, end + 4)[1];
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Reads LaTeX as Markdown: headings, bold and slanted words, items; other commands are left out, their words stay. */
export function readLatex(source: string): MarkupReading {
  const text = source.replaceAll('\r\n', '\n').replace(/(^|[^\\\d٠-٩])%[^\n]*/g, '$1');
  const start = text.indexOf('\\begin{document}');
  const end = text.lastIndexOf('\\end{document}');
  const body = text.slice(start === -1 ? 0 : start + 16, end > start ? end : undefined);
  let dropped = 0;
  const named = withTables(['title', 'author', 'date'].reduce(withoutCommand, body));
  const words = wordsOfLatex(named, () => {
    dropped += 1;
  });
  const markdown = words
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const metadata = new Map(
    [
      ['title', argumentOf(text, 'title')],
      ['authors', argumentOf(text, 'author')],
      ['date', argumentOf(text, 'date')],
    ].filter(([, value]) => value !== '') as [string, string][],
  );
  return readingOf('latex', `${markdown}\n`, dropped, metadata);
}
