// Declares what remark-parse reads of a processor's data.
import type {} from 'remark-parse';
import type { Data } from 'unified';
import { maxMarkdownWork } from '../../model/limits.ts';

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Construct = Exclude<NonNullable<Extension['flow']>[string], readonly unknown[] | undefined>;
type Effects = Parameters<Construct['tokenize']>[0];
type Context = ThisParameterType<Construct['tokenize']>;
type TokenType = Parameters<Effects['exit']>[0];

/** Thrown where a text has cost the parser more than any article does. */
export class WorkExceeded extends Error {}

/**
 * Tokens at whose end micromark walks back over, or moves, all that it has found in the same block or
 * container so far: emphasis looks for its opening, a link for its bracket, an underlined heading and
 * the end of a list or quotation are put in order among what stands before them. With each what one look
 * at a thing found costs, measured, where reading a character costs one.
 */
const lookingBack: ReadonlyMap<TokenType, number> = new Map([
  // Every sign before it is cut out of the text anew.
  ['attentionSequence', 1],
  ['labelEnd', 1 / 8],
  ['labelImage', 1 / 8],
  ['labelLink', 1 / 8],
  ['setextHeadingLineSequence', 1 / 8],
  ['blockQuote', 1 / 8],
  ['listOrdered', 1 / 8],
  ['listUnordered', 1 / 8],
]);

const graveAccent = 0x60;

/** Signs with which constructs of CommonMark begin. */
const signs = '!#&*+-<=>[\\]_`~0123456789';

/**
 * Returns an extension of micromark that counts what the parser does with one text: a step for each
 * character read, as often as it is read, and for each thing found that is looked at again. A count
 * stops a text that would take minutes as a clock would, but at the same sign on every machine, however
 * busy it is: what is published must not depend on that.
 *
 * @param start begins the count of another document
 */
export function countWork(): { readonly extension: Extension; readonly start: () => void } {
  let left = maxMarkdownWork;
  const counted = new WeakSet<Effects>();

  function spend(steps: number): void {
    left -= steps;
    if (left < 0) throw new WorkExceeded();
  }

  /** Stands before all constructs, matches nothing, and has the tokenizer count from then on. */
  const counter: Construct = {
    tokenize(this: Context, effects, _, nok) {
      if (!counted.has(effects)) {
        counted.add(effects);
        const { consume, exit } = effects;
        effects.consume = (code) => {
          spend(1);
          consume(code);
        };
        effects.exit = (type) => {
          const glance = lookingBack.get(type);
          if (glance !== undefined) {
            spend((this.events.length + this.parser.defined.length) * glance);
          }
          return exit(type);
        };
      }
      return nok;
    },
  };
  // Under each sign as well: what stands under `null` comes last, and not where another matches.
  const everywhere = Object.fromEntries(
    ['null', ...Array.from(signs, (sign) => sign.charCodeAt(0))].map((code) => [code, counter]),
  );
  // Code begins with the first of its marks only, and whoever stands beside it must say so too.
  everywhere[graveAccent] = { ...counter, previous: (code) => code !== graveAccent };
  return {
    extension: {
      document: everywhere,
      contentInitial: everywhere,
      flow: everywhere,
      string: everywhere,
      text: everywhere,
    },
    start: () => {
      left = maxMarkdownWork;
    },
  };
}
