import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachWord, longestWord, wordForms } from '../../../src/arabic/word-letters.ts';

/** Texts with their folded words, separated by spaces. */
const cases: readonly (readonly [rule: string, written: string, folded: string])[] = [
  ['tashkeel is dropped', 'الأُمَّةُ العَرَبِيَّةُ', 'الامه العربيه'],
  ['tanwin and shadda', 'جدًّا مُحَمَّدٌ', 'جدا محمد'],
  ['the dagger alif', 'هٰذا الرحمٰن', 'هذا الرحمن'],
  ['Quranic signs', 'ٱلْكِتَٰبُۖ', 'الكتب'],
  ['tatweel', 'العــــربية', 'العربيه'],
  ['tatweel that carries a mark', 'مـَدرسة', 'مدرسه'],
  ['marks of direction', '\u200fوزير\u200e \u202bوفد\u202c \u2067حاكم\u2069', 'وزير وفد حاكم'],
  ['the Arabic letter mark', '\u061cوزير', 'وزير'],
  ['the byte-order mark', '\ufeffوزير', 'وزير'],
  ['ZWNJ and ZWJ', 'می\u200cخواهد ه\u200d', 'ميخواهد ه'],
  ['the soft hyphen', 'car\u00adavan', 'caravan'],
  ['presentation forms', 'ﺍﻟﻮﺯﻳﺮ ﻣﺤﻤﺪ', 'الوزير محمد'],
  ['Persian presentation forms', 'ﮐﺘﺎﺏ', 'كتاب'],
  ['lam-alif ligatures', 'ﻻمع ﻷن ﻹيران ﻵلاف', 'لامع لان لايران لالاف'],
  ['the ligature of God', 'ﷲ', 'الله'],
  ['tashkeel as presentation forms', 'ﻣﹹﻮﻇﻒ ﻣﹶﺪﺭﺳﺔ ﻣﹷﺪﺭﺳﺔ', 'موظف مدرسه مدرسه'],
  ['أ إ آ ٱ', 'أحمد إبراهيم آدم ٱبن', 'احمد ابراهيم ادم ابن'],
  ['a hamza apart from its letter', 'ا\u0654حمد ا\u0655براهيم ا\u0653دم', 'احمد ابراهيم ادم'],
  ['ى', 'إلى مصطفى', 'الي مصطفي'],
  ['Persian ی', 'علی', 'علي'],
  ['ک', 'کتاب', 'كتاب'],
  ['ة', 'السعودية مدرسة', 'السعوديه مدرسه'],
  ['Urdu ہ and ھ, Kurdish ە', 'ہ ھ ە', 'ه ه ه'],
  ['letters of other tongues stay', 'پاریس گوگل ڤيينا چيني', 'پاريس گوگل ڤيينا چيني'],
  ['ؤ and ئ', 'رؤية هيئة رئيس', 'رويه هييه رييس'],
  ['a hamza before و, as Cairo and as Beirut write it', 'مسئول شئون رءوس', 'مسوول شوون رووس'],
  ['', 'مسؤول شؤون رؤوس', 'مسوول شوون رووس'],
  ['', 'مَسْئُولٌ ﻣﺴﺌﻮﻝ مسي\u0654ول', 'مسوول مسوول مسوول'],
  ['a hamza alone stays', 'شيء ماء قراءة', 'شيء ماء قراءه'],
  ['three kinds of digits', '1973 ١٩٧٣ ۱۹۷۳', '1973 1973 1973'],
  ['digits beside letters', 'كوفيد19 جي٧', 'كوفيد19 جي7'],
  ['numbers are parted where they are', '3.5 ٢٫٥ 10:30', '3 5 2 5 10 30'],
  ['Latin case', 'NATO Reuters', 'nato reuters'],
  ['Latin accents', 'Café Müller İzmir', 'cafe muller izmir'],
  ['accents apart from their letters', 'Cafe\u0301', 'cafe'],
  ['full width', 'ＮＡＴＯ １９７３', 'nato 1973'],
  ['small and raised digits', 'م² H₂O', 'م2 h2o'],
  ['other scripts', 'Москва Αθήνα', 'москва αθηνα'],
  ['punctuation parts words', 'قال:«نعم»،ثم(عاد)؛أليس؟', 'قال نعم ثم عاد اليس'],
  ['hyphens and slashes', 'جدة-الرياض 2015/7', 'جده الرياض 2015 7'],
  ['line breaks and no-break spaces', 'سطر\nسطر\u00a0سطر', 'سطر سطر سطر'],
  ['signs that stand for sentences are none', 'محمد ﷺ', 'محمد'],
  ['nor signs beyond the basic plane', 'أب𝐀ت 😀', 'اب ت'],
  ['marks without a letter', '\u064b \u200f ـ … #', ''],
];

