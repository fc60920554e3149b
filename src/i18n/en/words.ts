import { formatCount } from '../../calendar/numerals.ts';
import type { Phase } from '../../model/build-result.ts';
import type { BreakEvidence, OpeningForm } from '../../model/evidence.ts';

/** Returns a whole number grouped by thousands. `toLocaleString` loads tables for longer than a small build takes to print. */
export const englishNumber = (count: number): string => formatCount(count, 'latn');

/** Returns a count with its noun in the singular or plural. */
export const plural = (count: number, one: string, many: string): string =>
  `${englishNumber(count)} ${count === 1 ? one : many}`;

/** Returns the fix of an unknown key: the nearest known key, or to remove it where that is empty. */
export const englishUnknownKeyFix = (key: string): string =>
  key === '' ? 'Remove it.' : `Did you mean “${key}”?`;

/** Returns bytes as whole megabytes (1,048,576 bytes), rounded up. */
export const englishMegabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024))} MB`;

/**
 * Returns what is wrong with a value of the settings, or with a name under a key (`fields.title`).
 *
 * @param value `…` for a map or a list
 */
export function englishWrongValue(key: string, value: string): string {
  if (value === '') return `“${key}” has no value.`;
  if (value === '…') return `“${key}” has a value of the wrong kind.`;
  return key.endsWith(`.${value}`)
    ? `“${value}” cannot be a key under “${key.slice(0, -value.length - 1)}”.`
    : `“${value}” cannot be the value of “${key}”.`;
}

/** Names of directory entries that are no files. */
export const englishFileTypes: Readonly<Record<string, string>> = {
  symlink: 'symbolic link',
  fifo: 'pipe (FIFO)',
};

/** Texts of the evidence before a heading. */
export const englishBreakEvidence: Readonly<Record<BreakEvidence, string>> = {
  start: 'at the start of the text',
  line: 'at the start of a line',
  mark: 'next to a heading mark',
  stop: 'after the end of a sentence',
  glued: 'after a full stop without a space',
  running: 'not after the end of a sentence',
};

/** Texts of the evidence after a heading, by its form. */
export const englishFollowingText: Readonly<Record<OpeningForm, (words: string) => string>> = {
  'conjunction-verb': (words) => `followed by “${words}”: a conjunction and a verb`,
  verb: (words) => `followed by “${words}”: a verb`,
  opener: (words) => `followed by “${words}”: a usual opening of news sentences`,
  other: (words) => `followed by “${words}”`,
  heading: () => 'followed by another heading',
  nothing: () => 'followed by nothing',
};

/** Names of the phases of a build. */
export const englishPhases: Readonly<Record<Phase, string>> = {
  scan: 'scanning',
  read: 'reading',
  render: 'rendering',
  publish: 'publishing',
};
