import type { Story } from './stories.ts';

const arabic = (n: number): string =>
  String(n).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[+digit] ?? '');
const ordinals = ['أولًا', 'ثانيًا', 'ثالثًا'];
const letters = ['أ', 'ب', 'ج'];

/** Ways in which people write a heading on a line of its own: from its words and its number. */
export const headingForms: Readonly<Record<string, (words: string, n: number) => string>> = {
  bare: (words) => words,
  'a number and a dash': (words, n) => `${n}- ${words}`,
  'a number and a dash without a blank': (words, n) => `${n}-${words}`,
  'a number and a dash between blanks': (words, n) => `${n} – ${words}`,
  'a number and a full stop': (words, n) => `${n}. ${words}`,
  'an Arabic number and a full stop': (words, n) => `${arabic(n)}. ${words}`,
  'an Arabic number and a dash': (words, n) => `${arabic(n)}- ${words}`,
  'a number in parentheses': (words, n) => `(${n}) ${words}`,
  'a number and a parenthesis': (words, n) => `${arabic(n)}) ${words}`,
  'a number in brackets': (words, n) => `[${n}] ${words}`,
  'a number, and a colon': (words, n) => `${n}- ${words}:`,
  'a number and a slash': (words, n) => `${n}/ ${words}`,
  'a letter and a parenthesis': (words, n) => `${letters[n - 1]}) ${words}`,
  'a letter in parentheses': (words, n) => `(${letters[n - 1]}) ${words}`,
  'a letter and a dash': (words, n) => `${letters[n - 1]}- ${words}`,
  'a Roman number': (words, n) => `${'I'.repeat(n)}. ${words}`,
  'an ordinal and a colon': (words, n) => `${ordinals[n - 1]}: ${words}`,
  'an ordinal and a dash': (words, n) => `${ordinals[n - 1]} - ${words}`,
  'a colon': (words) => `${words}:`,
  'a colon after a blank': (words) => `${words} :`,
  'a star on both sides': (words) => `*${words}*`,
  'two stars on both sides': (words) => `** ${words} **`,
  'three stars on both sides': (words) => `*** ${words} ***`,
  'two stars before': (words) => `** ${words}`,
  'a dash on both sides': (words) => `- ${words} -`,
  'a long dash on both sides': (words) => `— ${words} —`,
  'a tatweel on both sides': (words) => `ـ ${words} ـ`,
  'a dash before': (words) => `- ${words}`,
  'a tatweel before': (words) => `ـ ${words}`,
  'a bullet before': (words) => `• ${words}`,
  'a square before': (words) => `■ ${words}`,
  'equals signs on both sides': (words) => `=== ${words} ===`,
  'a hash sign before': (words) => `# ${words}`,
  'hash signs on both sides': (words) => `## ${words} ##`,
  'low lines on both sides': (words) => `__${words}__`,
  brackets: (words) => `[${words}]`,
  'quotation marks': (words) => `«${words}»`,
  'quotation marks after blanks': (words) => `« ${words} »`,
  'a line of hyphens below': (words) => `${words}\n${'-'.repeat(words.length)}`,
  'a line of equals signs below': (words) => `${words}\n=====`,
  'a line of tatweels below': (words) => `${words}\nــــــــ`,
};

/** Wraps a text at a width, as programs do. */
export function wrapped(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.pop() ?? '';
    if (line === '') lines.push(word);
    else if (line.length + 1 + word.length <= width) lines.push(`${line} ${word}`);
    else lines.push(line, word);
  }
  return lines.join('\n');
}

/** A part of a text: its title, a heading, or a paragraph. */
interface Part {
  readonly kind: 'title' | 'heading' | 'paragraph';
  readonly text: string;
}

const wrap = (parts: readonly Part[], width: number): readonly Part[] =>
  parts.map(({ kind, text }) => ({
    kind,
    text: kind === 'paragraph' ? wrapped(text, width) : text,
  }));

const join = (parts: readonly Part[], separator: string): string =>
  parts.map(({ text }) => text).join(separator);

const apart = (parts: readonly Part[]): string =>
  parts.map(({ kind, text }) => (kind === 'heading' ? `\n${text}` : text)).join('\n');

/** Ways in which the lines of a text lie. */
export const lineLayouts: Readonly<Record<string, (parts: readonly Part[]) => string>> = {
  'with blank lines': (parts) => join(parts, '\n\n'),
  'without blank lines': (parts) => join(parts, '\n'),
  'with blank lines before headings': apart,
  'with the line ends of Windows': (parts) =>
    join(parts, '\r\n\r\n').replaceAll(/(?<!\r)\n/g, '\r\n'),
  'wrapped, with blank lines': (parts) => join(wrap(parts, 60), '\n\n'),
  'wrapped, without blank lines': (parts) => join(wrap(parts, 70), '\n'),
  'wrapped, with blank lines before headings': (parts) => apart(wrap(parts, 80)),
};

/** Returns the parts of a story with its headings in a form. */
export const partsOfStory = (
  { title, lead, sections }: Story,
  form: (words: string, n: number) => string,
): readonly Part[] => [
  { kind: 'title', text: title },
  { kind: 'paragraph', text: lead },
  ...sections.flatMap(([heading, paragraphs], index): readonly Part[] => [
    { kind: 'heading', text: form(heading, index + 1) },
    ...paragraphs.map((text): Part => ({ kind: 'paragraph', text })),
  ]),
];
