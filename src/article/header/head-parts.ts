import { agencyForms } from '../../arabic/agencies.ts';
import { isGivenName } from '../../arabic/given-names.ts';
import { placeNames } from '../../arabic/place-names.ts';
import { creditWords } from './dateline-parts.ts';
import { type LineToken, longestNameLength } from './line-tokens.ts';

/** Folded words that a masthead has. */
const paperWords = new Set(
  'صحيفه جريده مجله العدد عدد السنه الصفحه ص المجلد نشره اليوميه الاسبوعيه'.split(' '),
);

/** Most words between marks of a line beside a date, and most such parts. */
const [maxPartWords, maxParts] = [4, 5];

/** Tells whether a name that papers print beside a date starts at a token: a place, an agency, a person, a paper. */
function isKnownPart(tokens: readonly LineToken[], at: number): boolean {
  const first = tokens[at]?.text ?? '';
  if (creditWords.has(first) || isGivenName(first)) return true;
  const known = (name: string): boolean => placeNames.has(name) || agencyForms.has(name);
  return longestNameLength(tokens, at, known) > 0;
}

/** The parts of a line beside its date: their number, and whether each is short and some are known. */
export interface OtherParts {
  readonly count: number;
  readonly isShort: boolean;
  readonly hasKnown: boolean;
  readonly hasPaper: boolean;
}

/** Returns what stands before `start` and after `next` in a line. */
export function otherParts(tokens: readonly LineToken[], start: number, next: number): OtherParts {
  let [count, words, hasKnown, hasPaper, isShort] = [0, 0, false, false, true];
  for (const at of tokens.keys()) {
    if (at >= start && at < next) {
      words = 0;
      continue;
    }
    const { kind, text } = tokens[at] ?? { kind: 'sign', text: '' };
    if (kind === 'sign') {
      if (/[؟!…]/.test(text)) isShort = false;
      words = 0;
      continue;
    }
    if (words === 0) {
      count += 1;
      hasPaper ||= paperWords.has(text);
      hasKnown ||= hasPaper || isKnownPart(tokens, at);
    }
    words += 1;
    if (words > maxPartWords) isShort = false;
  }
  return { count, isShort: isShort && count <= maxParts, hasKnown, hasPaper };
}
