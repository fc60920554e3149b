import { fold, isInvisible, isSpace } from '../../arabic/letters.ts';
import { words } from '../../arabic/tokenize.ts';
import type { BreakEvidence, Evidence, OpeningForm } from '../../model/evidence.ts';
import type { HeadingSpan, Span, Structure } from '../../model/structure.ts';
import { connectives, openers } from './lexicon.ts';
import { classOf, coarseStem } from './word-class.ts';

export type { BreakEvidence, Evidence, OpeningForm } from '../../model/evidence.ts';

/** The words on both sides of a span, with the text's own white space. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** Code units in which recurring words are searched for: two long paragraphs. */
const echoReach = 1500;

/** Code units in which the two opening words are searched for. */
const openingReach = 120;

const lineEnd = /[\n\r\u2028\u2029]/;
const finalStop = /[.؟?!…۔]/;
const closingMark = /["')\]»”’]/;
const headingMark = /[#*•]/;

/** Passive verbs («ونُقل», «فأُغلق»), marked by the one vowel that news texts write. */
const passive = /^[وف]?(?!ال)\p{L}ُ\p{L}{2,5}$/u;

/** Returns the evidence of a break before a heading. */
function breakBefore(text: string, { start, origin }: HeadingSpan): BreakEvidence {
  if (origin === 'marked') return 'mark';
  let at = start;
  let hasSpace = false;
  let opensLine = false;
  for (; at > 0; at -= 1) {
    const unit = text.charCodeAt(at - 1);
    if (!isSpace(unit) && !isInvisible(unit)) break;
    hasSpace ||= isSpace(unit);
    opensLine ||= lineEnd.test(text[at - 1] ?? '');
  }
  if (at === 0) return 'start';
  if (opensLine) return 'line';
  if (headingMark.test(text[at - 1] ?? '')) return 'mark';
  while (at > 0 && closingMark.test(text[at - 1] ?? '')) at -= 1;
  if (!finalStop.test(text[at - 1] ?? '')) return 'running';
  return hasSpace ? 'stop' : 'glued';
}

/**
 * Tells whether a word, alone or with the next, is a connective that opens sentences: «كما», «في
 * المقابل».
 */
function isOpener(first: string, second: string): boolean {
  if (openers.has(first)) return true;
  const kind = classOf(first);
  if (kind === 'waParticle') return true;
  const isPreposition = kind === 'preposition' || kind === 'waPreposition';
  return isPreposition && connectives.has(second);
}

/** Classifies the first two words after a heading. */
function formOf(first: string, second: string): OpeningForm {
  const folded = fold(first);
  const isJoined = /^[وف]/.test(folded);
  if (passive.test(first)) return isJoined ? 'conjunction-verb' : 'verb';
  if (isOpener(folded, fold(second))) return 'opener';
  switch (classOf(folded)) {
    case 'waPast':
    case 'waPresent':
      return 'conjunction-verb';
    case 'past':
    case 'present':
    case 'future':
      return 'verb';
    default: {
      // The word classes cover the conjunction و but not ف («فقال», «فأكد»).
      const rest = folded.startsWith('ف') ? classOf(folded.slice(1)) : 'plain';
      return rest === 'past' ? 'conjunction-verb' : 'other';
    }
  }
}

/** Returns the evidence of the first words after a heading. */
function openingOf(text: string, from: number, to: number, hasNext: boolean): Evidence {
  const [first, second] = words(text, from, Math.min(to, from + openingReach));
  if (first === undefined) {
    return { kind: 'opening', form: hasNext ? 'heading' : 'nothing', words: '' };
  }
  const source = (word: Span | undefined): string =>
    word === undefined ? '' : text.slice(word.start, word.end);
  const opening = [source(first), source(second)];
  const [firstWord = '', secondWord = ''] = opening;
  return { kind: 'opening', form: formOf(firstWord, secondWord), words: opening.join(' ').trim() };
}

function stemAt(text: string, word: Span): string {
  return coarseStem(fold(text.slice(word.start, word.end)));
}

/** Returns the words of a heading whose stems recur below it. */
function recurringWords(text: string, heading: Span, to: number): readonly string[] {
  const under = words(text, heading.end, Math.min(to, heading.end + echoReach));
  const stems = new Set(under.map((word) => stemAt(text, word)));
  const recurring = words(text, heading.start, heading.end)
    .filter((word) => {
      const stem = stemAt(text, word);
      return stem !== '' && stems.has(stem);
    })
    .map((word) => text.slice(word.start, word.end));
  return [...new Set(recurring)];
}

/**
 * Collects the evidence for and against a heading from the text alone.
 *
 * @param text The whole text.
 * @param structure The structure as shown; a suggestion is not part of it.
 * @param heading The heading.
 * @returns One item of each kind: before, length, opening, echo, others. Bounded work around the
 *   heading; never throws.
 */
export function evidenceOf(
  text: string,
  structure: Structure,
  heading: HeadingSpan,
): readonly Evidence[] {
  const next = structure.headings.find(({ start }) => start >= heading.end);
  const to = next?.start ?? text.length;
  const isOther = ({ start, end }: Span): boolean => start !== heading.start || end !== heading.end;
  return [
    { kind: 'before', seam: breakBefore(text, heading) },
    { kind: 'length', words: words(text, heading.start, heading.end).length },
    openingOf(text, heading.end, to, next !== undefined),
    { kind: 'echo', words: recurringWords(text, heading, to) },
    { kind: 'others', count: structure.headings.filter(isOther).length },
  ];
}

/**
 * Returns the context of a span.
 *
 * @param text The whole text.
 * @param span The span.
 * @param count Most words on each side.
 * @returns The words before and after with their white space; a line end is shown as `↵`.
 */
export function surroundings(text: string, span: Span, count = 6): Surroundings {
  const reach = count * 15;
  const left = words(text, Math.max(0, span.start - reach), span.start).slice(-count);
  const right = words(text, span.end, Math.min(text.length, span.end + reach)).slice(0, count);
  const from = left[0]?.start ?? Math.max(0, span.start - reach);
  const to = right.at(-1)?.end ?? Math.min(text.length, span.end + reach);
  const onOneLine = (part: string): string =>
    part.replace(/\s+/g, (space) => (lineEnd.test(space) ? ' ↵ ' : ' '));
  return {
    before: onOneLine(text.slice(from, span.start)).trimStart(),
    after: onOneLine(text.slice(span.end, to)).trimEnd(),
  };
}
