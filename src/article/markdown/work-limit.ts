// Imports the declarations of the processor data that remark-parse reads.
import type {} from 'remark-parse';
import type { Data } from 'unified';
import { markdownWorkPerByte, maxMarkdownWork, minMarkdownWork } from '../../model/limits.ts';

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Construct = Exclude<NonNullable<Extension['flow']>[string], readonly unknown[] | undefined>;
type Effects = Parameters<Construct['tokenize']>[0];
type Context = ThisParameterType<Construct['tokenize']>;
type TokenType = Parameters<Effects['exit']>[0];

/** Thrown when parsing a text exceeds its work limit. */
export class WorkExceeded extends Error {}

/**
 * Steps of a token: its two events, its node in the Markdown tree and in the HTML tree, its block, its printed
 * form. Measured relative to reading one character, as are the other costs; one step is about 50 ns.
 */
const tokenCost = 24;

/** Steps of a new tokenizer: each paragraph, heading and list item has at least one. */
const tokenizerCost = 300;

/**
 * Steps besides its tokens of a list item, which micromark compares with the items before it, and whose flow it closes;
 * and of a definition, which it keeps by its normalized name.
 */
const ownCosts: ReadonlyMap<TokenType, number> = new Map([
  ['listItemPrefix', 300],
  ['definition', 300],
]);

/**
 * Tokens at whose end micromark scans or moves all earlier events of the same block or container: emphasis
 * searches for its opening, a link for its bracket; an underlined heading and the end of a list or
 * quotation are inserted among earlier events. Each with the measured cost of one event.
 */
const rescanCosts: ReadonlyMap<TokenType, number> = new Map([
  // Each earlier event is sliced from the text again.
  ['attentionSequence', 1 / 2],
  ['labelEnd', 1 / 64],
  ['labelImage', 1 / 64],
  ['labelLink', 1 / 64],
  ['setextHeadingLineSequence', 1 / 8],
  ['strikethroughSequenceTemporary', 1 / 8],
  ['gfmFootnoteCall', 1 / 64],
  ['gfmFootnoteDefinition', 1 / 16],
  ['blockQuote', 1 / 16],
  ['listOrdered', 1 / 16],
  ['listUnordered', 1 / 16],
]);

/** Cost of an event before a line that continues a quotation without its mark: all of them are compared with it. */
const lazyLineCost = 1 / 8;

/** Cost of an event before a bracket that may close a footnote. */
const footnoteCost = 1 / 64;

const [graveAccent, closingBracket] = [0x60, 0x5d];

/** Codes below this are line endings; micromark has no characters for them. */
const lastLineEnding = -3;

/** First characters of CommonMark constructs. */
const signs = '!#&*+-<=>[\\]_`~0123456789';

/** Returns the greatest number of steps for a text of so many bytes of UTF-8. */
export const markdownWork = (bytes: number): number =>
  Math.min(minMarkdownWork + markdownWorkPerByte * bytes, maxMarkdownWork);

/** Counts the work of parsing. */
export interface WorkCounter {
  /** The micromark extension that counts. */
  readonly extension: Extension;
  /**
   * Starts the count of another document, with the greatest number of its steps; with footnotes each bracket that
   * closes is compared with the events before it.
   */
  readonly start: (limit: number, hasFootnotes?: boolean) => void;
  /** Returns the steps taken since the start. */
  readonly steps: () => number;
}

/**
 * Returns a micromark extension that counts the work from text to HTML: one step for each character read, each
 * time it is read, and the costs of tokens, tokenizers and events scanned again; what follows the parser is linear
 * in its tokens. Unlike a timeout, the count stops a hostile text at the same character on every machine, so that
 * the published bytes do not depend on its speed.
 */
export function countWork(): WorkCounter {
  let limit = 0;
  let remaining = 0;
  let bracketCost = 0;
  const counted = new WeakSet<Effects>();

  function spend(steps: number): void {
    remaining -= steps;
    if (remaining < 0) throw new WorkExceeded();
  }

  /** Makes a tokenizer count from now on. */
  function count(context: Context, effects: Effects): void {
    spend(tokenizerCost);
    const { consume, enter, exit } = effects;
    effects.consume = (code) => {
      spend(1);
      const isLineEnd = code !== null && code <= lastLineEnding;
      if (isLineEnd && context.parser.lazy[context.now().line]) {
        spend(context.events.length * lazyLineCost);
      }
      consume(code);
    };
    effects.enter = (type, fields) => {
      spend(tokenCost);
      return enter(type, fields);
    };
    effects.exit = (type) => {
      spend(ownCosts.get(type) ?? 0);
      const cost = rescanCosts.get(type);
      if (cost !== undefined) {
        spend((context.events.length + context.parser.defined.length) * cost);
      }
      return exit(type);
    };
  }

  /** Runs before all constructs and matches nothing. */
  const counter: Construct = {
    tokenize(this: Context, effects, _, nok) {
      if (!counted.has(effects)) {
        counted.add(effects);
        count(this, effects);
      }
      if (bracketCost === 0) return nok;
      return (code) => {
        if (code === closingBracket) spend(this.events.length * bracketCost);
        return nok(code);
      };
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
    start: (most, hasFootnotes = false) => {
      limit = most;
      remaining = most;
      bracketCost = hasFootnotes ? footnoteCost : 0;
    },
    steps: () => limit - remaining,
  };
}

/** Most signs and line ends of a text whose work is not counted. */
const maxUncountedSigns = 64;

/** Most signs of such a text times its length: what starts at a sign may read the rest of the text. */
const maxUncountedReads = 65_536;

/** Kinds of code units by code: 1 for those at which a construct or a line may start. */
const starts = new Uint8Array(128);
for (const sign of `${signs}\n\r\t`) starts[sign.charCodeAt(0)] = 1;

/**
 * Tells whether a text has so few signs of Markdown that parsing it is cheap, whatever they are; counting would make
 * it a fifth slower.
 */
export function isCheap(text: string): boolean {
  const most = Math.min(maxUncountedSigns, maxUncountedReads / text.length);
  if (text.length > maxUncountedReads) return false;
  let found = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 128 || starts[unit] === 0) continue;
    found += 1;
    if (found > most) return false;
  }
  return true;
}
