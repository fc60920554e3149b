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
    const [family = '', ...signs] = line.split(' ');
    const prefix = family === 'alone:' ? '' : `${family.slice(0, -1)} `;
    for (const sign of signs) {
      const cut = sign.lastIndexOf('=');
      weights.set(prefix + sign.slice(0, cut).replaceAll('_', ' '), Number(sign.slice(cut + 1)));
    }
  }
  return weights;
}
