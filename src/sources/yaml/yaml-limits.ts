import type { Diagnostic } from '../../model/diagnostic.ts';
import { maxYamlRepairs, maxYamlSigns } from '../../model/limits.ts';

/** Limits of the work on a YAML text. */
export interface YamlLimits {
  /** Most entries and lines that are parsed again. */
  readonly repairs: number;
  /** Most brackets, braces, ASCII commas and question marks. */
  readonly signs: number;
}

/** The limits of the YAML of a seed, which is not trusted. */
export const seedYamlLimits: YamlLimits = { repairs: maxYamlRepairs, signs: maxYamlSigns };

/** No limits, for settings, which are trusted. */
export const unlimitedYaml: YamlLimits = {
  repairs: Number.POSITIVE_INFINITY,
  signs: Number.POSITIVE_INFINITY,
};

/** Tells whether a text has more brackets, braces, commas and question marks than the limit. */
export function hasTooManySigns(text: string, { signs }: YamlLimits): boolean {
  if (text.length <= signs) return false;
  let found = 0;
  for (let at = 0; at < text.length && found <= signs; at += 1) {
    if ('[]{},?'.includes(text.charAt(at))) found += 1;
  }
  return found > signs;
}

/** Returns the error of a text of which nothing is read from a line on, as it exceeds one of the limits. */
export function tooTangled(
  of: 'repairs' | 'signs',
  limits: YamlLimits,
  file: string,
  line: number,
): Diagnostic {
  const values = { limit: limits[of], of };
  return { rule: 'yaml-too-tangled', severity: 'error', file, line, values };
}
