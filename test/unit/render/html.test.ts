import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, Html, html, trusted } from '../../../src/render/html.ts';
import { attribute, named, parsePage, textContent } from '../../support/dom.ts';

/** Applies the changes of an HTML parser to any text: NUL is dropped, CR and CRLF become LF. */
const received = (text: string): string =>
  text.replace(/\0/g, '').replace(/\r\n?/g, '\n').toWellFormed();

/** Strings with many characters that could end a text or an attribute. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        ...[
          '<',
          '>',
          '&',
          '"',
          "'",
          '&amp;',
          '&#39',
          '</p>',
          '<script>',
          '-->',
          '`',
          '=',
          '{{',
          '\n',
        ],
        ...['\u202E', '\uFEFF', 'قال', '</textarea>', ']]>', '\\', '%22', '&lt'],
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('any string in a text is parsed back unchanged', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const [p, ...others] = named(parsePage(html`<p>|${text}|</p>`.source), 'p');
      expect(others).toHaveLength(0);
      expect(p && textContent(p)).toBe(received(`|${text}|`));
    }),
  );
});

test('any string in a quoted attribute is parsed back unchanged', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const page of [html`<a title="${text}">x</a>`, html`<a title='${text}'>x</a>`]) {
        const [a] = named(parsePage(page.source), 'a');
        expect(a?.attrs.map(({ name }) => name)).toEqual(['title']);
        expect(a && attribute(a, 'title')).toBe(received(text));
        expect(a && textContent(a)).toBe('x');
      }
    }),
  );
});

test('Html is interpolated without being escaped again', () => {
  const inner = html`<b>${'أ & ب'}</b>`;
  expect(html`<p>${inner}</p>`.source).toBe('<p><b>أ &amp; ب</b></p>');
});

test('lists print their items without separator, at any depth', () => {
  expect(html`<ul>${['<', [trusted('<li>'), [1]]]}</ul>`.source).toBe('<ul>&lt;<li>1</ul>');
});

test('absent values print nothing, and zero prints', () => {
  expect(html`[${undefined}${null}${false}${0}${''}${[]}]`.source).toBe('[0]');
});

test('a text without special characters is not copied', () => {
  expect(escapeHtml('نص عادي: 12٪')).toBe('نص عادي: 12٪');
  expect(escapeHtml(`<a href="x">'&'</a>`)).toBe(
    '&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;',
  );
});

test('an object of the same shape as Html is not treated as Html', () => {
  const forged = { source: '<script>' } as unknown as Html;
  expect(() => html`${forged}`.source).toThrow();
  expect(Html.trusted('<i>') instanceof Html).toBe(true);
});
