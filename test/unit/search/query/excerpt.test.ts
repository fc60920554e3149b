import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordForms } from '../../../../src/arabic/word-letters.ts';
import type { StoredText } from '../../../../src/search/codec/stored-fields.ts';
import { type Excerpt, excerptOf } from '../../../../src/search/query/excerpt.ts';

/** Which of some words a form is; each may be given in several forms, parted by «|». */
const among =
  (...words: readonly string[]) =>
  (form: string): number =>
    words.findIndex((word) => wordForms(word.replaceAll('|', ' ')).includes(form));

/** Shows an excerpt with its matches in brackets. */
const shown = (excerpt: Excerpt | undefined): string =>
  excerpt === undefined
    ? ''
    : `${excerpt.isCut[0] ? '… ' : ''}${excerpt.parts
        .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
        .join('')}${excerpt.isCut[1] ? ' …' : ''}`;

const directive = (excerpt: Excerpt | undefined): string => decodeURI(excerpt?.fragment ?? '');

/** So many words that nobody asks for, as «ك1 ك2 …». */
const filling = (count: number, from = 1): string =>
  Array.from({ length: count }, (_, n) => `ك${from + n}`).join(' ');

test('words that were asked for are marked as the text has them', () => {
  const text: StoredText = [['p1', 'قال الوَزيرُ، أمس: «إن الوزير عاد».']];
  expect(shown(excerptOf(text, among('الوزير', 'عاد')))).toBe(
    'قال [الوَزيرُ]، أمس: «إن [الوزير] [عاد]».',
  );
});

test('of several blocks that with most of the words is shown, and named', () => {
  const text: StoredText = [
    ['', 'عنوان'],
    ['p1', 'مجلس مجلس مجلس'],
    ['p2', 'قرار مجلس الأمن'],
    ['p3', 'قرار مجلس الأمن ثانية'],
  ];
  const excerpt = excerptOf(text, among('مجلس', 'الأمن'));
  expect(shown(excerpt)).toBe('قرار [مجلس] [الأمن]');
  expect(excerpt?.fragment.startsWith('p2:~:text=')).toBe(true);
});

test('a long block is cut before and after its words', () => {
  const text: StoredText = [['p1', `${filling(50)} الوزير ${filling(60, 51)}.`]];
  const excerpt = excerptOf(text, among('الوزير'));
  expect(excerpt?.isCut).toEqual([true, true]);
  expect(shown(excerpt)).toBe(`… ${filling(6, 45)} [الوزير] ${filling(29, 51)} …`);
  const atEnd = excerptOf([['p1', `${filling(50)} الوزير.`]], among('الوزير'));
  expect(shown(atEnd)).toBe(`… ${filling(6, 45)} [الوزير].`);
  const atStart = excerptOf([['p1', `«الوزير ${filling(50)}`]], among('الوزير'));
  expect(shown(atStart)).toBe(`«[الوزير] ${filling(35)} …`);
});

test('where no word stands the text is shown from its beginning', () => {
  const text: StoredText = [
    ['p1', 'وصلت القافلة.'],
    ['p2', 'ثم عادت.'],
  ];
  const excerpt = excerptOf(text, among('الوزير'));
  expect(shown(excerpt)).toBe('وصلت القافلة.');
  expect(excerpt?.fragment).toBe('p1');
  expect(excerptOf([], among('الوزير'))).toBeUndefined();
});

test('a page is asked to mark each word once, between the words beside it', () => {
  const text: StoredText = [['p2', 'قال مجلس الأمن إن مجلس الأمن اجتمع']];
  expect(directive(excerptOf(text, among('مجلس', 'الأمن')))).toBe(
    'p2:~:text=قال-,مجلس,-الأمن&text=قال مجلس-,الأمن,-إن',
  );
  expect(directive(excerptOf([['p1', 'مجلس']], among('مجلس')))).toBe('p1:~:text=مجلس');
  const six = excerptOf([['p1', 'أ1 ب2 ج3 د4 ه5 و6']], among('أ1', 'ب2', 'ج3', 'د4', 'ه5', 'و6'));
  expect(six?.fragment.split('text=').length).toBe(5);
});

test('signs that mean something in an address, or in a directive, are escaped', () => {
  const text: StoredText = [['قسم، أول', 'عرض A-1, و«R&D» 50% #x']];
  const excerpt = excerptOf(text, among('r', 'd', '1'));
  expect(excerpt?.fragment).toMatch(/^%D9%82[^:]*:~:text=/);
  const [, directives = ''] = excerpt?.fragment.split(':~:') ?? [];
  const texts = directives.split('&').map((one) => one.replace(/^text=/, ''));
  expect(texts.length).toBe(3);
  for (const one of texts) {
    expect(one).toMatch(/^(?:[\w.!~*'()%]+-,)?[\w.!~*'()%]+(?:,-[\w.!~*'()%]+)?$/);
    expect(decodeURIComponent(one)).not.toMatch(/[<>"]/);
  }
  const hyphened = excerptOf([['p1', 'جدة-الرياض']], among('الرياض'));
  expect(hyphened?.fragment).toContain(`${encodeURIComponent('جدة')}%2D-,`);
});

test('an excerpt is a piece of its text, whatever that is', () => {
  const unit = fc.constantFrom(...'ابتو  ،.«»\n-<&\u064b\u200f', 'الوزير', 'مجلس ', '😀');
  const text = fc.array(
    fc.tuple(fc.constantFrom('', 'p1', 'قسم'), fc.string({ unit, maxLength: 300 })),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(text, (blocks) => {
      const excerpt = excerptOf(blocks, among('الوزير', 'مجلس'));
      if (excerpt === undefined) {
        expect(blocks).toEqual([]);
        return;
      }
      const piece = excerpt.parts.map((part) => part.text).join('');
      const [name = ''] = excerpt.fragment.split(':~:');
      const block = blocks.find(
        ([fragment, words]) => encodeURIComponent(fragment) === name && words.includes(piece),
      );
      expect(block).toBeDefined();
      for (const { text: one, isMatch } of excerpt.parts) {
        expect(one).not.toBe('');
        if (isMatch) expect(wordForms(one).length).toBe(1);
      }
      const anyMatch = excerpt.parts.some(({ isMatch }) => isMatch);
      const all = blocks.flatMap(([, words]) => wordForms(words));
      expect(anyMatch).toBe(all.includes('الوزير') || all.includes('مجلس'));
    }),
  );
});

test('a block of a megabyte is looked through once', () => {
  const started = performance.now();
  const excerpt = excerptOf([['p1', 'مجلس الأمن '.repeat(50_000)]], among('مجلس', 'الأمن'));
  expect(excerpt?.parts.length).toBeGreaterThan(30);
  expect(performance.now() - started).toBeLessThan(3000);
});
