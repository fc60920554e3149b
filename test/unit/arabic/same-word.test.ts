import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldOutFiles, measurePairs, pairsFile, readPairs } from '../../../bench/search/pairs.ts';
import { areSameWord } from '../../../src/arabic/same-word.ts';
import { basesOf } from '../../../src/arabic/word-bases.ts';
import { keyBounds, keyOf } from '../../../src/arabic/word-key.ts';
import { wordForms } from '../../../src/arabic/word-letters.ts';

const fold = (word: string): string => wordForms(word)[0] ?? '';

/** Returns the forms of a list (`form` or `form:count`) that are forms of a word. */
function formsOf(word: string, list: string): string {
  const forms = list.split(' ').map((entry) => {
    const [form = '', count = '1'] = entry.split(':');
    return { form: fold(form), count: Number(count) };
  });
  const same = areSameWord(fold(word), forms);
  return list
    .split(' ')
    .filter((_, n) => same[n])
    .map((entry) => entry.replace(/:.*/, ''))
    .join(' ');
}

test('200 pairs of words: precision 0.97 and recall 0.90 without an archive', () => {
  const pairs = readPairs(pairsFile);
  expect(pairs.length).toBe(200);
  const { precision, recall } = measurePairs(pairs, new Map());
  expect(precision).toBeGreaterThanOrEqual(0.97);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

test('further tables of pairs, of names and look-alikes: precision 0.95 and recall 0.95 without an archive', () => {
  const pairs = heldOutFiles.flatMap(readPairs);
  expect(pairs.length).toBeGreaterThan(1700);
  const { precision, recall } = measurePairs(pairs, new Map());
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});

test('rare names are not cut by what the archive has of other words', () => {
  expect(formsOf('وكيري', 'كيري:188 وكيري:7 يرى:458')).toBe('كيري وكيري');
  expect(formsOf('لافروف', 'لافروف:50 ولافروف:7 افروف:1')).toBe('لافروف ولافروف');
  expect(formsOf('ألغام', 'ألغام:9 الألغام:9 غام:1')).toBe('ألغام الألغام');
  expect(formsOf('ماركو', 'ماركو:41 مارك:90 ماركين:2')).toBe('ماركو');
  expect(formsOf('زحلة', 'زحلة:20 زحل:5')).toBe('زحلة');
  expect(formsOf('مسك', 'مسك:20 المسك:5 مسكين:15 المسكين:9')).toBe('مسك المسك');
});

test('a noun in ة is no feminine of a word that is shaped like no adjective', () => {
  expect(formsOf('رقاب', 'رقاب رقابة')).toBe('رقاب');
  expect(formsOf('مشارك', 'مشارك مشاركة المشاركين')).toBe('مشارك المشاركين');
  expect(formsOf('قرار', 'قرار قراره قرارها')).toBe('قرار قراره قرارها');
  expect(formsOf('مصالح', 'مصالح:9 مصالحه:9 مصالحها:9')).toBe('مصالح مصالحه مصالحها');
  expect(formsOf('كاتب', 'كاتب كاتبة')).toBe('كاتب كاتبة');
});

test('words in ل keep it behind the article', () => {
  expect(formsOf('لجنة', 'للجنة اللجنة ولجنة جنة')).toBe('للجنة اللجنة ولجنة');
});

test('names and foreign words are not cut', () => {
  expect(formsOf('إيران', 'إيران إيرون وإيران لإيران بإيران')).toBe('إيران وإيران لإيران بإيران');
  expect(formsOf('كيرى', 'كير كيري وكيري')).toBe('كيري وكيري');
  expect(formsOf('كير', 'كيري')).toBe('');
  expect(formsOf('لبنان', 'لبن لبنان بلبنان للبنان اللبنانية')).toBe('لبنان بلبنان للبنان');
});

test('what the archive has decides where shape does not', () => {
  // A letter is a particle where the word occurs without it, and never behind an article with it.
  expect(formsOf('قلب', 'قلب:90 بقلب:9 القلب:50')).toBe('قلب بقلب القلب');
  expect(formsOf('بعيد', 'عيد:90 العيد:90 بعيد:50 البعيد:9')).toBe('بعيد البعيد');
  expect(formsOf('عيد', 'عيد:90 العيد:90 بعيد:50 البعيد:9 لعيد:3')).toBe('عيد العيد لعيد');
  expect(formsOf('مال', 'مال:90 المال:90 كمال:60 بمال:4')).toBe('مال المال بمال');
  // A noun in ة has the article; a pronoun has none.
  expect(formsOf('حكم', 'حكم:90 حكمه:20 الحكمه:20')).toBe('حكم');
  expect(formsOf('حكم', 'حكم:90 حكمه:20 الحكمه:2')).toBe('حكم حكمه الحكمه');
  // Plurals in ون make ي the ending of a plural; ية makes it that of an adjective.
  expect(formsOf('مدرج', 'مدرج مدرجي مدرجون:4')).toBe('مدرج مدرجي مدرجون');
  expect(formsOf('محور', 'محور:9 محوري:9 محورية:9')).toBe('محور');
});

test('a word need not be in the archive', () => {
  expect(formsOf('بالوزيرين', 'وزير الوزير زير')).toBe('وزير الوزير');
  expect(formsOf('وزير', '')).toBe('');
});

const letters = fc
  .string({ unit: fc.constantFrom(...'ابتولمهيكفنسءرقد19'), minLength: 1, maxLength: 14 })
  .map(fold);

test('short words are recognised as a whole', () => {
  expect(formsOf('حق', 'حق الحق بالحق حقها حقه')).toBe('حق الحق بالحق حقها');
  expect(formsOf('قوة', 'القوة بقوة قوتها القوات قوي')).toBe('القوة بقوة قوتها القوات');
  expect(formsOf('جدة', 'بجدة وجدة جد جدا')).toBe('بجدة وجدة');
  expect(formsOf('بيت', 'ببيت البيت بيتها')).toBe('ببيت البيت بيتها');
});

test('a key is a part of its word: at least two letters, or the entire word', () => {
  fc.assert(
    fc.property(letters, (form) => {
      const [start, end] = keyBounds(form);
      if (start > 0 || end < form.length) expect(end - start).toBeGreaterThanOrEqual(2);
      expect(keyOf(form)).toBe(form.slice(start, end));
      expect(form.endsWith(basesOf([{ form, count: 1 }])[0]?.base.slice(-1) ?? '')).toBe(true);
    }),
  );
});

test('every word is a form of itself, whatever its neighbours, and the order of forms is no matter', () => {
  const forms = fc.array(fc.record({ form: letters, count: fc.integer({ min: 1, max: 500 }) }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(letters, forms, (word, others) => {
      const neighbours = new Map(others.map((other) => [other.form, other]));
      const known = [...neighbours.values()].filter(({ form }) => keyOf(form) === keyOf(word));
      const same = areSameWord(word, known);
      known.forEach(({ form }, n) => {
        if (form === word) expect(same[n]).toBe(true);
      });
      expect(areSameWord(word, known.toReversed()).toReversed()).toEqual(same);
    }),
  );
});
