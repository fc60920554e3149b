import type { Config } from '../model/config.ts';
import { licenseOf } from '../model/license.ts';

/** Returns the rights and the licence of the archive in one line, for feeds; empty where there are none. */
export function rightsLine({ rights, license }: Pick<Config, 'rights' | 'license'>): string {
  const { name, url } = license === undefined ? {} : licenseOf(license);
  const address = url === undefined || url === name ? undefined : `(${url})`;
  return [rights, name, address].filter((part) => part !== undefined).join(' ');
}
