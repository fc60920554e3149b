import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { compile } from '../support/compile.ts';
import {
  attribute,
  type Element,
  findAll,
  hasAttribute,
  named,
  only,
  parsePage,
  textContent,
} from '../support/dom.ts';
import { repository } from '../support/paths.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/**
 * An interface language is one object and its line in the list of languages: two are added to a copy of the
 * program, one left to right and one right to left.
 */
const folder = temporaryFolder();
const program = join(folder, 'program');

const french = `import type { Messages } from '../../model/messages.ts';
import { englishSite } from '../en/site.ts';
import type { Language } from '../language.ts';

const site: Messages = {
  ...englishSite,
  language: 'fr',
  siteName: 'Archives de presse',
  articles: { zero: 'aucun article', one: '{n} article', other: '{n} articles' },
  allArticles: 'Tous les articles',
  approximately: 'vers {date}',
  region: {
    months: [
      ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août'],
      ...['septembre', 'octobre', 'novembre', 'décembre'],
    ],
    digits: 'latn',
    weekStart: 1,
  },
};

export const french: Language = { site };
`;

const kurdish = `import type { Messages } from '../../model/messages.ts';
import { arabicSite } from '../ar/site.ts';
import type { Language } from '../language.ts';

const site: Messages = {
  ...arabicSite,
  language: 'ckb',
  siteName: 'ئەرشیفی ڕۆژنامە',
  articles: { zero: 'هیچ وتارێک', one: '{n} وتار', other: '{n} وتار' },
  region: {
    months: [
      ...['کانوونی دووەم', 'شوبات', 'ئازار', 'نیسان', 'ئایار', 'حوزەیران'],
      ...['تەمووز', 'ئاب', 'ئەیلوول', 'تشرینی یەکەم', 'تشرینی دووەم', 'کانوونی یەکەم'],
    ],
    digits: 'arab',
    weekStart: 6,
  },
};

export const sorani: Language = { site };
`;

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd: program, encoding: 'utf8' });

beforeAll(() => {
  for (const part of ['src', 'templates', 'package.json', 'tsconfig.json']) {
    cpSync(join(repository, part), join(program, part), { recursive: true });
  }
  symlinkSync(join(repository, 'node_modules'), join(program, 'node_modules'));
  for (const [name, content] of Object.entries({ fr: french, ckb: kurdish })) {
    mkdirSync(join(program, 'src/i18n', name));
    writeFileSync(join(program, 'src/i18n', name, 'language.ts'), content);
  }
  const registry = join(program, 'src/i18n/languages.ts');
  const text = readFileSync(registry, 'utf8');
  const added = text
    .replace(/\n\];/, '\n  french,\n  sorani,\n];')
    .replace(
      /^/,
      "import { sorani } from './ckb/language.ts';\nimport { french } from './fr/language.ts';\n",
    );
  expect(added).toContain('  french,\n  sorani,\n];');
  writeFileSync(registry, added);
});

/** The links of paragraphs hold no text, but a label in the language of the interface. */
const tagged = (element: Element): boolean =>
  hasAttribute(element, 'lang') && !hasAttribute(element, 'data-cite');
const tongueOf = (element: Element): string =>
  `${attribute(element, 'lang')} ${attribute(element, 'dir')}`;

/** Builds a site with an interface in a language; returns a function that reads its pages. */
function built(language: string): (page: string) => string {
  const root = join(folder, language);
  mkdirSync(join(root, 'seeds'), { recursive: true });
  writeFileSync(join(root, 'warraq.yaml'), `language: ${language}\n`);
  for (const [name, date] of [
    ['dam', '1960-01-09'],
    ['port', '1961-08~'],
    ['fair', '1961-08-25'],
  ]) {
    const head = `---\ntitle: خبر من أسوان\ndate: ${date}\nsource: الأهرام\n---\n`;
    writeFileSync(join(root, `seeds/${name}.txt`), `${head}بدأ العمل اليوم في الموقع كله.\n`);
  }
  const { status, stderr, stdout } = run('src/cli/warraq.js', 'build', '--root', root);
  expect(status, stdout + stderr).toBe(0);
  return (page) => readFileSync(join(root, 'dist', page), 'utf8');
}

test('a left-to-right interface language around Arabic texts', () => {
  const read = built('fr');
  const page = parsePage(read('articles/dam.html'));
  const [html] = named(page, 'html');
  expect(html && [attribute(html, 'lang'), attribute(html, 'dir')]).toEqual(['fr', 'ltr']);
  const article = only(page, ({ tagName }) => tagName === 'article');
  expect([...new Set(findAll(article, tagged).map(tongueOf))]).toEqual(['ar rtl']);
  expect(textContent(article)).toContain('9 janvier 1960');
  expect(read('articles/port.html')).toContain('vers août 1961');
  const home = textContent(parsePage(read('index.html')));
  expect(home).toContain('Archives de presse');
  expect(home).toContain('3 articles');
  expect(home).toContain('1 article');
  expect(home).toContain('Tous les articles');
});

test('a right-to-left interface language with its own digits', () => {
  const read = built('ckb');
  const page = parsePage(read('articles/dam.html'));
  const [html] = named(page, 'html');
  expect(html && [attribute(html, 'lang'), attribute(html, 'dir')]).toEqual(['ckb', 'rtl']);
  const article = only(page, ({ tagName }) => tagName === 'article');
  expect([...new Set(findAll(article, tagged).map(tongueOf))]).toEqual(['ar rtl']);
  expect(textContent(article)).toContain('٩ کانوونی دووەم ١٩٦٠');
  expect(textContent(parsePage(read('index.html')))).toContain('٣ وتار');
});

test('an unknown language is an error that lists the known ones', () => {
  const root = join(folder, 'de');
  mkdirSync(join(root, 'seeds'), { recursive: true });
  writeFileSync(join(root, 'warraq.yaml'), 'language: de\n');
  const { status, stderr } = run('src/cli/warraq.js', 'build', '--root', root, '--lang', 'en');
  expect(status).toBe(2);
  expect(stderr).toContain('ar, en, fr, ckb');
});

test('both language files compile, and one without a text does not', () => {
  expect(compile(program).stdout).toBe('');
  writeFileSync(
    join(program, 'src/i18n/fr/language.ts'),
    french
      .replace('  ...englishSite,\n', '')
      .replace("import { englishSite } from '../en/site.ts';\n", ''),
  );
  const { status, stdout } = compile(program);
  expect(status).not.toBe(0);
  expect(stdout).toContain('src/i18n/fr/language.ts');
});
