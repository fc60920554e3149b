import type { MarkupKind } from '../../model/markup.ts';
import { restoreEntities } from '../repair/entities.ts';
import { htmlSigns } from './html-signs.ts';
import { readHtmlText } from './html-text.ts';
import { isLatex, readLatex } from './latex.ts';
import { type LostLetters, lostLetters } from './lost-letters.ts';
import { isMediaWiki, readMediaWiki } from './mediawiki.ts';
import { isOpenIti, readOpenIti } from './openiti.ts';
import { type MarkupReading, type MarkupText, noMetadata } from './reading.ts';
import { readRtf } from './rtf.ts';
import { type SeveralArticles, severalArticles } from './several-articles.ts';
import { mayHaveTags, readTags } from './template-tags.ts';
import { isWikiDump, readWikiDump } from './wiki-dump.ts';

/** What was found in a text, and what it became. */
export interface ReadMarkup {
  readonly texts: readonly [MarkupText, ...MarkupText[]];
  /** The kinds of markup that were read, with the number of parts left out of each. */
  readonly kinds: readonly Pick<MarkupReading, 'kind' | 'dropped'>[];
  /** Number of restored character references, and the line of the first, from 0. */
  readonly entities: { readonly count: number; readonly line: number };
  /** Set where the source of RTF gave no text. */
  readonly unreadable?: MarkupKind;
  readonly lost?: LostLetters;
  readonly several?: SeveralArticles;
}

/** Signs of markup and of damage; a search for one of them takes a third of a nanosecond for each letter. */
const signs = ['<', '&', ';', '{', '[', '\\', '??', '==', '-----', '*****'] as const;

/**
 * Tells whether a text may have markup of other programs or damage that a reader of it repairs. Most texts have none
 * of its signs.
 */
export const mayHaveMarkup = (text: string): boolean =>
  signs.some((sign) => text.includes(sign)) || text.startsWith('######');

/** Reads a text that is wholly in the markup of one program. */
function readWhole(text: string, format: MarkupText['format']): MarkupReading | undefined {
  if (isOpenIti(text)) return readOpenIti(text);
  if (isWikiDump(text)) return readWikiDump(text);
  if (isMediaWiki(text, format)) return readMediaWiki(text);
  if (isLatex(text)) return readLatex(text);
  return undefined;
}

/** Makes a first line without marks, above a blank line, the title of Markdown that was made of plain text. */
function titled(one: MarkupText): MarkupText {
  const first = /^([^\n]{1,150})\n[ \t]*\n/.exec(one.text)?.[1]?.trim() ?? '';
  const isTitle =
    first !== '' &&
    !/[[\]{}<>*_#|=\\`]|^[-+>\d]|[.،؛:]$/.test(first) &&
    first.split(/\s+/).length <= 15;
  return isTitle && !one.metadata.has('title') ? { ...one, text: `# ${one.text}` } : one;
}

const lineOf = (text: string, offset: number): number => {
  let line = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1))
    line += 1;
  return line;
};

/** Restores references in each text; HTML that was escaped as a whole is HTML. */
function restored(texts: readonly MarkupText[]) {
  let [count, line] = [0, 0];
  const all = texts.map((one): MarkupText => {
    const hasMarkup = one.format === 'markdown' || htmlSigns(one.text) !== undefined;
    const repaired = restoreEntities(one.text, hasMarkup);
    if (repaired.count === 0) return one;
    if (count === 0) line = one.line + lineOf(one.text, repaired.first);
    count += repaired.count;
    return { ...one, text: repaired.text };
  });
  return { texts: all, entities: { count, line } };
}

/** Returns one text in plain text or Markdown, without HTML and tags of generators. */
function withoutTagsIn(
  one: MarkupText,
  kinds: Pick<MarkupReading, 'kind' | 'dropped'>[],
): MarkupText {
  let current = one;
  if (mayHaveTags(current.text)) {
    const readings = readTags(current.text, current.format);
    for (const { kind, dropped } of readings) kinds.push({ kind, dropped });
    current = { ...current, text: readings[0]?.texts[0].text ?? current.text };
  }
  if (current.format === 'markdown') return current;
  const signs = htmlSigns(current.text);
  if (signs === undefined) return current;
  const { kind, dropped, texts } = readHtmlText(current.text, signs);
  const [read] = texts;
  if (read.text.trim() === '') return current;
  kinds.push({ kind, dropped });
  return {
    ...read,
    line: current.line,
    metadata: new Map([...read.metadata, ...current.metadata]),
  };
}

/**
 * Reads the markup of other programs in a text: what Markdown has a form for becomes Markdown, the rest is left out
 * and counted; its words stay. Pure; never throws.
 *
 * @param maySplit whether several articles may come of it
 */
export function readMarkupIn(
  text: string,
  format: MarkupText['format'],
  maySplit: boolean,
): ReadMarkup {
  const own: MarkupText = { format, text, metadata: noMetadata, line: 0 };
  const kinds: Pick<MarkupReading, 'kind' | 'dropped'>[] = [];
  if (/^\s*\{\\rtf\d?/.test(text.slice(0, 200))) {
    const read = readRtf(text);
    const entities = { count: 0, line: 0 };
    return read === undefined
      ? { texts: [own], kinds, entities, unreadable: 'rtf' }
      : { texts: read.texts, kinds: [{ kind: 'rtf', dropped: read.dropped }], entities };
  }
  const whole = readWhole(text, format);
  const isUsed = whole !== undefined && (maySplit || whole.texts.length === 1);
  if (isUsed) kinds.push({ kind: whole.kind, dropped: whole.dropped });
  const several = isUsed || format !== 'text' || !maySplit ? undefined : severalArticles(text);
  const isConverted = isUsed && format === 'text' && whole.texts.length === 1;
  const used =
    isConverted && whole.texts[0].format === 'markdown' ? [titled(whole.texts[0])] : whole?.texts;
  const first = isUsed ? (used ?? [own]) : (several?.texts ?? [own]);
  const { texts: plain, entities } = restored(first);
  const [head = own, ...others] = plain.map((one) => withoutTagsIn(one, kinds));
  const lost = lostLetters(head.text);
  return {
    ...{ texts: [head, ...others], kinds: mergedKinds(kinds), entities },
    ...(lost === undefined ? {} : { lost }),
    ...(several === undefined ? {} : { several }),
  };
}

/** Returns each kind once, with the sum of what was left out. */
function mergedKinds(
  kinds: readonly Pick<MarkupReading, 'kind' | 'dropped'>[],
): readonly Pick<MarkupReading, 'kind' | 'dropped'>[] {
  const sums = new Map<MarkupKind, number>();
  for (const { kind, dropped } of kinds) sums.set(kind, (sums.get(kind) ?? 0) + dropped);
  return [...sums].map(([kind, dropped]) => ({ kind, dropped }));
}
