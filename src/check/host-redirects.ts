import type { Diagnostic } from '../model/diagnostic.ts';
import type { RedirectsProblem } from '../model/host.ts';
import type { Host } from './hosts.ts';

/**
 * Returns what a host does not use of `_redirects`. These are warnings: the site is accepted, and old addresses with a
 * page lead on without the list.
 *
 * @param text of the file; undefined where there is none
 */
export function redirectFindings(host: Host, text: string | undefined): readonly Diagnostic[] {
  if (text === undefined) return [];
  const warning = (problem: RedirectsProblem, count = 0, limit = 0): Diagnostic => ({
    ...{ rule: 'host-redirects', severity: 'warning', file: '_redirects' },
    values: { host: host.name, problem, count, limit },
  });
  const { redirects } = host;
  if (redirects === undefined) return [warning('unread')];
  const rules = text.split('\n').filter((line) => /^\s*[^\s#]/.test(line));
  const forced = rules.filter((line) => /\s[1-5]\d\d!/.test(line)).length;
  const bytes = new TextEncoder().encode(text).length;
  const { bytes: most = Number.POSITIVE_INFINITY } = redirects;
  return [
    ...(rules.length > redirects.rules ? [warning('rules', rules.length, redirects.rules)] : []),
    ...(bytes > most ? [warning('bytes', bytes, most)] : []),
    ...(forced > 0 && !redirects.forced ? [warning('forced', forced)] : []),
  ];
}
