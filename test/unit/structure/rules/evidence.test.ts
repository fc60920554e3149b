import { expect, test } from 'vitest';
import type { HeadingSpan, Structure } from '../../../../src/model/structure.ts';
import {
  type Evidence,
  evidenceOf,
  surroundings,
} from '../../../../src/structure/rules/evidence.ts';

/** Removes the brackets `⟦` and `⟧` around headings and returns their spans. */
function lay(marked: string, origin: HeadingSpan['origin'] = 'recovered') {
  const headings: HeadingSpan[] = [];
  let text = '';
  for (const [index, part] of marked.split(/[⟦⟧]/).entries()) {
    if (index % 2 === 1) {
      const start = text.length;
      headings.push({ start, end: start + part.length, text: part, origin, confidence: 0.7 });
    }
    text += part;
  }
  const structure: Structure = { headings, paragraphs: [], suggestions: [], omitted: 0 };
  return { text, structure, headings };
}

/** The evidence of one kind for the first heading of a text. */
function fact<K extends Evidence['kind']>(
  kind: K,
  marked: string,
  origin?: HeadingSpan['origin'],
): Extract<Evidence, { kind: K }> | undefined {
  const { text, structure, headings } = lay(marked, origin);
  const [heading] = headings;
  if (heading === undefined) return undefined;
  return evidenceOf(text, structure, heading).find(
    (found): found is Extract<Evidence, { kind: K }> => found.kind === kind,
  );
}

test.each([
  ['start', '⟦أسعار الغذاء⟧ وانخفضت'],
  ['start', '\u200f ⟦أسعار الغذاء⟧ وانخفضت'],
  ['stop', 'انتهى العام. ⟦أسعار الغذاء⟧ وانخفضت'],
  ['stop', 'قال: «انتهى العام.» ⟦أسعار الغذاء⟧ وانخفضت'],
  ['stop', 'هل انتهى؟ ⟦أسعار الغذاء⟧ وانخفضت'],
  ['glued', 'انتهى العام.⟦أسعار الغذاء⟧ وانخفضت'],
  ['line', 'انتهى العام\n⟦أسعار الغذاء⟧\nوانخفضت'],
  ['mark', 'انتهى العام.\n# ⟦أسعار الغذاء⟧\nوانخفضت'],
  ['running', 'انتهى العام ⟦أسعار الغذاء⟧ وانخفضت'],
])('the evidence before a heading: %s', (seam, marked) => {
  expect(fact('before', marked)).toEqual({ kind: 'before', seam });
});

test('an author’s mark is evidence in any position', () => {
  expect(fact('before', 'انتهى. ⟦محادثات جنيف⟧# على صعيد', 'marked')?.seam).toBe('mark');
});

test('words of a heading are counted without punctuation', () => {
  expect(fact('length', '⟦ميزانية 2.5 مليار «للجامعة»⟧ قال')?.words).toBe(4);
});

test.each([
  ['conjunction-verb', 'وانخفضت أسعار', 'وانخفضت أسعار الخضار'],
  ['conjunction-verb', 'ونُقل عن', 'ونُقل عن بوتين'],
  ['conjunction-verb', 'فقال الوزير', 'فقال الوزير'],
  ['verb', 'يصعب الحديث', 'يصعب الحديث عن'],
  ['verb', 'قال الوزير', 'قال الوزير إن'],
  ['opener', 'من جهته', 'من جهته، قال'],
  ['opener', 'كما دعا', 'كما دعا الوزير'],
  ['other', 'الوزير نفسه', 'الوزير نفسه قال'],
  ['other', 'بغداد', '«بغداد»'],
  ['nothing', '', ' … '],
])('the evidence of the opening after a heading: %s, «%s»', (form, words, after) => {
  expect(fact('opening', `نهاية. ⟦عنوان⟧ ${after}`)).toEqual({ kind: 'opening', form, words });
});

test('a heading directly after it is not an opening', () => {
  expect(fact('opening', '⟦الأول⟧\n⟦الثاني⟧\nنص')).toMatchObject({ form: 'heading', words: '' });
});

test('recurring words are found by stem and listed as in the heading', () => {
  expect(fact('echo', '⟦أسعار الغذاء والدواء⟧ ارتفع سعر الغذاء.')?.words).toEqual([
    'أسعار',
    'الغذاء',
  ]);
});

test('words under the next heading and particles are not recurring words', () => {
  const marked = '⟦في الأسواق⟧ وقال التاجر في يومه. ⟦غيرها⟧ الأسواق';
  expect(fact('echo', marked)?.words).toEqual([]);
});

test('other headings are counted, without suggestions', () => {
  const { text, structure, headings } = lay('أ. ⟦عنوان⟧ نص. ⟦آخر⟧ نص. ⟦ثالث⟧ نص');
  const [first, second, third] = headings;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three');
  const others = (shown: readonly HeadingSpan[]): Evidence | undefined =>
    evidenceOf(text, { ...structure, headings: shown }, third).at(-1);
  expect(others(headings)).toEqual({ kind: 'others', count: 2 });
  expect(others([first, second])).toEqual({ kind: 'others', count: 2 });
  expect(others([])).toEqual({ kind: 'others', count: 0 });
});

test('every heading has one item of evidence of each kind, also at the ends of a text', () => {
  for (const marked of ['⟦عنوان⟧', '⟦⟧', 'نص ⟦عنوان⟧', '⟦123⟧ 45', '⟦\ud800⟧ \udc00']) {
    const { text, structure, headings } = lay(marked);
    for (const heading of headings) {
      const kinds = evidenceOf(text, structure, heading).map(({ kind }) => kind);
      expect(kinds, marked).toEqual(['before', 'length', 'opening', 'echo', 'others']);
    }
  }
});

test('the surrounding words show the white space at the break', () => {
  const { text, headings } = lay('واحد اثنان ثلاثة.⟦عنوان⟧ أربعة خمسة\nستة سبعة');
  const [heading] = headings;
  if (heading === undefined) throw new Error('one');
  expect(surroundings(text, heading, 2)).toEqual({ before: 'اثنان ثلاثة.', after: ' أربعة خمسة' });
  expect(surroundings(text, heading, 3).after).toBe(' أربعة خمسة ↵ ستة');
});

test('a text without words is truncated around a heading', () => {
  const text = `${'.'.repeat(9000)}عنوان${'.'.repeat(9000)}`;
  const { before, after } = surroundings(text, { start: 9000, end: 9005 });
  expect(before.length + after.length).toBeLessThan(300);
});
