import type { RobotsSettings } from '../model/robots.ts';
import { isWebUrl } from '../sources/metadata-forms.ts';
import type { YamlMap } from '../sources/yaml/read-yaml.ts';
import type { Check, Inspector } from './check.ts';

/** Names of the uses; the first of each is ours, the last ones are those of content signals (contentsignals.org). */
const useNames = {
  search: ['search'],
  training: ['training', 'ai-train', 'aiTrain', 'aiTraining'],
  input: ['input', 'ai-input', 'aiInput'],
} as const satisfies Partial<Record<keyof RobotsSettings, readonly string[]>>;

/** Keys of the settings under `robots`. */
export const robotsKeys: readonly string[] = [
  ...Object.values(useNames).flat(),
  'policy',
  'agents',
];

/** What the message of a wrong value under `robots` says. */
export const robotsExample = 'search: yes, training: no, input: no';

const permission: Check<boolean> = (value) => {
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  if (['yes', 'true', 'on', 'allow', 'نعم'].includes(word)) return { value: true };
  if (['no', 'false', 'off', 'disallow', 'لا'].includes(word)) return { value: false };
  return { expected: 'yes, no' };
};

const policy: Check<string> = (value) =>
  typeof value === 'string' && isWebUrl(value)
    ? { value }
    : { expected: 'https://example.org/terms' };

/** The name of a program in robots.txt (RFC 9309, 2.2.1); programs write digits and dots too. */
const agentName = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/;

/**
 * Reads what programs may do with the archive.
 *
 * @param settings the map under `robots`; empty where there is none
 * @returns undefined where the owner takes no stance
 */
export function readRobots(settings: YamlMap, inspector: Inspector): RobotsSettings | undefined {
  const { checked, mapOf, reportUnknownKeys, reportValue } = inspector;
  reportUnknownKeys(settings, robotsKeys, 'robots.');
  function useOf(use: keyof typeof useNames): boolean | undefined {
    const written = useNames[use].filter((name) => settings.has(name));
    const [first = use, second] = written;
    const line = second === undefined ? undefined : settings.get(second)?.line;
    if (second !== undefined) reportValue(`robots.${second}`, second, first, line ?? 1);
    return checked(settings, first, permission, `robots.${first}`);
  }
  const [search, training, input] = [useOf('search'), useOf('training'), useOf('input')];
  const terms = checked(settings, 'policy', policy, 'robots.policy');
  const named = mapOf(settings, 'agents', 'GPTBot: no', 'robots.agents');
  const agents: Record<string, boolean> = {};
  for (const [name, { line }] of named) {
    const may = checked(named, name, permission, `robots.agents.${name}`);
    if (!agentName.test(name)) reportValue('robots.agents', name, 'GPTBot', line);
    else if (may !== undefined) agents[name] = may;
  }
  const robots: RobotsSettings = {
    ...(search === undefined ? {} : { search }),
    ...(training === undefined ? {} : { training }),
    ...(input === undefined ? {} : { input }),
    ...(terms === undefined ? {} : { policy: terms }),
    ...(Object.keys(agents).length === 0 ? {} : { agents }),
  };
  return Object.keys(robots).length === 0 ? undefined : robots;
}
