import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markdownBlocks } from '../../../../src/article/markdown/markdown-blocks.ts';
import type { SourceDocument } from '../../../../src/model/article.ts';
import { passages } from '../../../../src/model/block-text.ts';

const cases = join(import.meta.dirname, '../../../fixtures/cases/17-markdown-left-as-letters');

function read(text: string) {
  const provenance = { path: 'a.md', encoding: 'utf-8', sha256: '', bytes: text.length } as const;
  const document: SourceDocument = { provenance, format: 'markdown', text, metadata: {} };
  const rules: string[] = [];
  const result = markdownBlocks(document, ({ rule }) => rules.push(rule));
  return { blocks: result?.blocks ?? [], title: result?.title, rules };
}

const kinds = (text: string) => read(text).blocks.map(({ kind }) => kind);
const markupOf = (text: string) =>
  read(text).blocks.map((block) =>
    'markup' in block ? block.markup : 'text' in block ? block.text : block.kind,
  );

describe('headings without a blank after their mark', () => {
  test('on short lines, also within a paragraph', () => {
    const { blocks, title } = read(readFileSync(join(cases, 'atx.md'), 'utf8'));
    expect(title).toBe('عنوان بلا مسافة');
    expect(
      blocks.map((block) => ('text' in block ? `${block.kind} ${block.text}` : block.kind)),
    ).toEqual([
      'heading عنوان بلا مسافة',
      'paragraph سطر تحت العنوان.',
      'heading فرع أول',
      'paragraph كلام تحت الفرع الأول.',
      'heading فرع ثان',
      'paragraph كلام تحت الفرع الثاني.',
    ]);
    expect(kinds('نص.\n\n##فرع\nنص آخر.')).toEqual(['paragraph', 'heading', 'paragraph']);
    expect(kinds('###فرع له ختام###\n\nنص.')).toEqual(['heading', 'paragraph']);
  });

  test.each([
    'نص أول.\n\n#سوريا',
    '#كأس_العالم يبدأ غدا',
    'نص.\n\n#سوريا #لبنان #العراق',
    '#1 في القائمة',
    '\\#عنوان مكتوب',
    '#قال الوزير إن العمل في الميناء مستمر، وإن السفن ستصل غدا.',
  ])('hashtags and sentences stay: %s', (text) => {
    expect(kinds(text)).not.toContain('heading');
  });
});

test('a line in the form of a definition without an address is text', () => {
  const text =
    'نص أول.\n\n[المصدر]: رويترز\n\n[كتاب]: https://example.org\n\n[//]: # (تعليق)\n\nنص.';
  expect(markupOf(text)).toEqual(['نص أول.', '[المصدر]: رويترز', 'نص.']);
});

describe('tables', () => {
  test('have heads and rows, each of which is a passage', () => {
    const { blocks } = read(
      '| اليوم | الخبر |\n|:--|--:|\n| السبت | **افتتاح** |\n| الأحد | ندوة |\n',
    );
    expect(blocks).toMatchObject([
      {
        kind: 'table',
        headRows: 1,
        rows: [
          [{ text: 'اليوم' }, { text: 'الخبر' }],
          [{ text: 'السبت' }, { text: 'افتتاح', markup: '<strong>افتتاح</strong>' }],
          [{ text: 'الأحد' }, { text: 'ندوة' }],
        ],
      },
    ]);
    expect(blocks.flatMap((block) => [...passages(block)].map(({ text }) => text))).toEqual([
      'اليوم الخبر',
      'السبت افتتاح',
      'الأحد ندوة',
    ]);
  });

  test('with an empty head have none', () => {
    expect(read('| | |\n|-|-|\n| أ | ب |').blocks).toMatchObject([
      { headRows: 0, rows: [[{}, {}]] },
    ]);
  });

  test.each(['أ | ب\nج | د', 'نص | آخر', '| أ | ب |'])('bars alone make none: %s', (text) => {
    expect(kinds(text)).toEqual(['paragraph']);
  });
});

test('marks that stood as letters on the page are read', () => {
  const inCase = (name: string) => {
    const written = readFileSync(join(cases, name), 'utf8').replace(/^---[\s\S]*?---\n/, '');
    return read(written).blocks;
  };
  expect(inCase('big.md').map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'note']);
  const all = JSON.stringify(inCase('md1.md'));
  expect(all).not.toMatch(/\||~~|\*\*|\[x\]|\[\^|<div/);
  expect(all).toContain('نص داخل وسم');
});

