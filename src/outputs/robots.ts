import { address } from '../model/address.ts';
import type { RobotsSettings } from '../model/robots.ts';
import type { Output } from './output.ts';
import { inputAgents, trainingAgents } from './robots-agents.ts';
import { sitemapIndexPath } from './sitemap.ts';

/** Output path of `robots.txt`. */
export const robotsPath = 'robots.txt';

/** Returns the line of content signals (contentsignals.org); empty where the owner takes no stance on any use. */
function signalLine({ search, input, training }: RobotsSettings): string {
  const uses = Object.entries({ search, 'ai-input': input, 'ai-train': training });
  const signals = uses.flatMap(([use, may]) =>
    may === undefined ? [] : [`${use}=${may ? 'yes' : 'no'}`],
  );
  return signals.length === 0 ? '' : `Content-Signal: ${signals.join(', ')}\n`;
}

/** Returns a group of `robots.txt` for programs by name; empty without any. */
const group = (agents: readonly string[], rule: string): string =>
  agents.length === 0
    ? ''
    : `\n${agents.map((agent) => `User-agent: ${agent}\n`).join('')}${rule}\n`;

/** Returns the groups for the programs that may read nothing, and those that may although their use is refused. */
function agentGroups({ training, input, agents = {} }: RobotsSettings): string {
  const named = new Map(Object.entries(agents));
  const known = new Set([...named.keys()].map((name) => name.toLowerCase()));
  const refused = [
    ...(training === false ? trainingAgents : []),
    ...(input === false ? inputAgents : []),
  ].filter((agent) => !known.has(agent.toLowerCase()));
  const of = (may: boolean) => [...named].flatMap(([name, is]) => (is === may ? [name] : []));
  return `${group([...refused, ...of(false)], 'Disallow: /')}${group(of(true), 'Allow: /')}`;
}

/**
 * Returns `robots.txt`: everything is allowed but what the settings refuse; names the sitemap where `baseUrl` is set and pages
 * may be listed.
 * Crawlers read it only at the root of a host. Pages that search engines may not list stay open to them, as they must
 * read `noindex` there.
 */
export const robots = (baseUrl: string | undefined, settings: RobotsSettings = {}): string =>
  `User-agent: *\n${signalLine(settings)}Allow: /\n${agentGroups(settings)}${
    baseUrl === undefined || settings.search === false
      ? ''
      : `\nSitemap: ${address(baseUrl, sitemapIndexPath)}\n`
  }`;

/** `robots.txt`; none without `baseUrl` and the settings of robots. */
export const robotsOutput: Output = {
  name: 'robots',
  reserves: /^robots\.txt$/,
  changesWith: 'archive',
  *files({ config: { baseUrl, robots: settings } }) {
    if (baseUrl !== undefined || settings !== undefined) {
      yield { outputPath: robotsPath, content: robots(baseUrl, settings) };
    }
  },
};
