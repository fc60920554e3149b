import { fold } from '../../arabic/letters.ts';
import type { CandidateLine } from './accept-lines.ts';
import { beginsPhrase, readCreditLine } from './credit-line.ts';
import { readHeadDate } from './head-dates.ts';
import { type HeadLine, readHeadLine } from './head-line.ts';
import { asLabel, imprintRoles, imprintWords, kickerLabels } from './head-words.ts';
import { tokenizeLine } from './line-tokens.ts';

/** Longest line that may be part of a head. */
const maxUnits = 120;

/**
 * Reads a line by itself, for what only its neighbours can confirm.
 *
 * @param source the folded name of the paper, where it is known
 */
export function readCandidate(
  text: string,
  source: string | undefined,
): Pick<CandidateLine, 'head' | 'credit' | 'isBare' | 'isLabel' | 'isImprint'> {
  if (text.length > maxUnits) return {};
  const { tokens, isAll } = tokenizeLine(text);
  if (!isAll || tokens.length === 0) return {};
  const words = fold(asLabel(text));
  const isLabel = kickerLabels.has(words);
  const head = readHeadLine(text, tokens, source) ?? dateLine(text);
  const isDoubtful =
    head?.strength === 'paper' && !['stated', 'listed'].includes(head.certainty ?? '');
  const mayBeCredit = !isLabel && (head === undefined || isDoubtful);
  const plain = mayBeCredit ? readCreditLine(text, tokens, false) : undefined;
  const mayBeBare = mayBeCredit && plain === undefined && tokens.some(beginsPhrase);
  const credit = plain ?? (mayBeBare ? readCreditLine(text, tokens, true) : undefined);
  const isBare = credit !== plain;
  const [first, second] = tokens;
  const isImprint =
    first !== undefined &&
    imprintWords.has(first.text) &&
    (imprintRoles.has(second?.text ?? '') ||
      /^(?:يوميه|اسبوعيه|شهريه|تصدر|يصدرها|تصدرها|[ات]\p{L}*سس\p{L}*|اسسها)$/u.test(first.text));
  return { head: credit === undefined ? head : undefined, credit, isBare, isLabel, isImprint };
}

/** Returns a line that is a date in another order than a masthead's («آب 6، 2001»). */
function dateLine(text: string): HeadLine | undefined {
  if (!/\p{Nd}/u.test(text)) return undefined;
  const found = readHeadDate({
    ...{ text, isComplete: true, isFoot: false, isAboveTitle: true, mayBeTitle: false },
  });
  if (found?.isWholeLine !== true) return undefined;
  const { phrase, words } = found;
  return {
    ...{ strength: 'date', dates: phrase, length: 0 },
    ...(phrase.hijri === undefined ? {} : { hijri: words }),
    ...(phrase.gregorian === undefined ? {} : { gregorian: words }),
  };
}

/** Tells whether a line beside a possible name shows that it is a paper's. */
const isBesideItems = ({ isMasthead, head }: CandidateLine): boolean =>
  isMasthead || ['masthead', 'item', 'date', 'soft'].includes(head?.strength ?? '');

/** Returns the line before or after another one, past the description of the paper. */
function neighbour(
  lines: readonly CandidateLine[],
  from: number,
  step: 1 | -1,
): CandidateLine | undefined {
  let at = from + step;
  while (lines[at]?.isImprint === true || lines[at]?.head?.strength === 'description') at += step;
  return lines[at];
}

/**
 * Returns the lines with what their neighbours deny left out: a line of two or three words is a paper's name only
 * beside its number or date.
 */
export function withNeighbours(lines: readonly CandidateLine[]): readonly CandidateLine[] {
  return lines.map((line, i) => {
    const { head } = line;
    if (head?.strength !== 'paper') return line;
    if (head.certainty === 'stated' || head.certainty === 'listed') return line;
    const near = [neighbour(lines, i, -1), neighbour(lines, i, 1)].filter(
      (one) => one !== undefined,
    );
    const isUnknown = head.certainty === 'unknown';
    const isConfirmed = near.some(
      (one) =>
        isBesideItems(one) &&
        (!isUnknown || (i === 0 && /\u0639\u062f\u062f|\u0633\u0646\u0629/.test(one.text))),
    );
    return isConfirmed ? line : { ...line, head: undefined };
  });
}
