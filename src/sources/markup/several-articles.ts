import { type MarkupText, noMetadata } from './reading.ts';

/** A line of signs that parts what stands above it from what is below. */
const separator = /^[ \t]*(?:-{5,}|={5,}|\*{5,}|_{5,}|~{5,}|#{5,})[ \t]*\r?$/gm;

/** Signs of an article of its own at the head of a part: a label, a numbered item of news, a whole day. */
const label = /^(?:العنوان|عنوان|التاريخ|تاريخ|الكاتب|title|date|author)\s*[:=]/i;
const numbered = /^(?:ال)?(?:خبر|مقال[ةه]?|تقرير)\s+(?:رقم\s+)?[\d٠-٩]{1,5}(?:\s*[:：.\-–)]|\s*$)/;
const day =
  /^(?:.{0,40}[\s(])?(?:[\d٠-٩]{4}[-/][\d٠-٩]{1,2}[-/][\d٠-٩]{1,2}|[\d٠-٩]{1,2}[-/][\d٠-٩]{1,2}[-/][\d٠-٩]{4}|[\d٠-٩]{1,2}\s+\p{L}{3,10}\s+[\d٠-٩]{4})(?:\s*م)?\)?\s*$/u;

/** What stands between two separators. */
interface Part {
  readonly text: string;
  /** Line on which it begins, from 0. */
  readonly line: number;
}

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let [at, line] = [0, 0];
  const add = (end: number): void => {
    const part = text.slice(at, end);
    const blank = /^\s*/.exec(part)?.[0] ?? '';
    if (blank.length < part.length) {
      parts.push({ text: part.trim(), line: line + blank.split('\n').length - 1 });
    }
    line += part.split('\n').length - 1;
  };
  for (const { 0: found, index } of text.matchAll(separator)) {
    add(index);
    at = index + found.length;
  }
  add(text.length);
  return parts;
}

const linesOfPart = ({ text }: Part): readonly string[] =>
  text
    .slice(0, 4000)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const wordCount = (line: string): number => line.split(/\s+/).length;

/** Tells whether a part has a line like a title and a body below it. */
function hasTitle(part: Part): boolean {
  const [first = '', ...others] = linesOfPart(part);
  const isTitle = wordCount(first) <= 15 && /\p{L}/u.test(first) && !/[.،؛,;:]$/.test(first);
  return isTitle && others.some((line) => wordCount(line) >= 7);
}

/** Tells whether a part begins as an article of its own does. */
const isOwn = (part: Part): boolean => {
  const head = linesOfPart(part).slice(0, 4);
  return numbered.test(head[0] ?? '') || head.some((line) => label.test(line) || day.test(line));
};

/** Several articles in one text. */
export interface SeveralArticles {
  readonly count: number;
  /** The articles, where it is certain that they are; otherwise the text stays one. */
  readonly texts: readonly [MarkupText, ...MarkupText[]] | undefined;
}

/**
 * Tells whether a plain text holds several articles, parted by lines of signs: three parts or more, each with a
 * title and a body. They are parted where each begins as an article of its own, with a label, a number of news or its
 * day; sections of one article do not.
 */
export function severalArticles(text: string): SeveralArticles | undefined {
  if (!/-{5}|={5}|\*{5}|_{5}|~{5}|#{5}/.test(text)) return undefined;
  const parts = partsOf(text);
  if (parts.length < 3 || !parts.every(hasTitle)) return undefined;
  const count = parts.length;
  if (!parts.every(isOwn)) return { count, texts: undefined };
  const [first, ...others] = parts.map(
    (part): MarkupText => ({
      ...{ format: 'text', text: `${part.text}\n`, metadata: noMetadata, line: part.line },
    }),
  );
  return { count, texts: first === undefined ? undefined : [first, ...others] };
}
