// Imports the declarations of the processor data that remark-parse reads.
import type {} from 'remark-parse';
import type { Data } from 'unified';
import { maxMarkdownWork } from '../../model/limits.ts';

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Construct = Exclude<NonNullable<Extension['flow']>[string], readonly unknown[] | undefined>;
type Effects = Parameters<Construct['tokenize']>[0];
type Context = ThisParameterType<Construct['tokenize']>;
type TokenType = Parameters<Effects['exit']>[0];

/** Thrown when parsing a text exceeds `maxMarkdownWork`. */
export class WorkExceeded extends Error {}

/**
 * Tokens at whose end micromark scans or moves all earlier events of the same block or container: emphasis
 * searches for its opening, a link for its bracket; an underlined heading and the end of a list or
 * quotation are inserted among earlier events. Each with the measured cost of one event, relative to
 * reading one character.
 */
const rescanCosts: ReadonlyMap<TokenType, number> = new Map([
  // Each earlier event is sliced from the text again.
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

/** First characters of CommonMark constructs. */
const signs = '!#&*+-<=>[\\]_`~0123456789';

/**
 * Returns a micromark extension that counts the parser's work: one step for each character read, each time
 * it is read, and a cost for each event scanned again. Unlike a timeout, the count stops a hostile text at
 * the same character on every machine, so that the published bytes do not depend on its speed.
 *
 * @returns the extension, and `start`, which resets the count for another document
 */
export function countWork(): { readonly extension: Extension; readonly start: () => void } {
  let remaining = maxMarkdownWork;
  const counted = new WeakSet<Effects>();

  function spend(steps: number): void {
    remaining -= steps;
    if (remaining < 0) throw new WorkExceeded();
  }

  /** Runs before all constructs, matches nothing, and makes the tokenizer count from then on. */
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
          const cost = rescanCosts.get(type);
          if (cost !== undefined) {
            spend((this.events.length + this.parser.defined.length) * cost);
          }
          return exit(type);
        };
      }
      return nok;
    },
  };
  // Registered for each character too: constructs under `null` run last and only if no other matches.
  const everywhere = Object.fromEntries(
    ['null', ...Array.from(signs, (sign) => sign.charCodeAt(0))].map((code) => [code, counter]),
  );
  // Code starts only at the first of its grave accents; the counter needs the same condition.
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
      remaining = maxMarkdownWork;
    },
  };
}
