import { paperFirstWords, paperNames, paperWords } from '../../arabic/newspapers.ts';
import { placeNames } from '../../arabic/place-names.ts';
import { itemStartsAt } from './head-items.ts';
import { descriptionWords, sectionNames } from './head-words.ts';
import type { LineToken } from './line-tokens.ts';

/** A name between the items of a masthead, or alone on a line. */
export interface HeadName {
  readonly kind: 'paper' | 'section' | 'place' | 'description';
  /** How certain it is that a name is a paper's: it says so, it is listed, it is quoted, or it only looks like one. */
  readonly certainty: 'stated' | 'listed' | 'quoted' | 'shaped' | 'unknown';
  /** The name as printed; empty for a description. */
  readonly value: string;
  /** The folded name. */
  readonly folded: string;
  readonly next: number;
}

const quotes: Readonly<Record<string, string>> = {
  '«': '»',
  '"': '"',
  '“': '”',
  '(': ')',
  '[': ']',
};

/** Most words of a paper's name, without «صحيفة». */
const maxNameWords = 4;

const sectionLabels = new Set(['القسم', 'قسم', 'باب', 'صفحه', 'الباب', 'ملحق', 'الصفحه']);

/** Signs that end a name. */
const ends = new Set('-|/،,:؛;•·*()[]؟!…'.split(''));

/** Returns the index after words that name a source: «عن صحيفة …», «نقلًا عن …»; 0 where there are none. */
function afterCitation(tokens: readonly LineToken[]): number {
  const at = tokens[0]?.text === 'نقلا' ? 1 : 0;
  return tokens[at]?.text === 'عن' ? at + 1 : 0;
}

/** Tells whether two words are a section that is described: «رياضة محلية», «مقالات وآراء». */
const isWiderSection = ([first = '', second = '', ...others]: readonly string[]): boolean =>
  others.length === 0 &&
  !first.startsWith('ال') &&
  sectionNames.has(first) &&
  /^(?!ال)\p{L}{3,}يه$|^و(?:ال)?(?:راي|اراء|فنون|فن|ادب|ثقافه|مقالات|تقارير|اعمال|مجتمع|افكار|تحليلات|منوعات)$/u.test(
    second,
  );

/** Tells whether folded words look like a paper's name: «الأمة», «الرأي العام», «صوت الجنوب». */
function isShaped(words: readonly string[]): boolean {
  if (words.length > 2) return false;
  return words.every((word) => /^ال\p{L}{2,}$/u.test(word));
}

/**
 * Reads a name at `at`, up to punctuation, an item or the end of the line: a paper, a section, a place, or the
 * description of a paper.
 *
 * @returns undefined where there is none
 */
