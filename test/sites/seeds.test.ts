import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { readYamlMap } from '../../src/sources/yaml/read-yaml.ts';
import {
  attribute,
  findAll,
  hasAttribute,
  named,
  oneLine,
  only,
  parsePage,
  textContent,
} from '../support/dom.ts';
import { repository } from '../support/paths.ts';
import { recordedRun } from '../support/recorded-run.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const id = '000_8c196781ef486721';
const seed = join(repository, 'seeds', `${id}.txt`);
const headings = ['قواعد بسوريا', 'اجتماع بالقاهرة', 'محادثات جنيف'];

let out = '';
let code = -1;
let said = '';

beforeAll(async () => {
  out = temporaryFolder();
  const folders = ['--out', join(out, 'dist'), '--cache', join(out, 'cache')];
  ({ code, out: said } = await recordedRun(['build', '--root', repository, ...folders, '--json']));
});

const page = (url: string) => parsePage(readFileSync(join(out, 'dist', url), 'utf8'));

test('the seed has its recorded bytes', () => {
  const hash = createHash('sha256').update(readFileSync(seed)).digest('hex');
  expect(hash).toBe('f3ca7acdcc3354967ae45bfda5080210b730fed739e62e0e8a1458219738e640');
});

test('the repository’s own archive builds without diagnostics', () => {
  expect(code).toBe(0);
  expect(JSON.parse(said)).toMatchObject({ articles: 1, sections: 3, diagnostics: [] });
  expect(check(join(out, 'dist'))?.diagnostics).toEqual([]);
});

test('the article has its lead and exactly three sections, in order and without marks', () => {
  const article = page(`articles/${id}.html`);
  const [lead, ...leads] = findAll(article, (element) => hasAttribute(element, 'data-lead'));
  expect(leads).toEqual([]);
  const words = oneLine(lead === undefined ? '' : textContent(lead));
  expect(words).toMatch(/^أمر الرئيس الروسي/);
  expect(words).toMatch(/إلى قواعدها الدائمة في روسيا\.$/);
  const sections = findAll(article, (element) => hasAttribute(element, 'data-section'));
  expect(sections.flatMap((section) => named(section, 'h2')).map(textContent)).toEqual(headings);
  const openings = sections.map((section) => oneLine(textContent(section)));
  expect(openings[0]).toMatch(/^قواعد بسوريا ونُقل عن بوتين/);
  expect(openings[1]).toMatch(/^اجتماع بالقاهرة وفي القاهرة اجتمع/);
  expect(openings[2]).toMatch(/^محادثات جنيف على صعيد آخر/);
});

test('every word of the seed is in the page once, in order', () => {
  const blocks = findAll(
    page(`articles/${id}.html`),
    (element) => hasAttribute(element, 'data-lead') || hasAttribute(element, 'data-section'),
  );
  const read = blocks
    .flatMap((block) => named(block, 'h2', 'p'))
    .map(textContent)
    .join(' ');
  const source = readFileSync(seed, 'utf8');
  const bare = (text: string): string => text.replace(/[\s#]+/g, '');
  expect(bare(read)).toBe(bare(source));
  expect(read).not.toContain('#');
  const list = (text: string) =>
    text
      .replaceAll('#', ' ')
      .replace(/\.(?=\S)/g, '. ')
      .match(/\S+/g);
  expect(list(read)).toEqual(list(source));
});

test('the front page links to the article, and its page marks the date as inferred', () => {
  const entry = only(page('index.html'), (e) => attribute(e, 'data-entry') === id);
  expect(named(entry, 'a').map((link) => attribute(link, 'href'))).toEqual([`articles/${id}.html`]);
  const time = only(page(`articles/${id}.html`), ({ tagName }) => tagName === 'time');
  expect(attribute(time, 'datetime')).toBe('2017-12-12');
  expect(textContent(time)).toContain('على الأرجح');
});

test('the sidecar does not list the headings', () => {
  const text = readFileSync(seed.replace(/txt$/, 'yaml'), 'utf8');
  const { map, diagnostics } = readYamlMap(text, 'sidecar', 1);
  expect(diagnostics).toEqual([]);
  expect([...map.keys()]).toEqual(['title', 'date', 'topics', 'people', 'places']);
  expect(map.get('date')?.value).toBe('2017-12-12?');
});

test('no shipped file contains text of the seed', () => {
  const known = [id, '8c196781ef486721', ...headings, 'بسوريا', 'بالقاهرة', 'حميميم'];
  const wrong = ['src', 'templates'].flatMap((folder) =>
    readdirSync(join(repository, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => {
        const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
        return known
          .filter((part) => text.includes(part))
          .map((part) => `${entry.parentPath.slice(repository.length)}/${entry.name}: ${part}`);
      }),
  );
  expect(wrong).toEqual([]);
});
