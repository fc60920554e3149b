import type { Phase } from '../../model/build-result.ts';
import type { BreakEvidence, OpeningForm } from '../../model/evidence.ts';

/** A count with its noun. */
export const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** The fix of an unknown key. */
export const englishNearest = (key: string): string =>
  key === '' ? 'Remove it.' : `Did you mean “${key}”?`;

/** Bytes as whole megabytes, rounded up. */
export const englishMegabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024))} MB`;

/** What may lie where a file should. */
export const englishKinds: Readonly<Record<string, string>> = {
  symlink: 'symbolic link',
  fifo: 'pipe (FIFO)',
};

/** What stands between a heading and the words before it. */
export const englishBreakEvidence: Readonly<Record<BreakEvidence, string>> = {
  start: 'the text begins with it',
  line: 'it begins a line',
  mark: 'a mark stands by it',
  stop: 'a sentence ends before it',
  glued: 'a full stop is glued to it, the space is missing',
  running: 'no sentence ends before it',
};

/** How the text goes on behind a heading. */
export const englishOpenings: Readonly<Record<OpeningForm, (words: string) => string>> = {
  'conjunction-verb': (words) => `then “${words}”: a conjunction and a verb`,
  verb: (words) => `then “${words}”: a verb`,
  opener: (words) => `then “${words}”: news opens sentences so`,
  other: (words) => `then “${words}”`,
  heading: () => 'then another heading',
  nothing: () => 'nothing comes after it',
};

/** The phases of a build. */
export const englishPhases: Readonly<Record<Phase, string>> = {
  scan: 'looking',
  read: 'reading',
  render: 'making pages',
  publish: 'publishing',
};

/** By what an archive is too large for a host. */
export const englishOverLimits = {
  files: 'too many files',
  bytes: 'too large',
  largest: 'a file too large',
} as const;
