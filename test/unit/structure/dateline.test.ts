import { expect, test } from 'vitest';
import { agencyAfter, wordsToAgency } from '../../../src/structure/learned/dateline.ts';
import { tokenize } from '../../../src/structure/learned/tokens.ts';

/** Returns the words before the agency of the first dateline behind the first word of a text; undefined without one. */
function beforeAgency(text: string): string | undefined {
  const words = tokenize(text);
  const agency = agencyAfter(words, 0);
  return agency < words.count ? text.slice(0, words.end[agency - 1]) : undefined;
}

test.each([
  ['لقاء ثنائي في العاصمة مسقط - ا ف ب: قال الوزير إن', 'لقاء ثنائي في العاصمة مسقط'],
  ['موسم حصاد مبكر دمياط (وكالات) - بدأ المزارعون', 'موسم حصاد مبكر دمياط'],
  ['سباق الهجن رأس الخيمة – سالم خميس: انطلقت أمس', 'سباق الهجن رأس الخيمة'],
  ['ترميم القلعة تونس-كونا- أعلنت الوزارة', 'ترميم القلعة تونس'],
])('%s', (text, expected) => {
  expect(beforeAgency(text)).toBe(expected);
});

test.each([
  'قال المدير (وهو مهندس) إن الأعمال بدأت',
  'الطريق القديم - كما يسميه السكان منذ سنوات طويلة - أغلق',
  'ثلاثة أسئلة: ماذا بعد؟ - لا شيء',
])('no dateline: %s', (text) => {
  expect(beforeAgency(text)).toBeUndefined();
});

test('the distance of an end to the agency is limited to the words of a place', () => {
  expect(wordsToAgency(5, 3)).toBe(1);
  expect(wordsToAgency(12, 3)).toBe(wordsToAgency(Number.POSITIVE_INFINITY, 3));
});
