import { escapeUnit } from '../model/code-points.ts';

/** The output of the command line; tests pass a substitute. */
export interface Terminal {
  /** Writes results. */
  out(text: string): void;
  /** Writes progress and problems. */
  err(text: string): void;
  /** Whether a line on `err` can be overwritten: it is an interactive terminal. */
  readonly live: boolean;
  /** Milliseconds since the process started, of a monotonic clock. */
  now(): number;
  /** Overwrites the current line on `err`; without it, `err` gets the sequence that does so. */
  redraw?(text: string): void;
}

/**
 * Escapes control characters of text from files, which could clear the screen (C0, C1, DEL), directional
 * ones, which could reorder a line, and separators of lines and paragraphs. Line feeds stay. In JSON the
 * escapes mean the same characters.
 */
export const visible = (text: string): string =>
  text.replace(
    /[[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]--[\n]]/gv,
    escapeUnit,
  );

/** Returns text with names from files as it is printed: on one line, with what a terminal would act on escaped. */
export const printable = (text: string): string => visible(text).replaceAll('\n', '\\n');

/** Returns lines as they are printed: each stays one line, whatever names are in it. */
export const printableLines = (lines: readonly string[]): string => lines.map(printable).join('\n');

/** Moves to the start of the current line and clears it. */
const clearLine = '\r\u001b[K';

/** Returns a terminal to which nothing raw is written, wherever it is printed. */
export const safeTerminal = (terminal: Terminal): Terminal => ({
  out: (text) => terminal.out(visible(text)),
  err: (text) => terminal.err(visible(text)),
  redraw: (text) => terminal.err(`${clearLine}${printable(text)}`),
  live: terminal.live,
  now: () => terminal.now(),
});

/** Returns the terminal of this process. */
export const processTerminal = (): Terminal => ({
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  live: process.stderr.isTTY === true,
  now: () => process.uptime() * 1000,
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
  const redraw = terminal.redraw ?? ((text: string) => terminal.err(`${clearLine}${text}`));
  let last = terminal.now() + (terminal.live ? 900 : 0);
  let shown = false;
  return {
    show(text) {
      const now = terminal.now();
      if (now - last < pause) return;
      last = now;
      shown = true;
      if (terminal.live) redraw(text());
      else terminal.err(`${printable(text())}\n`);
    },
    clear() {
      if (shown && terminal.live) redraw('');
    },
  };
}
