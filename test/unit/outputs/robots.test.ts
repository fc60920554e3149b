import { expect, test } from 'vitest';
import { readConfig } from '../../../src/config/schema.ts';
import { robots } from '../../../src/outputs/robots.ts';
import { tdmReservation } from '../../../src/outputs/tdm-reservation.ts';
import { robotsTags } from '../../../src/pages/robots-tags.ts';
import { readYamlMap } from '../../../src/sources/yaml/read-yaml.ts';

const base = 'https://example.org/archive/';

const settingsOf = (yaml: string) =>
  readConfig(readYamlMap(yaml, 'warraq.yaml', 1).map, 'warraq.yaml');

test('without the settings nothing is said of programs', () => {
  expect(robots(base)).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${base}sitemap.xml\n`);
  expect(tdmReservation(base, {})).toBeUndefined();
  expect(robotsTags({})).toEqual([]);
  expect(settingsOf('name: x').value.robots).toBeUndefined();
  expect(settingsOf('robots: {}').value.robots).toBeUndefined();
});

test('each use is a signal, and the known programs for a refused one are named', () => {
  const text = robots(base, {
    search: true,
    training: false,
    agents: { CCBot: true, MyBot: false },
  });
  expect(text).toContain('User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /\n');
  expect(text).toMatch(
    /\nUser-agent: GPTBot\n(?:User-agent: .+\n)*User-agent: MyBot\nDisallow: \/\n/,
  );
  expect(text).toMatch(/\nUser-agent: CCBot\nAllow: \/\n/);
  expect(text).not.toContain('PerplexityBot');
  expect(robots(undefined, { input: false })).toMatch(
    /PerplexityBot\n(?:User-agent: .+\n)*Disallow/,
  );
  expect(robots(base, { training: true, input: true })).toBe(
    `User-agent: *\nContent-Signal: ai-input=yes, ai-train=yes\nAllow: /\n\nSitemap: ${base}sitemap.xml\n`,
  );
});

test('pages that may not be listed say so, and no sitemap is named', () => {
  expect(robotsTags({ search: false })).toEqual([{ name: 'robots', content: 'noindex' }]);
  expect(robots(base, { search: false })).toBe(
    'User-agent: *\nContent-Signal: search=no\nAllow: /\n',
  );
});

test('mining is reserved or allowed below the folder of the archive', () => {
  const policy = 'https://example.org/terms';
  expect(JSON.parse(tdmReservation(base, { training: false, policy }) ?? '')).toEqual([
    { location: '/archive/*', 'tdm-reservation': 1, 'tdm-policy': policy },
  ]);
  expect(JSON.parse(tdmReservation(undefined, { training: true, policy }) ?? '')).toEqual([
    { location: '/*', 'tdm-reservation': 0 },
  ]);
  expect(robotsTags({ training: false, policy })).toEqual([
    { name: 'tdm-reservation', content: '1' },
    { name: 'tdm-policy', content: policy },
  ]);
});

test.each([
  [
    'robots: {search: yes, training: no, input: no}',
    { search: true, training: false, input: false },
  ],
  ['robots: {ai-train: no, ai-input: yes}', { training: false, input: true }],
  [
    'robots: {training: disallow, agents: {GPTBot: yes}}',
    { training: false, agents: { GPTBot: true } },
  ],
])('%s is read', (yaml, robots) => {
  const { value, diagnostics } = settingsOf(yaml);
  expect([value.robots, diagnostics]).toEqual([robots, []]);
});

test.each([
  ['robots: no', 'config-value'],
  ['robots: {search: maybe}', 'config-value'],
  ['robots: {train: no}', 'config-unknown-key'],
  ['robots: {training: no, ai-train: yes}', 'config-value'],
  ['robots: {policy: /terms}', 'config-value'],
  ['robots: {agents: [GPTBot]}', 'config-value'],
  ['robots: {agents: {"*": no}}', 'config-value'],
  ['robots: {agents: {"GPT\\nBot": no}}', 'config-value'],
  ['rights: [x]', 'config-value'],
  ['license: ""', 'config-value'],
  ['rights: © محمد علي\nredact: [محمد علي]', 'redact-setting'],
])('%s is a wrong setting', (yaml, rule) => {
  expect(settingsOf(yaml).diagnostics.map((found) => found.rule)).toEqual([rule]);
});
