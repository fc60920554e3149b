import type { Config } from '../model/config.ts';

/**
 * Returns the day on which a site is shown, as YYYYMMDD; undefined where the owner gives none.
 *
 * @throws RangeError for anything but a day: a build reads no clock
 */
export function asOfNumber({ asOf }: Config): number | undefined {
  if (asOf === undefined) return undefined;
  if (!/^\d{4}-\d\d-\d\d$/.test(asOf)) throw new RangeError(`asOf is no day: ${asOf}`);
  return Number(asOf.replaceAll('-', ''));
}
