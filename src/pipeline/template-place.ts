import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FilePlace } from '../render/template-error.ts';

/** A file, and the place of an error in it. */
interface ErrorPlace {
  readonly file: string;
  readonly place: FilePlace;
}

/** The head that Node puts before the stack of an error of syntax: `PATH:LINE`, source lines, a line of `^`. */
const syntaxHead = /^(.+):(\d+)\n(?:.*\n)*?( *)\^/;

/** A frame of a stack: `at name (file:///path:LINE:COLUMN)`. */
const frame = /(file:\/\/[^\s()]+):(\d+):(\d+)/g;

const pathOf = (name: string): string => (name.startsWith('file:') ? fileURLToPath(name) : name);

/** Returns the place that the text of an error names first in a file of the folder. */
function placeInStack(stack: string, folder: string): ErrorPlace | undefined {
  const isOfSite = (file: string): boolean => file.startsWith(`${folder}${sep}`);
  const [, name = '', line = '', indent = ''] = syntaxHead.exec(stack) ?? [];
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
  try {
    stripTypeScriptTypes(readFileSync(file, 'utf8'), { sourceUrl: file });
  } catch (error) {
    if (error instanceof Error) return error.stack ?? '';
  }
  return '';
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
  if (found !== undefined || !(error instanceof SyntaxError)) return found;
  return placeInStack(syntaxStack(file), folder);
}
