import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { compareCodePoints } from '../model/code-points.ts';
import type { HeadingDecision } from '../model/heading-decision.ts';
import { hasCode } from '../model/system-error.ts';
import { formatDecision, parseDecision } from '../sources/decisions/decision-lines.ts';

/** A line of the file as it is written, and what it says; undefined for a line that is no decision. */
interface WrittenLine {
  readonly text: string;
  readonly decision: HeadingDecision | undefined;
}

/** A change of the file, by which it can be taken back. */
export interface DecisionChange {
  /** The line that was written. */
  readonly written: string;
  /** The line in whose place it was written; undefined where it was added. */
  readonly replaced: string | undefined;
  /** Whether the file was made for it, and whether its last line had no end. */
  readonly isFirst: boolean;
  readonly wasOpen: boolean;
}

/** The file of an editor's decisions. It is read again wherever another program has changed it. */
export interface DecisionFile {
  /** The number of decisions in the file. */
  readonly count: () => number;
  /** The decisions about an article, in the order of the file. */
  readonly of: (article: string) => readonly HeadingDecision[];
  /**
   * Writes a decision in the place of an earlier one, else after those about its article; other lines stay.
   *
   * @throws the file system's error
   */
  readonly put: (decision: HeadingDecision, earlier: HeadingDecision | undefined) => DecisionChange;
  /**
   * Takes a change back.
   *
   * @returns false where another program has changed the line since
   * @throws the file system's error
   */
  readonly undo: (change: DecisionChange) => boolean;
}

/** The content of the file at one time. */
interface Content {
  readonly stamp: string | undefined;
  readonly lines: readonly WrittenLine[];
  /** Whether the last line has no end. */
  readonly isOpen: boolean;
  readonly byArticle: ReadonlyMap<string, readonly HeadingDecision[]>;
  readonly count: number;
}

const read = (text: string): WrittenLine => ({
  text,
  decision: parseDecision(text.replace(/^\ufeff/, '')),
});

/** Returns size and times of a file; undefined where there is none. */
function stampOf(file: string): string | undefined {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`;
}

function contentOf(
  stamp: string | undefined,
  lines: readonly WrittenLine[],
  isOpen: boolean,
): Content {
  const byArticle = new Map<string, HeadingDecision[]>();
  let count = 0;
  for (const { decision } of lines) {
    if (decision === undefined) continue;
    count += 1;
    const known = byArticle.get(decision.article);
    if (known === undefined) byArticle.set(decision.article, [decision]);
    else known.push(decision);
  }
  return { stamp, lines, isOpen, byArticle, count };
}

/** Replaces a file by a complete new one, also behind a symbolic link. */
function writeWhole(file: string, text: string): void {
  let target = file;
  try {
    target = realpathSync(file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  const part = `${target}.${process.pid}.part`;
  try {
    const descriptor = openSync(part, 'w');
    try {
      writeSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Returns where a decision is added: after those about its article, else before the next article by name. */
function placeFor(lines: readonly WrittenLine[], { article }: HeadingDecision): number {
  const last = lines.findLastIndex(({ decision }) => decision?.article === article);
  if (last >= 0) return last + 1;
  const next = lines.findIndex(
    ({ decision }) => decision !== undefined && compareCodePoints(decision.article, article) > 0,
  );
  return next < 0 ? lines.length : next;
}

/** Opens the file of an editor's decisions, which need not exist yet. */
export function openDecisionFile(file: string): DecisionFile {
  let content = contentOf(undefined, [], false);

  /** Returns what the file holds now. */
  function current(): Content {
    const stamp = stampOf(file);
    if (stamp === content.stamp) return content;
    const text = stamp === undefined ? '' : readFileSync(file, 'utf8');
    const lines = text.split('\n');
    const isOpen = lines.at(-1) !== '';
    if (!isOpen) lines.pop();
    content = contentOf(stamp, lines.map(read), isOpen);
    return content;
  }

  function write(lines: readonly WrittenLine[], isOpen: boolean): void {
    const text = lines.map((line) => line.text).join('\n');
    writeWhole(file, lines.length === 0 || isOpen ? text : `${text}\n`);
    content = contentOf(stampOf(file), lines, isOpen);
  }

  return {
    count: () => current().count,
    of: (article) => current().byArticle.get(article) ?? [],
    put(decision, earlier) {
      const { lines, isOpen, stamp } = current();
      const written = formatDecision(decision);
      const at = earlier === undefined ? -1 : lines.findIndex((line) => line.decision === earlier);
      const place = at < 0 ? placeFor(lines, decision) : at;
      const replaced = at < 0 ? undefined : lines[at]?.text;
      write(lines.toSpliced(place, at < 0 ? 0 : 1, read(written)), false);
      return { written, replaced, isFirst: stamp === undefined, wasOpen: isOpen };
    },
    undo({ written, replaced, isFirst, wasOpen }) {
      const { lines } = current();
      const at = lines.findLastIndex((line) => line.text === written);
      if (at < 0) return false;
      const before = lines.toSpliced(at, 1, ...(replaced === undefined ? [] : [read(replaced)]));
      if (before.length === 0 && isFirst) {
        rmSync(file);
        content = contentOf(undefined, [], false);
      } else write(before, wasOpen);
      return true;
    },
  };
}
