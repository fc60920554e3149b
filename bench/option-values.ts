/** Values of options that several benches take. */

/**
 * Reads names from a comma-separated list, `none` for an empty one.
 *
 * @returns the names in the order of `known`; undefined where there is no list
 * @throws RangeError for a name that is not known
 */
export function namesIn<T extends string>(
  known: readonly T[],
  list: string | undefined,
  option: string,
): readonly T[] | undefined {
  if (list === undefined) return undefined;
  const names = list.split(',').filter((name) => name !== '' && name !== 'none');
  const wrong = names.find((name) => !(known as readonly string[]).includes(name));
  if (wrong !== undefined) throw new RangeError(`${option} ${wrong}: one of ${known.join(', ')}`);
  return known.filter((name) => names.includes(name));
}

/**
 * Reads a whole number from 1 to 999,999.
 *
 * @throws RangeError for anything else
 */
export function wholeNumber(text: string, option: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new RangeError(`${option} ${text}: a whole number`);
  return Number(text);
}