describe('footnotes', () => {
  test('are notes, numbered in the order of the text, named by their labels', () => {
    const { blocks } = read(
      'أ[^ب] ثم[^1] ثم[^ب].\n\n[^1]: أولى\n\n[^ب]: ثانية\n\n    لها فقرة.\n\n[^خ]: بلا موضع',
    );
    expect(markupOf('أ[^1].\n\n[^1]: حاشية')[0]).toBe(
      'أ<a href="#note_1" id="ref_1" data-note-ref>[١]</a>.',
    );
    expect(blocks.slice(1)).toMatchObject([
      { kind: 'note', id: 'note_ب', number: '١', from: ['ref_ب', 'ref_ب_2'] },
      { kind: 'note', id: 'note_1', number: '٢', from: ['ref_1'] },
      { kind: 'note', id: 'note_خ', number: '', from: [] },
    ]);
    const [, note] = blocks;
    expect(note && [...passages(note)].map(({ text }) => text)).toEqual(['[١] ثانية', 'لها فقرة.']);
  });

  test('have Latin digits in a text without Arabic letters', () => {
    expect(markupOf('Water[^a].\n\n[^a]: note')[0]).toContain('data-note-ref>[<bdi>1</bdi>]</a>');
  });

  test('a reference without a note stays text', () => {
    expect(markupOf('نص[^5] آخر.')).toEqual(['نص[^5] آخر.']);
  });
});

describe('marks beside Arabic letters and signs', () => {
  test.each([
    ['و**«مهم»**جدا', 'و«<strong>مهم</strong>»جدا'],
    ['قال **(نعم)**وسكت', 'قال (<strong>نعم</strong>)وسكت'],
    ['قال*«نعم»* ثم', 'قال«<em>نعم</em>» ثم'],
    ['**نعم.** ثم', '<strong>نعم.</strong> ثم'],
    ['~~ملغى~~ نص', '<del>ملغى</del> نص'],
  ])('%s', (text, markup) => {
    expect(markupOf(text)).toEqual([markup]);
  });

  test.each(['`**«س»**ج`', '2 ** 3 و4 ** 5', 'س ~ ص ~ ع'])('%s stays', (text) => {
    expect(markupOf(text).join('')).not.toMatch(/<(?:strong|em|del)>/);
  });

  test('boxes of tasks are shown', () => {
    expect(read('- [x] تم\n- [ ] لم يتم').blocks).toMatchObject([
      { kind: 'list', items: [[{ text: '☑ تم' }], [{ text: '☐ لم يتم' }]] },
    ]);
  });
});

describe('HTML', () => {
  test('within lines and as blocks has the meaning that Markdown has a form for; no tag is shown', () => {
    expect(markupOf('نص <b>غامق</b> و<span lang="en">x</span><br>سطر')).toEqual([
      'نص <strong>غامق</strong> و<bdi>x</bdi><br>\nسطر',
    ]);
    expect(markupOf('<div dir="rtl">نص داخل وسم</div>')).toEqual(['نص داخل وسم']);
    expect(kinds('<table><tr><th>أ<th>ب<tr><td>١<td>٢</table>\n\n<p>نص</p>')).toEqual([
      'table',
      'paragraph',
    ]);
    expect(read('<h1>افتتاح</h1>\n<p>نص</p>').title).toBe('افتتاح');
    expect(markupOf('<center>\n\nنص **مهم**\n\n</center>')).toEqual(['نص <strong>مهم</strong>']);
  });

  test('scripts and styles are left out and told; a tag that is never closed takes no text with it', () => {
    const { blocks, rules } = read('نص <script>x()</script> آخر.\n\n<style>p{}</style>\n\nأخير.');
    expect(blocks.map((block) => ('text' in block ? block.text : ''))).toEqual([
      'نص  آخر.',
      'أخير.',
    ]);
    expect(rules).toEqual(['markup-read']);
    expect(markupOf('نص.\n\n<script>\nأول\n\nأخير.')).toEqual(['نص.', 'أول', 'أخير.']);
  });

  test('links of it are as safe as others', () => {
    expect(
      markupOf('<a href="javascript:x()">أ</a> <a onclick="x()" href="https://a.example">ب</a>'),
    ).toEqual(['أ <a href="https://a.example">ب</a>']);
  });
});
