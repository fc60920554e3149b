/**
 * Parses a table of weights: a line `family: name=weight name=weight` holds the features `family
 * name`; the family `alone` holds features of one word; `_` stands for a space.
 *
 * @param source The table.
 * @returns Weight of each feature by its name.
 */
export function parseWeights(source: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const line of source.trim().split('\n')) {
    const [family = '', ...entries] = line.split(' ');
    const prefix = family === 'alone:' ? '' : `${family.slice(0, -1)} `;
    for (const entry of entries) {
      const separator = entry.lastIndexOf('=');
      weights.set(
        prefix + entry.slice(0, separator).replaceAll('_', ' '),
        Number(entry.slice(separator + 1)),
      );
    }
  }
  return weights;
}
