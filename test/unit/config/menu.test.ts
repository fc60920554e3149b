import { expect, test } from 'vitest';
import { readOwnPages } from '../../../src/config/own-pages.ts';
import { readConfig } from '../../../src/config/schema.ts';
import { readYamlMap } from '../../../src/sources/yaml/read-yaml.ts';

const pages = readOwnPages([
  { path: 'pages/about.md', bytes: Buffer.from('# عن الأرشيف') },
  { path: 'pages/من نحن.md', bytes: Buffer.from('# من نحن') },
]).value;

/** The settings of a YAML text, with the problems as `key: value`. */
function settings(yaml: string) {
  const { value, diagnostics } = readConfig(readYamlMap(yaml, 'warraq.yaml', 1).map, 'w', pages);
  const problems = diagnostics.map((diagnostic) =>
    diagnostic.rule === 'config-value'
      ? `${diagnostic.values.key}: ${diagnostic.values.value}`
      : diagnostic.rule,
  );
  return { ...value, problems };
}

test('an entry of the menu is an own page, an index, or has words and a target', () => {
  const { menu, problems } = settings(
    'menu: [about, من نحن, dates, {المدونة: "https://a.example/"}, {الصور: photos/index.html}, {كل شيء: articles}]',
  );
  expect(problems).toEqual([]);
  expect(menu).toEqual([
    { target: { page: 'about' } },
    { target: { page: 'من نحن' } },
    { target: { index: 'dates' } },
    { title: 'المدونة', target: { url: 'https://a.example/' } },
    { title: 'الصور', target: { outputPath: 'photos/index.html' } },
    { title: 'كل شيء', target: { index: 'articles' } },
  ]);
  expect(settings('menu: []').menu).toEqual([]);
  expect(settings('name: x').menu).toBeUndefined();
});

test('an entry that means nothing is an error', () => {
  for (const item of [
    'abuot',
    'https://a.example/',
    '{x: ../../etc/passwd}',
    '{x: "javascript:alert(1)"}',
  ]) {
    expect(settings(`menu:\n  - ${item}`).problems.length, item).toBe(1);
  }
});

test('parts of the front page are known parts, kinds of terms and own pages, each once', () => {
  expect(settings('home: [about, latest, topics]').home).toEqual([
    { page: 'about' },
    'latest',
    { terms: 'subject' },
  ]);
  expect(settings('home: [latest, latest, nothing]').problems).toEqual([
    'home: latest',
    'home: nothing',
  ]);
});
