/**
 * Reads a table of weights written for people: a line `family: name=weight name=weight` holds the
 * signs `family name`; the family `alone` holds signs of one word; `_` stands for a space.
 *
 * @param source The table.
 * @returns Weight of each sign by its name.
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
