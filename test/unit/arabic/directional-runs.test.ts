import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directionalRuns, mapRuns } from '../../../src/arabic/directional-runs.ts';

const marked = (text: string): string =>
  mapRuns(
    text,
    (run) => `⟨${run}⟩`,
    (other) => other,
  );

test.each([
  // One run from the first to the last letter.
  'في ⟨London, UK⟩ عن ⟨Smith & Sons, Ltd⟩. وعنوانه "⟨War, Peace and Love⟩" هنا',
  'قال: "⟨We are proud, very proud. Thank you⟩" ثم',
  "بالفرنسية: ⟨L'avenir, c'est le livre⟩! ثم",
  'نقلت ⟨The New York Times; Le Monde⟩؛ ثم',
  'قائمة: ⟨BBC، CNN⟩، رويترز',
  // Words with digits.
  'هاتف ⟨iPhone 15 Pro⟩ ثم ⟨Windows 11⟩، ومعه ⟨MS-DOS 6.22⟩.',
  'فيلم ⟨20th Century Fox⟩ وجهاز ⟨4K TV⟩ وورق ⟨A4⟩',
  'في ⟨2012⟩ ⟨London⟩ عام ⟨2015⟩ ⟨12⟩ شخصًا',
  // Addresses of the web and of mail.
  'انظر ⟨https://example.org/a?b=c&d=e%20f#g⟩.',
  'زر ⟨www.example.org⟩، أو ⟨example.org/page_1⟩؛',
  'راسل ⟨first.last@mail.example.org⟩، أو ⟨news@example.org⟩.',
  // Prices, shares, spans, days.
  'سعره ⟨$5.3⟩، ثم ⟨€12⟩، ثم ⟨£1,200⟩، ثم ⟨USD 7⟩',
  'بلغ ⟨$5.3 billion⟩ ثم ⟨US$5bn⟩',
  'نسبة ⟨50%⟩، ثم ⟨3.5%⟩؛ ثم ⟨0.1%⟩.',
  'بين ⟨2010⟩–⟨2015⟩، ثم ⟨1990⟩-⟨1999⟩، ثم ⟨5⟩-⟨3⟩',
  'يوم ⟨12/12/2017⟩، ثم ⟨12-12-2017⟩، ثم ⟨2017-12-12⟩ عند ⟨16:30⟩',
  'هاتف ⟨+962-6-1234567⟩ أو ⟨+962791234567⟩، و+⟨3⟩ درجات',
  'هاتف ⟨011-2345678⟩ ورقم ⟨978-3-16-148410-0⟩',
  // Signs that belong to a word.
  'لغة ⟨C++⟩ ثم ⟨C#⟩، ثم ⟨Disney+⟩',
  'حساب ⟨@example⟩ ووسم ⟨#news⟩، و⟨@two_words⟩',
  'وحدة ⟨km²⟩ وحرف ⟨cafe\u0301⟩ هنا',
  // Brackets: both of a pair, or none.
  'قناة ⟨BBC (British Broadcasting Corporation)⟩، ثم',
  'أعلنت (⟨BBC⟩) (⟨CNN⟩) الخبر',
  'قناة ⟨BBC⟩ (⟨British⟩، البريطانية) ⟨News [UK]⟩.',
  'بند ⟨A) first⟩ هنا',
  // Quotation marks: both, or none.
  'قال "⟨Yes, sir⟩" ثم «⟨No⟩» ثم “⟨Maybe⟩”',
  'مجلة ⟨The "World"⟩ ثم ⟨"Yes," he said⟩، ثم ⟨Radio «Monte Carlo»⟩ هنا',
  'كلمة "⟨one" and "two⟩" هنا',
  // Names with hyphens and apostrophes.
  'كتب ⟨Jean-Paul Sartre⟩ و⟨O’Neill-Smith⟩ و⟨D’Annick⟩',
  // Other scripts.
  'مدن ⟨London, Αθήνα, Москва⟩؛ ثم ⟨東京⟩',
  // Arabic alone, and signs alone.
  'عام ٢٠١٧ في القاهرة (٥٪)، «نعم»',
  'قالت ⟨BBC⟩ ❤️ هنا',
  'بين ⟨BBC⟩ <⟨b⟩> & ⟨50%⟩',
])('%s', (expected) => {
  const text = expected.replace(/[⟨⟩]/g, '');
  expect(marked(text)).toBe(expected);
  expect(
    directionalRuns(text)
      .map((run) => (run.leftToRight ? `⟨${run.text}⟩` : run.text))
      .join(''),
  ).toBe(expected);
});

/** Characters of all classes that matter here. */
const sign = fc.constantFrom(
  ...'ab1٣ع ,.،؛()[]"«»“”$@#%+-<&\n²',
  'é',
  'Ж',
  'ש',
  '\u0301',
  '\u200f',
  '😀',
);

test('runs are the text, and none begins or ends with a space', () => {
  fc.assert(
    fc.property(fc.string({ unit: sign, maxLength: 40 }), (text) => {
      const runs = directionalRuns(text);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      for (const run of runs) if (run.leftToRight) expect(run.text).toBe(run.text.trim());
    }),
  );
});

test.each(['a) b ع ', 'a (b ع ', '"a ع', '1.', 'a(', '(a', 'a) ', 'é $1,', 'a\u0301.'])(
  'the time is linear: %s',
  (part) => {
    const text = part.repeat(20_000);
    expect(marked(text).replace(/[⟨⟩]/g, '')).toBe(text);
  },
);

test('a letter of two code units at the end of a run or after a bracket is not divided', () => {
  for (const text of ['[c=2 \u{1e800}قال 𛰳𝡼𝞆𐖀 . ](x "y")', '𖀀) 𛰳 (𖀀] ع', '"𛰳 " ع']) {
    expect(directionalRuns(text).map((run) => run.text)).not.toContain('\ud82f');
    expect(
      mapRuns(
        text,
        (run) => run,
        (other) => other,
      ),
    ).toBe(text);
  }
});

test('the time is linear for one letter before many signs', () => {
  for (const start of ['a', '1', 'é']) {
    const text = `${start}${'.'.repeat(50_000)}ع`;
    expect(marked(text)).toBe(`⟨${start}⟩${text.slice(1)}`);
  }
});
