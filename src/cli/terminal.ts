import { escapeUnit } from '../model/code-points.ts';

/** The output of the command line; tests pass their own. */
export interface Terminal {
  /** Writes results. */
  out(text: string): void;
  /** Writes progress and problems. */
  err(text: string): void;
  /** Whether a line on `err` can be overwritten. */
  readonly live: boolean;
  /** Milliseconds of a monotonic clock. */
  now(): number;
}

/**
 * Escapes control characters of texts from files: one could clear the screen, a directional one
 * reorder a line. Line feeds stay.
 */
export const visible = (text: string): string =>
  text.replace(/[[\p{Cc}\u202a-\u202e\u2066-\u2069]--[\n]]/gv, escapeUnit);

/** Returns the terminal of this process. */
export const processTerminal = (): Terminal => ({
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  live: process.stderr.isTTY === true,
  now: () => performance.now(),
});

/** Milliseconds between two lines of progress: on a terminal, and in a log. */
const interval = { live: 100, log: 5000 };

/**
 * Returns a function that shows progress and one that clears the line. Work of under a second shows
 * nothing; a log gets a line every few seconds.
 */
export function progressLine(terminal: Terminal): {
  readonly show: (text: () => string) => void;
  readonly clear: () => void;
} {
  const pause = terminal.live ? interval.live : interval.log;
  let last = terminal.now() + (terminal.live ? 900 : 0);
  let shown = false;
  return {
    show(text) {
      const now = terminal.now();
      if (now - last < pause) return;
      last = now;
      shown = true;
      terminal.err(terminal.live ? `\r\u001b[K${text()}` : `${text()}\n`);
    },
    clear() {
      if (shown && terminal.live) terminal.err('\r\u001b[K');
    },
  };
}