export function readHeadName(
  line: string,
  tokens: readonly LineToken[],
  at: number,
  source?: string,
): HeadName | undefined {
  const cited = at === 0 ? afterCitation(tokens) : 0;
  if (cited > 0) {
    const named = readHeadName(line, tokens, cited, source);
    return named?.certainty === 'stated' ? named : undefined;
  }
  const closing = quotes[tokens[at]?.text ?? ''];
  const start = closing === undefined ? at : at + 1;
  const isStated = paperWords.has(tokens[start]?.text ?? '');
  let end = start;
  // «14 أكتوبر», «صحيفة 26 سبتمبر»
  const numbered = isStated ? start + 1 : start;
  const day = tokens.slice(numbered, numbered + 2).map(({ text }) => text);
  if (tokens[numbered]?.kind === 'number' && paperNames.has(day.join(' '))) end = numbered + 2;
  while (tokens[end]?.kind === 'word' && !(end > start && itemStartsAt(tokens, end))) end += 1;
  if (end === start) return undefined;
  const next = closing === undefined ? end : end + 1;
  if (closing !== undefined && tokens[end]?.text !== closing) return undefined;
  const after = tokens[next];
  const isQuoteNext = isStated && end === start + 1 && closing === undefined;
  const isDots = after?.text === '.' && tokens[next + 1]?.text === '.';
  if (
    after !== undefined &&
    !ends.has(after.text) &&
    !isQuoteNext &&
    !isDots &&
    !itemStartsAt(tokens, next)
  )
    return undefined;
  const words = tokens.slice(start, end).map(({ text }) => text);
  const folded = words.join(' ');
  const value = line.slice(tokens[start]?.start, tokens[end - 1]?.end).replace(/\s+/g, ' ');
  const name = (
    kind: HeadName['kind'],
    certainty: HeadName['certainty'],
    shown = value,
  ): HeadName => ({ kind, certainty, value: shown, folded, next });
  const [first = '', ...others] = words;
  if (sectionNames.has(folded) || isWiderSection(words)) return name('section', 'listed');
  if (sectionLabels.has(first) && sectionNames.has(others.join(' '))) {
    return name('section', 'stated', value.slice(value.indexOf(' ') + 1));
  }
  if (sectionLabels.has(folded) && after?.text === ':') {
    const named = readHeadName(line, tokens, next + 1);
    return named?.kind === 'section' ? { ...named, certainty: 'stated' } : undefined;
  }
  if (
    words.every((word) => descriptionWords.has(word)) &&
    (words.length > 1 || !paperWords.has(first))
  ) {
    return name('description', 'listed', '');
  }
  if (folded === 'المصدر' && (after?.text === ':' || after?.text === '/')) {
    const named = readHeadName(line, tokens, next + 1);
    return named?.kind === 'paper' && named.certainty !== 'unknown'
      ? { ...named, certainty: 'stated' }
      : undefined;
  }
  if (folded === source) return name('paper', 'stated');
  if (paperWords.has(first) && others.length > 0)
    return readStated(name, tokens, start, value, others);
  if (paperWords.has(first)) {
    // «صحيفة «الأيام»», «جريدة: الأيام»
    const skipped = after?.text === ':' ? next + 1 : next;
    const named = closing === undefined ? readHeadName(line, tokens, skipped) : undefined;
    if (named?.kind !== 'paper') return undefined;
    const shown = line
      .slice(tokens[start]?.start, tokens[named.next - 1]?.end)
      .replace(/\s+/g, ' ');
    return { ...named, certainty: 'stated', value: shown };
  }
  if (paperNames.has(folded)) return name('paper', 'listed');
  if (placeNames.has(folded)) return name('place', 'listed');
  if (words.length > maxNameWords) return undefined;
  if (closing !== undefined && '«"“'.includes(tokens[at]?.text ?? ''))
    return name('paper', 'quoted');
  if (words.length === 2 && paperFirstWords.has(first)) return name('paper', 'quoted');
  if (isShaped(words)) return name('paper', 'shaped');
  // «عدن تايم» stands first on the line, or last.
  const isOuter = at === 0 || next === tokens.length;
  return isOuter && words.length <= 3 ? name('paper', 'unknown') : undefined;
}

/** Words of sentences, which no paper's name has. */
const inSentences = /^(?:في|علي|الي|من|مع|لكل|كل|بلا|ان|لا|هي|هو|قال|بعد|قبل|ثم)$/;

/** Returns a paper that its line names as one, without the description after its name. */
function readStated(
  name: (kind: HeadName['kind'], certainty: HeadName['certainty'], shown: string) => HeadName,
  tokens: readonly LineToken[],
  start: number,
  value: string,
  others: readonly string[],
): HeadName | undefined {
  // «صحيفة الأيام يومية سياسية مستقلة»
  const described = others.findIndex(
    (word, i) =>
      i > 0 &&
      descriptionWords.has(word) &&
      /^(?:يوميه|اسبوعيه|شهريه|سياسيه|مستقله|جامعه)$/.test(word),
  );
  const count = described < 0 ? others.length : described;
  if (count > maxNameWords || others.slice(0, count).some((word) => inSentences.test(word)))
    return undefined;
  const origin = tokens[start]?.start ?? 0;
  const last = tokens[start + count]?.end ?? 0;
  const shown = described < 0 ? value : value.slice(0, last - origin);
  return name('paper', 'stated', shown.trim());
}
