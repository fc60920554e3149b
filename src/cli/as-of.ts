import { readAsOf } from '../config/as-of.ts';
import { shownPages } from '../config/shown-pages.ts';
import type { Config } from '../model/config.ts';
import { type Arguments, UsageError } from './arguments.ts';

/** Returns the day of this machine's clock in its time zone: YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const parts = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return [now.getFullYear(), ...parts].join('-');
}

/**
 * Returns the settings with the day on which the archive is shown: that of `--as-of`, else that of the settings.
 * The clock is read for `today` alone.
 *
 * @throws UsageError where the option is no day
 */
export function withDay(config: Config, options: Arguments['options']): Config {
  const option = options['as-of'];
  const given = option === undefined ? config.asOf : readAsOf(option);
  if (option !== undefined && given === undefined) throw new UsageError('as-of', option);
  const asOf = given === 'today' ? today() : given;
  return {
    ...config,
    asOf,
    pages: shownPages(config.pages, asOf, options.drafts === true),
    ...(options.drafts === true ? { drafts: true } : {}),
  };
}
