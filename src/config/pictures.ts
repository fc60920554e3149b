import { maxPictureSize, maxPictureSizes } from '../model/limits.ts';
import type { YamlMap } from '../sources/yaml/read-yaml.ts';
import type { Check, Inspector } from './check.ts';

/** Keys of the settings under `pictures`. */
export const pictureKeys = ['sizes'];

/** Least width of a copy, in pixels. */
const minSize = 16;

/** A list of widths in pixels. */
const sizes: Check<readonly number[]> = (value) => {
  const expected = `[480, 960, 1600] (${minSize}–${maxPictureSize})`;
  if (!Array.isArray(value) || value.length === 0 || value.length > maxPictureSizes)
    return { expected };
  const items: readonly unknown[] = value;
  const numbers = items.map((item) =>
    typeof item === 'string' && /^\d{1,5}$/.test(item) ? Number(item) : 0,
  );
  if (numbers.some((size) => size < minSize || size > maxPictureSize)) return { expected };
  return { value: [...new Set(numbers)].sort((a, b) => a - b) };
};

/**
 * Reads the settings of pictures.
 *
 * @param settings the map under `pictures`; empty where there is none
 * @returns the widths of smaller copies; undefined where none are asked for
 */
export function readPictureSizes(
  settings: YamlMap,
  { checked, reportUnknownKeys }: Inspector,
): readonly number[] | undefined {
  reportUnknownKeys(settings, pictureKeys, 'pictures.');
  return checked(settings, 'sizes', sizes, 'pictures.sizes');
}
