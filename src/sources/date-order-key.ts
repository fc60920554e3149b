import type { DateOrder } from '../model/date.ts';
import type { YamlMap, YamlValue } from './yaml/yaml-value.ts';

/** The orders of numbers in dates. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const satisfies readonly DateOrder[];

/**
 * Reads the key `dates` of a folder, a sidecar or the settings: `dates: {order: dmy}`.
 *
 * @returns the order; undefined where the value says none
 */
export function readDateOrder(key: string, value: YamlValue): DateOrder | undefined {
  if (key !== 'dates' || typeof value === 'string' || Array.isArray(value)) return undefined;
  const written = (value as YamlMap).get('order')?.value;
  return dateOrders.find((order) => order === written);
}

/** Returns the order of dates that metadata say for themselves. */
export function orderIn(map: YamlMap): DateOrder | undefined {
  const entry = map.get('dates');
  return entry && readDateOrder('dates', entry.value);
}
