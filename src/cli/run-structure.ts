import type { Readable } from 'node:stream';
import type { CliMessages } from '../i18n/cli-messages.ts';
import type { HeadingSensitivity } from '../model/config.ts';
import { maxSeedBytes } from '../model/limits.ts';
import { recoverHeadings } from '../structure/recover-headings.ts';
import { weightsDiagnostics } from '../structure/weights-diagnostics.ts';
import { separateLines } from './diagnostic-report.ts';
import type { Terminal } from './terminal.ts';

/** Says on the error stream, apart from the results, where recovery has no weights. */
export function warnOfWeights(messages: CliMessages, terminal: Pick<Terminal, 'err'>): void {
  const lines = separateLines(weightsDiagnostics(), messages);
  if (lines.length > 0) terminal.err(`${lines.join('\n')}\n`);
}

/** The form of a line of input. */
const inputForm = '{"id": …, "text": "…"}';

/**
 * Recovers the structure of one line of input, `{"id","text"}`.
 *
 * @returns one line of JSON; undefined where the input has another form
 */
export function structureLine(
  line: string,
  sensitivity: HeadingSensitivity = 'cautious',
): string | undefined {
  let request: unknown;
  try {
    request = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof request !== 'object' || request === null || !('text' in request)) return undefined;
  if (typeof request.text !== 'string') return undefined;
  const { headings, paragraphs } = recoverHeadings(request.text, { headings: sensitivity });
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

/**
 * Splits a stream at line feeds only: U+2028 and U+2029 may occur in JSON strings. Of a line over the limit
 * `undefined` is yielded, and nothing is held.
 */
async function* linesOf(input: Readable): AsyncGenerator<string | undefined> {
  let parts: string[] | undefined = [];
  let length = 0;
  for await (const chunk of input.setEncoding('utf8')) {
    const [first = '', ...others] = String(chunk).split('\n');
    length += first.length;
    if (length > maxSeedBytes) parts = undefined;
    parts?.push(first);
    for (const line of others) {
      yield parts?.join('');
      parts = [line];
      length = line.length;
    }
  }
  yield parts?.join('');
}

/**
 * `warraq structure`: reads JSON Lines `{"id","text"}`, writes headings and paragraphs in the same order.
 * Lines of another form are reported on the error stream, and with `--json` as objects in their place
 * (`{error: {kind, line, message}}`). Returns the exit code: 1 where there are any.
 *
 * @param messages without them only the form of a line is named
 * @param isJson whether errors are objects too
 */
export async function runStructure(
  input: Readable,
  terminal: Terminal,
  sensitivity: HeadingSensitivity = 'cautious',
  messages?: Pick<CliMessages, 'structureInput'>,
  isJson = false,
): Promise<number> {
  let lineNumber = 0;
  let exitCode = 0;
  for await (const line of linesOf(input)) {
    lineNumber += 1;
    if (line?.trim() === '') continue;
    const result = line === undefined ? undefined : structureLine(line, sensitivity);
    if (result === undefined) {
      const limit = line === undefined ? maxSeedBytes : undefined;
      const message = messages?.structureInput(limit) ?? inputForm;
      const error = { kind: 'input', line: lineNumber, message };
      if (isJson) terminal.out(`${JSON.stringify({ error })}\n`);
      terminal.err(`${lineNumber}: ${message}\n`);
      exitCode = 1;
    } else {
      terminal.out(`${result}\n`);
    }
  }
  return exitCode;
}
