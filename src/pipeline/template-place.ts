import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FilePlace } from '../render/template-error.ts';

/** A file, and the place of an error in it. */
interface ErrorPlace {
  readonly file: string;
  readonly place: FilePlace;
}

/**
 * The head that Node puts before the stack of an error of syntax: `PATH:LINE`, source lines, a line of `^`, which is
 * missing where the file ends too early.
 */
const syntaxHead = /^(.+):(\d+)\n(.*)\n(?:(?:.*\n)*?( *)\^)?/;

/** A frame of a stack: `at name (file:///path:LINE:COLUMN)`. */
const frame = /(file:\/\/[^\s()]+):(\d+):(\d+)/g;

const pathOf = (name: string): string => (name.startsWith('file:') ? fileURLToPath(name) : name);

/** Returns the place that the text of an error names first in a file of the folder. */
function placeInStack(stack: string, folder: string): ErrorPlace | undefined {
  const isOfSite = (file: string): boolean => file.startsWith(`${folder}${sep}`);
  const [, name = '', line = '', source = '', indent = source] = syntaxHead.exec(stack) ?? [];
  if (name !== '' && isOfSite(pathOf(name))) {
    return { file: pathOf(name), place: { line: Number(line), column: indent.length + 1 } };
  }
  for (const [, url = '', frameLine, column] of stack.matchAll(frame)) {
    const file = pathOf(url);
    if (isOfSite(file)) return { file, place: { line: Number(frameLine), column: Number(column) } };
  }
  return undefined;
}

/** Returns the stack of the error of syntax in a file; Node names no place for one in JavaScript. */
function syntaxStack(file: string): string {
  const { emitWarning } = process;
  try {
    // Node calls the function experimental, which is no matter of the user.
    process.emitWarning = () => {};
    stripTypeScriptTypes(readFileSync(file, 'utf8'), { sourceUrl: file });
  } catch (error) {
    if (error instanceof Error) return error.stack ?? '';
  } finally {
    process.emitWarning = emitWarning;
  }
  return '';
}

/** Node's message about a module or a package that an import does not find. */
const missingModule = /^Cannot find (?:module|package) '(.+?)' imported from (.+)$/;

/** Returns the place of an import that finds nothing; undefined for other errors. */
function placeOfImport({ message }: Error, folder: string): ErrorPlace | undefined {
  const [, missing = '', file = ''] = missingModule.exec(message) ?? [];
  if (!file.startsWith(`${folder}${sep}`)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes(basename(missing)));
  if (line < 0) return undefined;
  const column = (lines[line]?.search(/['"]/) ?? 0) + 1;
  return { file, place: { line: line + 1, column } };
}

/**
 * Returns where in the templates of a site an error was thrown; undefined where that is not known.
 *
 * @param file the template whose loading or call threw, an absolute path without symbolic links
 */
export function templatePlace(error: unknown, file: string): ErrorPlace | undefined {
  if (!(error instanceof Error)) return undefined;
  const folder = dirname(file);
  const found = placeInStack(error.stack ?? '', folder);
  if (found !== undefined) return found;
  if (!(error instanceof SyntaxError)) return placeOfImport(error, folder);
  return placeInStack(syntaxStack(file), folder);
}
