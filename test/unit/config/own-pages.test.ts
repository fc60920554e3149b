import { expect, test } from 'vitest';
import { readOwnPages } from '../../../src/config/own-pages.ts';
import { shownPages } from '../../../src/config/shown-pages.ts';

const file = (name: string, text: string) => ({ path: `pages/${name}`, bytes: Buffer.from(text) });

/** The pages of files, by name. */
function pagesOf(files: Readonly<Record<string, string>>) {
  const { value, diagnostics } = readOwnPages(
    Object.entries(files).map(([name, text]) => file(name, text)),
  );
  return { pages: value, rules: diagnostics.map(({ rule, file: path }) => `${path} ${rule}`) };
}

test('pages are in the order of their numbers, then of their names', () => {
  const { pages } = pagesOf({
    'b.md': '# ب',
    'a.md': '---\norder: ٢\n---\n# أ',
    'c.md': '---\nweight: -1\n---\n# ج',
    'd.markdown': '# د',
  });
  expect(pages.map(({ name }) => name)).toEqual(['c', 'b', 'd', 'a']);
  expect(pages.map(({ outputPath }) => outputPath)).toContain('pages/d.html');
});

test('the words of the menu are those given, else the title; a page can stay out of it', () => {
  const { pages, rules } = pagesOf({
    'a.md': '---\ntitle: عن الأرشيف\nmenu: من نحن\n---\nنص.',
    'b.md': '# راسلونا',
    'c.md': '---\nmenu: false\n---\n# شروط',
    'd.md': '---\nmenu: [x]\norder: أول\n---\n# هاتف',
  });
  expect(pages.map(({ menu }) => menu)).toEqual(['من نحن', 'راسلونا', false, 'هاتف']);
  expect(rules).toEqual(['pages/d.md own-page-value', 'pages/d.md own-page-value']);
});

test('of two pages with one address the second is left out, with an error', () => {
  const { pages, rules } = pagesOf({ 'a.md': '# أ', 'b.md': '---\nid: A\n---\n# ب' });
  expect(pages.map(({ name }) => name)).toEqual(['a']);
  expect(rules).toEqual(['pages/b.md own-page-twice']);
});

test('links lead to other pages by their files, to the archive by path, and never out of it', () => {
  const { pages } = pagesOf({
    'about.md':
      '[أ](contact.md#x) [ب](./contact) [ج](/) [د](/dates/) [ه](../search.html) [و](../../x) [ز](https://a.example/)',
    'contact.md': '# راسلونا',
  });
  expect(pages[0]?.links.map(({ destination }) => destination)).toEqual([
    { outputPath: 'pages/contact.html', fragment: 'x' },
    { outputPath: 'pages/contact.html', fragment: '' },
    { outputPath: 'index.html', fragment: '' },
    { outputPath: 'dates/index.html', fragment: '' },
    { outputPath: 'search.html', fragment: '' },
    'nothing',
    'as-written',
  ]);
});

test('drafts, later pages and withdrawn ones are held back, and shown with drafts only', () => {
  const { pages } = pagesOf({
    'draft.md': '---\ndraft: true\n---\n# أ',
    'later.md': '---\npublishDate: 2030-01-01\n---\n# ب',
    'strange.md': '---\nstatus: مؤجل إلى حين\n---\n# ج',
    'gone.md': '---\nwithdrawn: true\n---\n# د',
    'shown.md': '---\nstatus: published\n---\n# ه',
  });
  const names = (asOf: string | undefined, drafts: boolean) =>
    shownPages(pages, asOf, drafts).map(({ name, held }) => (held ? `${name} ${held}` : name));
  expect(names('2029-12-31', false)).toEqual(['shown']);
  expect(names('2030-01-01', false)).toEqual(['later', 'shown']);
  expect(names('2029-12-31', true)).toEqual([
    'draft draft',
    'later scheduled',
    'shown',
    'strange draft',
  ]);
});

test('a page of damaged metadata that may be a draft is held back', () => {
  const { pages } = pagesOf({ 'a.md': '---\ndraft: true\n  bad: [\n---\n# أ' });
  expect(shownPages(pages, undefined, false)).toEqual([]);
});
