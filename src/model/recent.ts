/**
 * Returns a function that keeps the values that it was asked for last: `size` at least, twice as many at most. It does so in
 * two generations, without a list of uses.
 *
 * @param size values in a generation
 * @param keyOf tells which arguments give the same value
 * @param make a pure function; its values are kept as they are
 */
export function keepRecentBy<T, K, V extends NonNullable<unknown>>(
  size: number,
  keyOf: (argument: T) => K,
  make: (argument: T) => V,
): (argument: T) => V {
  let recent = new Map<K, V>();
  let former: ReadonlyMap<K, V> = recent;
  return (argument) => {
    const key = keyOf(argument);
    const found = recent.get(key);
    if (found !== undefined) return found;
    const value = former.get(key) ?? make(argument);
    if (recent.size >= size) {
      former = recent;
      recent = new Map();
    }
    recent.set(key, value);
    return value;
  };
}

/** As `keepRecentBy`, where the argument is the key. */
export const keepRecent = <K, V extends NonNullable<unknown>>(
  size: number,
  make: (key: K) => V,
): ((key: K) => V) => keepRecentBy(size, (key) => key, make);