test.each(cases)('%s: %s → %s', (_, written, folded) => {
  expect(wordForms(written).join(' ')).toBe(folded);
});

test('spellings of one word fold to the same letters', () => {
  for (const spellings of [
    ['السعودية', 'السعوديه', 'السعـودية', 'السَّعُودِيَّةُ', 'ﺍﻟﺴﻌﻮﺩﻳﺔ'],
    ['مسؤول', 'مسئول', 'مسوول', 'مَسؤُول'],
    ['أحمد', 'احمد', 'إحمد', 'ٱحمد', 'أَحْمَد'],
    ['شؤون', 'شئون'],
    ['١٩٧٣', '1973', '۱۹۷۳'],
  ]) {
    expect(new Set(spellings.map((one) => wordForms(one).join(' '))).size, spellings[0]).toBe(1);
  }
});

test('different words do not fold to the same letters', () => {
  for (const [one, other] of [
    ['سماء', 'سما'],
    ['كريم', 'كرم'],
    ['جزيرة', 'جريرة'],
    ['هيئة', 'هوية'],
    ['سائل', 'سؤال'],
  ] as const) {
    expect(wordForms(one), one).not.toEqual(wordForms(other));
  }
});

test('the span of a word includes its marks', () => {
  const text = '«مُحَمَّدٌ»، ﻻمع';
  const found: string[] = [];
  eachWord(text, ({ start, end }) => found.push(text.slice(start, end)));
  expect(found).toEqual(['مُحَمَّدٌ', 'ﻻمع']);
});

test('words of digits only are distinguished', () => {
  const found: boolean[] = [];
  eachWord('١٩٧٣ وزير م2 007', ({ isWord }) => found.push(isWord));
  expect(found).toEqual([false, true, true, false]);
});

test('of a string too long to be a word the first letters are kept', () => {
  const long = 'ا'.repeat(longestWord);
  expect(wordForms(`${long}ب ${long}ت`)).toEqual([long, long]);
});

const signs = [
  ...'ابتولمءأإآٱؤئىيیةهکك ﻻﷲﹷﹶﻣـًَّٰ\u0654 \u200f\u200c،»"-.19٣۳aÉß２\n',
  ...['\u0000', '\ud835', '\udc00', '😀'],
];
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...signs), maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

test('spans of words are in order and within the text', () => {
  fc.assert(
    fc.property(text, (given) => {
      let last = 0;
      eachWord(given, (word) => {
        expect(word.length).toBeGreaterThan(0);
        expect(word.start).toBeGreaterThanOrEqual(last);
        expect(word.end).toBeGreaterThan(word.start);
        expect(word.end).toBeLessThanOrEqual(given.length);
        last = word.end;
      });
    }),
  );
});

test('folding is idempotent', () => {
  fc.assert(
    fc.property(text, (given) => {
      const forms = wordForms(given);
      expect(wordForms(forms.join(' '))).toEqual(forms);
    }),
  );
});

test('folding depends neither on the position nor on the normal form', () => {
  const arabic = fc.string({ unit: fc.constantFrom(...'ابتولمءأإآؤئىيةهكًَّ'), maxLength: 12 });
  fc.assert(
    fc.property(arabic, arabic, (one, other) => {
      expect(wordForms(`${one} ${other}`)).toEqual([...wordForms(one), ...wordForms(other)]);
      expect(wordForms(one.normalize('NFD'))).toEqual(wordForms(one.normalize('NFC')));
    }),
  );
});

test.each([
  ['letters without a gap', 'م'],
  ['marks without a letter', '\u064b'],
  ['hamzas', 'ء'],
  ['ligatures', 'ﷲ'],
  ['gaps', ' '],
  ['halves of pairs', '\ud83d'],
])('a megabyte of %s takes linear time', (_, sign) => {
  const given = sign.repeat(2 ** 20);
  const started = performance.now();
  expect(wordForms(given).length).toBeLessThanOrEqual(1);
  // A tenth of that is typical; quadratic work takes minutes.
  expect(performance.now() - started).toBeLessThan(2000);
});
