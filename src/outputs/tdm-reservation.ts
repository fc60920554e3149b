import type { RobotsSettings } from '../model/robots.ts';
import type { Output } from './output.ts';

/** Output path of the reservation of text and data mining. */
export const tdmPath = '.well-known/tdmrep.json';

/**
 * Returns the reservation of text and data mining (TDM Reservation Protocol, W3C community group) as JSON; undefined
 * where the owner takes no stance on training.
 *
 * @param baseUrl URL of the archive, whose path on the host the reservation names
 */
export function tdmReservation(
  baseUrl: string | undefined,
  { training, policy }: RobotsSettings,
): string | undefined {
  if (training === undefined) return undefined;
  const folder = baseUrl === undefined ? '/' : new URL(baseUrl).pathname;
  const rule = {
    location: `${folder}*`,
    'tdm-reservation': training ? 0 : 1,
    ...(policy === undefined || training ? {} : { 'tdm-policy': policy }),
  };
  return `${JSON.stringify([rule], undefined, 1)}\n`;
}

/** The reservation of text and data mining; none where the settings say nothing of training. */
export const tdmOutput: Output = {
  name: 'tdm',
  reserves: /^\.well-known(?:\/|$)/,
  changesWith: 'archive',
  *files({ config: { baseUrl, robots = {} } }) {
    const content = tdmReservation(baseUrl, robots);
    if (content !== undefined) yield { outputPath: tdmPath, content };
  },
};
