import { type Profiler, Session } from 'node:inspector';

/** Library code of V8 whose work grows with its input, and the length of text or list that a call goes through. */
type Length = (self: unknown, result: unknown, given: readonly unknown[]) => number;

const lengthOf = (value: unknown): number =>
  typeof value === 'string' || Array.isArray(value) ? value.length : 0;

const wholeText: Length = (self) => lengthOf(self);
const untilFound: Length = (self, at, [, from = 0]) =>
  Math.max(0, (Number(at) >= 0 ? Number(at) : lengthOf(self)) - Number(from));
const backToFound: Length = (self, at, [, from = lengthOf(self)]) =>
  Math.max(0, Number(from) - Math.max(0, Number(at)));

/** The items that a splice removes, adds and moves. */
const moved: Length = (self, removed, [start, , ...added]) => {
  const from = typeof start === 'number' && start >= 0 ? start : lengthOf(self) + Number(start);
  return lengthOf(removed) + added.length + Math.max(0, lengthOf(self) - from);
};

/** Built-in functions whose work is counted; what V8 does in constant time (a slice of a text) is not. */
const builtIns: readonly (readonly [object, string, Length])[] = [
  [String.prototype, 'indexOf', untilFound],
  [String.prototype, 'lastIndexOf', backToFound],
  [String.prototype, 'includes', wholeText],
  [String.prototype, 'replace', wholeText],
  [String.prototype, 'replaceAll', wholeText],
  [String.prototype, 'split', wholeText],
  [String.prototype, 'normalize', wholeText],
  [String.prototype, 'toLowerCase', wholeText],
  [String.prototype, 'trim', () => 8],
  [Array.prototype, 'indexOf', untilFound],
  [Array.prototype, 'includes', wholeText],
  [Array.prototype, 'slice', (_, result) => lengthOf(result)],
  [Array.prototype, 'concat', (_, result) => lengthOf(result)],
  [Array.prototype, 'splice', moved],
  [Array.prototype, 'unshift', wholeText],
  [Array.prototype, 'shift', () => 8],
  [Array.prototype, 'join', wholeText],
  [RegExp.prototype, 'test', () => 8],
];

let builtInSteps = 0;

/** Has built-in functions count their work from now on, in this process. */
function countBuiltIns(): void {
  for (const [prototype, name, length] of builtIns) {
    const own: unknown = Reflect.get(prototype, name);
    if (typeof own !== 'function') continue;
    Reflect.set(prototype, name, function counted(this: unknown, ...given: readonly unknown[]) {
      const result: unknown = Reflect.apply(own, this, given);
      builtInSteps += length(this, result, given);
      return result;
    });
  }
}

/** Returns the characters of source code that were run, each as often as it was. */
function sourceRun(ranges: readonly Profiler.CoverageRange[]): number {
  let run = 0;
  const open: Profiler.CoverageRange[] = [];
  for (const range of ranges) {
    while ((open.at(-1)?.endOffset ?? Number.POSITIVE_INFINITY) <= range.startOffset) open.pop();
    run += (range.count - (open.at(-1)?.count ?? 0)) * (range.endOffset - range.startOffset);
    open.push(range);
  }
  return run;
}

/**
 * Returns a function that runs another and returns the work that it took: the characters of source code that V8 ran, as
 * its block coverage counts them, in our code and in packages, and the lengths that built-in functions went through.
 * The same input gives the same count on any machine, whatever its load. Only for a process of its own, before the
 * code that is measured is loaded; between two counts no other code may run.
 */
export function workCounter(): (run: () => void) => number {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  countBuiltIns();
  const take = (): number => {
    let work = 0;
    session.post('Profiler.takePreciseCoverage', (error, coverage) => {
      if (error !== null) throw error;
      for (const { url, functions } of coverage.result) {
        if (!url.startsWith('file:') || url.includes('/support/hostile/')) continue;
        for (const { ranges } of functions) work += sourceRun(ranges);
      }
    });
    return work;
  };
  take();
  // What runs between two counts is code of this folder, which is not counted.
  return (run) => {
    builtInSteps = 0;
    run();
    const steps = builtInSteps;
    return take() + steps * 8;
  };
}
