import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordForms } from '../../../../src/arabic/word-letters.ts';
import type { StoredText } from '../../../../src/search/codec/stored-fields.ts';
import { type Excerpt, excerptOf } from '../../../../src/search/query/excerpt.ts';

/** Returns a function from a form to the index of its word; a word may list several forms, separated by «|». */
const wordIndex =
  (...words: readonly string[]) =>
  (form: string): number =>
    words.findIndex((word) => wordForms(word.replaceAll('|', ' ')).includes(form));

/** Formats an excerpt with its matches in brackets. */
const shown = (excerpt: Excerpt | undefined): string =>
  excerpt === undefined
    ? ''
    : `${excerpt.isCut[0] ? '… ' : ''}${excerpt.parts
        .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
        .join('')}${excerpt.isCut[1] ? ' …' : ''}`;

const directive = (excerpt: Excerpt | undefined): string => decodeURI(excerpt?.fragment ?? '');

/** Returns words that match no query: «ك1 ك2 …». */
const otherWords = (count: number, from = 1): string =>
  Array.from({ length: count }, (_, n) => `ك${from + n}`).join(' ');

test('matches are marked as the text spells them', () => {
  const text: StoredText = [['p1', 'قال الوَزيرُ، أمس: «إن الوزير عاد».']];
  expect(shown(excerptOf(text, wordIndex('الوزير', 'عاد')))).toBe(
    'قال [الوَزيرُ]، أمس: «إن [الوزير] [عاد]».',
  );
});

test('the excerpt is of the block with the most query words, and links to it', () => {
  const text: StoredText = [
    ['', 'عنوان'],
    ['p1', 'مجلس مجلس مجلس'],
    ['p2', 'قرار مجلس الأمن'],
    ['p3', 'قرار مجلس الأمن ثانية'],
  ];
  const excerpt = excerptOf(text, wordIndex('مجلس', 'الأمن'));
  expect(shown(excerpt)).toBe('قرار [مجلس] [الأمن]');
  expect(excerpt?.fragment.startsWith('p2:~:text=')).toBe(true);
});

test('a long block is cut before and after its matches', () => {
  const text: StoredText = [['p1', `${otherWords(50)} الوزير ${otherWords(60, 51)}.`]];
  const excerpt = excerptOf(text, wordIndex('الوزير'));
  expect(excerpt?.isCut).toEqual([true, true]);
  expect(shown(excerpt)).toBe(`… ${otherWords(6, 45)} [الوزير] ${otherWords(29, 51)} …`);
  const atEnd = excerptOf([['p1', `${otherWords(50)} الوزير.`]], wordIndex('الوزير'));
  expect(shown(atEnd)).toBe(`… ${otherWords(6, 45)} [الوزير].`);
  const atStart = excerptOf([['p1', `«الوزير ${otherWords(50)}`]], wordIndex('الوزير'));
  expect(shown(atStart)).toBe(`«[الوزير] ${otherWords(35)} …`);
});

test('without a match the excerpt is the start of the text', () => {
  const text: StoredText = [
    ['p1', 'وصلت القافلة.'],
    ['p2', 'ثم عادت.'],
  ];
  const excerpt = excerptOf(text, wordIndex('الوزير'));
  expect(shown(excerpt)).toBe('وصلت القافلة.');
  expect(excerpt?.fragment).toBe('p1');
  expect(excerptOf([], wordIndex('الوزير'))).toBeUndefined();
});

test('text directives mark each word once, with its context', () => {
  const text: StoredText = [['p2', 'قال مجلس الأمن إن مجلس الأمن اجتمع']];
  expect(directive(excerptOf(text, wordIndex('مجلس', 'الأمن')))).toBe(
    'p2:~:text=قال-,مجلس,-الأمن&text=قال مجلس-,الأمن,-إن',
  );
  expect(directive(excerptOf([['p1', 'مجلس']], wordIndex('مجلس')))).toBe('p1:~:text=مجلس');
  const six = excerptOf(
    [['p1', 'أ1 ب2 ج3 د4 ه5 و6']],
    wordIndex('أ1', 'ب2', 'ج3', 'د4', 'ه5', 'و6'),
  );
  expect(six?.fragment.split('text=').length).toBe(5);
});

test('characters with a meaning in a URL or text directive are escaped', () => {
  const text: StoredText = [['قسم، أول', 'عرض A-1, و«R&D» 50% #x']];
  const excerpt = excerptOf(text, wordIndex('r', 'd', '1'));
  expect(excerpt?.fragment).toMatch(/^%D9%82[^:]*:~:text=/);
  const [, directives = ''] = excerpt?.fragment.split(':~:') ?? [];
  const texts = directives.split('&').map((text) => text.replace(/^text=/, ''));
  expect(texts.length).toBe(3);
  for (const directive of texts) {
    expect(directive).toMatch(/^(?:[\w.!~*'()%]+-,)?[\w.!~*'()%]+(?:,-[\w.!~*'()%]+)?$/);
    expect(decodeURIComponent(directive)).not.toMatch(/[<>"]/);
  }
  const hyphened = excerptOf([['p1', 'جدة-الرياض']], wordIndex('الرياض'));
  expect(hyphened?.fragment).toContain(`${encodeURIComponent('جدة')}%2D-,`);
});

test('an excerpt is always a substring of a block', () => {
  const unit = fc.constantFrom(...'ابتو  ،.«»\n-<&\u064b\u200f', 'الوزير', 'مجلس ', '😀');
  const text = fc.array(
    fc.tuple(fc.constantFrom('', 'p1', 'قسم'), fc.string({ unit, maxLength: 300 })),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(text, (blocks) => {
      const excerpt = excerptOf(blocks, wordIndex('الوزير', 'مجلس'));
      if (excerpt === undefined) {
        expect(blocks).toEqual([]);
        return;
      }
      const excerptText = excerpt.parts.map((part) => part.text).join('');
      const [name = ''] = excerpt.fragment.split(':~:');
      const block = blocks.find(
        ([fragment, words]) => encodeURIComponent(fragment) === name && words.includes(excerptText),
      );
      expect(block).toBeDefined();
      for (const { text: part, isMatch } of excerpt.parts) {
        expect(part).not.toBe('');
        if (isMatch) expect(wordForms(part).length).toBe(1);
      }
      const anyMatch = excerpt.parts.some(({ isMatch }) => isMatch);
      const forms = blocks.flatMap(([, words]) => wordForms(words));
      expect(anyMatch).toBe(forms.includes('الوزير') || forms.includes('مجلس'));
    }),
  );
});

test('a block of a megabyte is searched in linear time', () => {
  const started = performance.now();
  const excerpt = excerptOf([['p1', 'مجلس الأمن '.repeat(50_000)]], wordIndex('مجلس', 'الأمن'));
  expect(excerpt?.parts.length).toBeGreaterThan(30);
  expect(performance.now() - started).toBeLessThan(3000);
});
