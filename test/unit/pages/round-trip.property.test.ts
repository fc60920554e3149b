import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutPictures } from '../../../src/article/map-figures.ts';
import type { Metadata } from '../../../src/model/metadata.ts';
import { cleanText } from '../../../src/sources/metadata-forms.ts';
import {
  attribute,
  childrenOf,
  type Element,
  findAll,
  hasAttribute,
  isElement,
  named,
  only,
  parsePage,
  textContent,
} from '../../support/dom.ts';
import { articlePage, compile, render } from '../../support/samples.ts';

const words = fc.constantFrom(
  ...['قال', 'الوزير', 'محادثات جنيف', 'في القاهرة', 'وأضاف أن', 'كِتَابٌ', 'العـــربية', '٢٠١٧'],
  ...['BBC', 'F-16', '50%', 'iPhone 15 Pro', '12/12/2017', 'https://example.org/a?b=1&c=2'],
);
const joints = fc.constantFrom(
  ...[' ', ' ', ' ', ' ', '. ', '.', '، ', '؟ ', '! ', '… ', ': ', '«', '»', '"', "'", '(', ')'],
  ...['\n', '\n', '\n\n', '\r\n', '\r', '\t', '\f', '\u2028', '\u00A0', '\u3000', '\uFEFF'],
  ...[' # ', '# ', ' #', '#', '## ', '* ', '- ', '_', '**', '`', '> ', '1. ', '---\n', '\\', '~~'],
);
const junk = fc.constantFrom(
  ...['<script>alert(1)</script>', '</p>', '</section>', '<!-- ', ' -->', '&amp;', '&#x3C;', '&lt'],
  ...['<img src=x onerror=alert(1)>', '{{7*7}}', '$x{}', ']]>', '<', '>', '&', '</body>', '[x](y)'],
  ...['\u202E', '\u200F', '\u200C', '\u0001', '\u001A', '\u0085', '\u00AD', '\uFFFF', '😀', '𞸀'],
);

/** Texts as from newspapers, typesetters, mail programs and attackers. */
const source = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: words },
      { weight: 5, arbitrary: joints },
      { weight: 2, arbitrary: junk },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
    ),
    { minLength: 1, maxLength: 120 },
  )
  // A seed with NUL is binary and rejected earlier.
  .map((parts) => parts.join('').replaceAll('\0', ''));

