import type { Readable } from 'node:stream';
import type { HeadingSensitivity } from '../model/config.ts';
import { recoverHeadings } from '../structure/recover.ts';
import type { Terminal } from './terminal.ts';

/**
 * Returns the result of one line of `warraq structure` at a recovery level; undefined for a line of
 * another form.
 */
export function structureLine(
  line: string,
  level: HeadingSensitivity = 'cautious',
): string | undefined {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof request !== 'object' || request === null || !('text' in request)) return undefined;
  if (typeof request.text !== 'string') return undefined;
  const { headings, paragraphs } = recoverHeadings(request.text, { headings: level });
  return JSON.stringify({
    id: 'id' in request ? request.id : null,
    headings: headings.map(({ start, end, text, confidence }) => ({
      start,
      end,
      text,
      confidence,
    })),
    paragraphs: paragraphs.map(({ start }) => start),
  });
}

/** Splits a stream at line feeds only: U+2028 and the like are characters of JSON strings. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let rest = '';
  for await (const part of input.setEncoding('utf8')) {
    const lines = (rest + String(part)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

/**
 * `warraq structure`: JSON lines `{"id","text"}` in, headings and paragraphs out, in the same order.
 * Lines of another form are reported on the error stream. Returns the exit code.
 */
export async function structureCommand(
  input: Readable,
  terminal: Terminal,
  level: HeadingSensitivity = 'cautious',
): Promise<number> {
  let number = 0;
  let code = 0;
  for await (const line of linesOf(input)) {
    number += 1;
    if (line.trim() === '') continue;
    const answer = structureLine(line, level);
    if (answer === undefined) {
      terminal.err(`${number}: {"id": …, "text": "…"}\n`);
      code = 1;
    } else {
      terminal.out(`${answer}\n`);
    }
  }
  return code;
}
