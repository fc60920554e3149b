import { escapeUnit } from '../model/code-points.ts';

/** The output of the command line; tests pass a substitute. */
export interface Terminal {
  /** Writes results. */
  out(text: string): void;
  /** Writes progress and problems. */
  err(text: string): void;
  /** Whether a line on `err` can be overwritten: it is an interactive terminal. */
  readonly live: boolean;
  /** Milliseconds of a monotonic clock. */
  now(): number;
}

/**
 * Escapes control characters of text from files, which could clear the screen, and directional ones,
 * which could reorder a line. Line feeds stay.
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

/** Milliseconds between progress lines: on an interactive terminal, and in a log. */
const interval = { live: 100, log: 5000 };

/**
 * Returns a function that shows progress and one that clears the line. An interactive terminal shows
 * nothing for work of under a second; a log gets a line every five seconds.
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