/** The words of a text, without white space, the marks of headings, and controls that HTML forbids. */
const said = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the page leaves these out
  text.replace(/[\s#\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]+/gu, '');

/** Letters and digits of a text: what the marks of lists, rules and headings leave. */
const letters = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

const isReading = (element: Element): boolean =>
  hasAttribute(element, 'data-lead') || hasAttribute(element, 'data-section');

/** The text of a block with the numbers that the browser shows: of a list's items, of a heading. */
function blockText(block: Element): string {
  const number = attribute(block, 'data-number') ?? '';
  if (block.tagName !== 'ol') return `${number} ${textContent(block)}`;
  const first = Number(attribute(block, 'start') ?? '1');
  const items = childrenOf(block).filter(isElement);
  return items.map((item, index) => `${first + index} ${textContent(item)}`).join(' ');
}

/** Expects a page to have all words of a text, in order: lead, headings and blocks. */
function expectAllWords(html: string, text: string): void {
  const blocks = findAll(parsePage(html), isReading).flatMap((part) =>
    childrenOf(part).filter(isElement),
  );
  const isPlain = blocks.every(({ tagName }) => tagName === 'p') && !/[-=_~ـ]{3}/.test(text);
  const read = blocks.map(blockText).join(' ');
  if (isPlain) expect(said(read)).toBe(said(text));
  else expect(letters(read)).toBe(letters(text));
}

test('the page of any text has all its words, in order', () => {
  fc.assert(
    fc.property(source, (text) => {
      const html = render(articlePage(compile(text).value));
      expectAllWords(html, text);
    }),
    { numRuns: 400 },
  );
});

test('with an editor’s headings the page has all words of the text', () => {
  fc.assert(
    fc.property(source, fc.array(words, { minLength: 1, maxLength: 4 }), (text, headings) => {
      const html = render(articlePage(compile(text, { headings }).value));
      expectAllWords(html, text);
    }),
  );
});

test('with a given title that the text repeats the page has all words of the text', () => {
  fc.assert(
    fc.property(source, words, (text, title) => {
      const html = render(articlePage(compile(`${title}\n\n${text}`, { title }).value));
      expectAllWords(html, `${title}\n\n${text}`);
    }),
  );
});

const blockTags = new Set(['p', 'ul', 'ol', 'table', 'div', 'hr']);
const innerTags = new Set(['bdi', 'a', 'li', 'tbody', 'tr', 'td', 'th', 'span', 'p']);

test('lead and sections contain headings and blocks only, and each section starts with its heading', () => {
  fc.assert(
    fc.property(source, (text) => {
      const page = parsePage(render(articlePage(compile(text).value)));
      for (const block of findAll(page, isReading)) {
        const children = childrenOf(block).filter(isElement);
        const tags = children.map(({ tagName }) => tagName);
        const opens = hasAttribute(block, 'data-section') ? ['h2'] : [];
        expect(tags.slice(0, opens.length)).toEqual(opens);
        expect(tags.slice(opens.length).filter((tag) => !blockTags.has(tag))).toEqual([]);
        for (const tag of children.flatMap(childrenOf).filter(isElement)) {
          // The text of a permalink is not the author's.
          if (tag.tagName === 'a') expect(textContent(tag)).toBe('');
          else expect(innerTags).toContain(tag.tagName);
        }
      }
    }),
  );
});

const anything = fc.oneof(source, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

/** Metadata as read from a seed: clean, and absent rather than empty. */
const metadata: fc.Arbitrary<Metadata> = fc
  .record(
    Object.fromEntries(
      'title kicker standfirst byline dateline hijri source section issue page rights'
        .split(' ')
        .map((key) => [key, anything]),
    ),
    { requiredKeys: [] },
  )
  .chain((texts) =>
    fc
      .array(anything, { maxLength: 3 })
      .map((list) => ({ ...texts, authors: list, topics: list, people: list, places: list })),
  )
  .map((raw) => {
    const clean = Object.entries(raw).flatMap(([key, value]): [string, string | string[]][] => {
      if (typeof value === 'string') {
        const { text } = cleanText(value);
        return text === '' ? [] : [[key, text]];
      }
      const list = (value as string[]).map((item) => cleanText(item).text).filter(Boolean);
      return list.length === 0 ? [] : [[key, list]];
    });
    return Object.fromEntries(clean);
  });

test('any metadata gives a valid page with that title', () => {
  fc.assert(
    fc.property(metadata, source, (given, text) => {
      const article = compile(text, given).value;
      const page = parsePage(render(articlePage(article), { name: 'أرشيف' }));
      expect(named(page, 'article')).toHaveLength(1);
      const refused = named(page, 'script', 'style', 'iframe', 'object', 'img', 'form', 'base');
      expect(refused.map(({ tagName }) => tagName)).toEqual([]);
      const attributes = findAll(page, () => true).flatMap(({ attrs }) => attrs);
      expect(attributes.filter(({ name }) => /^on|^style$|^srcdoc$/.test(name))).toEqual([]);
      const title = textContent(only(page, ({ tagName }) => tagName === 'h1'));
      expect(title).toBe(article.title);
      if (given.title !== undefined) expect(title).toBe(given.title);
      const [head, ...others] = named(page, 'title');
      expect(others).toEqual([]);
      expect(head && textContent(head)).toBe(`${article.title} – أرشيف`);
      const root = only(page, ({ tagName }) => tagName === 'html');
      expect([attribute(root, 'lang'), attribute(root, 'dir')]).toEqual(['ar', 'rtl']);
      const ids = findAll(page, (element) => hasAttribute(element, 'id'));
      expect(new Set(ids.map((element) => attribute(element, 'id'))).size).toBe(ids.length);
    }),
    { numRuns: 300 },
  );
});

test('any Markdown gives a valid page that runs and fetches nothing', () => {
  fc.assert(
    fc.property(source, (text) => {
      const markdown = `${text}\n\n## [${text}](https://example.org "${text}")\n\n## ب\n\n## ج\n\n${text}`;
      // Without a folder of seeds no picture is found.
      const { article } = withoutPictures(compile(markdown, { title: 'عنوان' }, 'a.md').value);
      const page = parsePage(render(articlePage(article)));
      expect(named(page, 'article')).toHaveLength(1);
      expect(named(page, 'h1').map(textContent)).toEqual(['عنوان']);
      const refused = named(page, 'script', 'style', 'iframe', 'object', 'img', 'svg');
      expect(refused.map(({ tagName }) => tagName)).toEqual([]);
      const attributes = findAll(page, () => true).flatMap(({ attrs }) => attrs);
      expect(attributes.filter(({ name }) => /^on|^style$/.test(name))).toEqual([]);
      for (const link of named(page, 'a')) {
        expect(attribute(link, 'href') ?? '').not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
      }
    }),
    { numRuns: 300 },
  );
});
