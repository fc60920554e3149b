import type { Format } from './format.ts';
import { markdown } from './formats/markdown.ts';
import { office } from './formats/office.ts';
import { plainText } from './formats/plain-text.ts';

// biome-ignore format: one format a line
/** The registry of input formats. To add one: a file in `formats/` and a line here. */
export const formats: readonly Format[] = [
  plainText,
  markdown,
  office,
];

/**
 * Returns the format of a path by its extension in any letter case, or undefined.
 *
 * @param known the registered formats
 */
export function formatOf(path: string, known: readonly Format[] = formats): Format | undefined {
  const extension = extensionOf(path);
  return known.find((format) => format.extensions.includes(extension));
}

/**
 * Returns the extension of a path's last part in lower case with its dot; empty where it has none. A
 * dot at the very start is part of the name (`.txt` has no extension).
 */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}
