import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../../src/search/query/query.ts';
import type { QueryNode } from '../../../../src/search/query/query-node.ts';

/** Writes a condition: `a`, `«a b»`, `title:a`, `source=a b`, `[from,to]`, `-a`, `(a b)`, `(a | b)`. */
function written(node: QueryNode): string {
  switch (node.kind) {
    case 'word':
      return node.inTitle ? `title:${node.form}` : node.form;
    case 'phrase':
      return `${node.inTitle ? 'title:' : ''}«${node.forms.join(' ')}»`;
    case 'term':
      return `${node.field}=${node.forms.join('_')}`;
    case 'date':
      return `[${node.from},${node.to}]`;
    case 'not':
      return `-${written(node.node)}`;
    default:
      return `(${node.nodes.map(written).join(node.kind === 'any' ? ' | ' : ' ')})`;
  }
}

const parsed = (typed: string): string => parseQuery(typed).nodes.map(written).join(' ');

/** Query as typed, and the conditions parsed from it. */
const cases: readonly (readonly [typed: string, conditions: string])[] = [
  ['مجلس الأمن', 'مجلس الامن'],
  ['مجلس الأمن مجلس', 'مجلس الامن'],
  ['«مجلس الأمن»', '«مجلس الامن»'],
  ['"مجلس الأمن"', '«مجلس الامن»'],
  ['“مجلس الأمن”', '«مجلس الامن»'],
  ['„مجلس الأمن“', '«مجلس الامن»'],
  ['قال «مجلس الأمن» نعم', 'قال «مجلس الامن» نعم'],
  ['(«مجلس الأمن»)', '«مجلس الامن»'],
  ['قرار:"مجلس الأمن"،', 'قرار «مجلس الامن»'],
  ['«مجلس الأمن»«جامعة الدول»', '«مجلس الامن» «جامعه الدول»'],
  // A quotation that is not closed extends to the end: it is still being typed.
  ['«مجلس الأمن', '«مجلس الامن»'],
  ['مجلس "الأمن الدولي', 'مجلس «الامن الدولي»'],
  ['مجلس الأمن»', 'مجلس الامن'],
  ['«واحد»', '«واحد»'],
  ['«»""', ''],
  ['«قال "نعم" ثم ذهب»', '«قال نعم ثم ذهب»'],
  // Exclusions.
  ['خبر -رياضة', 'خبر -رياضه'],
  ['-رياضة خبر', '-رياضه خبر'],
  ['خبر –رياضة −سياسة', 'خبر -رياضه -سياسه'],
  ['خبر -«مجلس الأمن»', 'خبر -«مجلس الامن»'],
  ['-رياضة', '-رياضه'],
  ['خبر --رياضة', 'خبر -رياضه'],
  ['خبر - رياضة', 'خبر رياضه'],
  ['خبر NOT رياضة', 'خبر -رياضه'],
  ['جدة-الرياض', 'جده الرياض'],
  ['جدة-"مجلس الأمن"', 'جده «مجلس الامن»'],
  ['1973-10-06', '1973 10 06'],
  ['خبر \u200f-رياضة', 'خبر -رياضه'],
  ['خبر -(رياضة قدم)', 'خبر -(رياضه قدم)'],
  // One of several.
  ['نيل OR دجلة', '(نيل | دجله)'],
  ['ماء نيل أو دجلة او فرات', 'ماء (نيل | دجله | فرات)'],
  ['نيل|دجلة ماء', '(نيل | دجله) ماء'],
  ['(ماء نيل) OR «نهر دجلة»', '((ماء نيل) | «نهر دجله»)'],
  ['نيل AND دجلة', 'نيل دجله'],
  ['نيل OR -دجلة', '(نيل | -دجله)'],
  ['أو', 'او'],
  ['نيل أو', 'نيل'],
  ['OR نيل', 'نيل'],
  ['نيل or دجلة', 'نيل or دجله'],
  // Fields.
  ['title:نيل', 'title:نيل'],
  ['العنوان: نيل', 'title:نيل'],
  ['عنوان:«نهر النيل»', 'title:«نهر النيل»'],
  ['title:(نيل OR دجلة)', '(title:نيل | title:دجله)'],
  ['-title:نيل ماء', '-title:نيل ماء'],
  ['source:"الشرق الأوسط" نيل', 'source=الشرق_الاوسط نيل'],
  ['المصدر:الأهرام', 'source=الاهرام'],
  ['الباب:ثقافة باب:رياضة', 'section=ثقافه section=رياضه'],
  ['الباب: ثقافة', 'الباب ثقافه'],
  ['SOURCE:الأهرام', 'source=الاهرام'],
  ['الكاتب:«محمد علي»', 'author=محمد_علي'],
  ['المؤلف:علي', 'author=علي'],
  ['subject:نفط الشخصية:علي المكان:بيروت', 'subject=نفط person=علي place=بيروت'],
  ['-المصدر:الأهرام', '-source=الاهرام'],
  // «مصدر:» before a space is a word of a headline.
  ['مصدر: لا زيادة', 'مصدر لا زياده'],
  ['مصدر:الأهرام', 'source=الاهرام'],
  ['author:', 'author'],
  ['author: ', 'author'],
  ['قرار:نيل', 'قرار نيل'],
  ['http://example.org', 'http example org'],
  // Dates.
  ['before:2015', '[0,20149999]'],
  ['قبل:2015-07', '[0,20150699]'],
  ['قبل:٢٠١٥/٧/٢١', '[0,20150720]'],
  ['before:21/7/2015', '[0,20150720]'],
  ['after:2015', '[20160000,0]'],
  ['بعد:۲۰۱۵-۰۷', '[20150800,0]'],
  ['بعد: 2015-07-21،', '[20150722,0]'],
  ['date:2015-07', '[20150700,20150799]'],
  ['نيل قبل:2016 بعد:2014', 'نيل [0,20159999] [20150000,0]'],
  ['بعد:غد', 'بعد غد'],
  ['قبل:2015-13', 'قبل 2015 13'],
  // Anything else.
  ['\u202bخبر\u202c \u2067«مجلس الأمن»\u2069', 'خبر «مجلس الامن»'],
  ['عبد\u200cالله', 'عبدالله'],
  ['NATO والناتو', 'nato والناتو'],
  ['السعودية Saudi السعوديه', 'السعوديه saudi'],
  ['<img src=x onerror=alert(1)>', 'img src x onerror alert 1'],
  ['</script><script>', 'script'],
  ['__proto__ constructor', 'proto constructor'],
  ['؟!.,؛:()[]{}*&^%$#@', ''],
  ['- – « " »', ''],
  ['|((-(«', ''],
  ['   \n\t ', ''],
  ['', ''],
  ['ـَّ\u200f', ''],
];

test.each(cases)('%s', (typed, conditions) => {
  expect(parsed(typed)).toBe(conditions);
});

test('the last word may be incomplete only while it is typed as a word', () => {
  for (const [typed, word] of [
    ['مجلس الأم', 'الام'],
    ['مجلس نيل OR دج', 'دج'],
    ['مجلس الأم ', undefined],
    ['«مجلس الأم', undefined],
    ['title:الأم', undefined],
    ['قبل:2015', undefined],
  ] as const) {
    expect(parseQuery(typed).lastWord, typed).toBe(word);
  }
});

test('only the beginning of a very long query is used', () => {
  const many = Array.from({ length: 3000 }, (_, n) => `ك${n}`).join(' ');
  expect(many.length).toBeGreaterThan(10_000);
  expect(parsed(many)).toBe(Array.from({ length: 32 }, (_, n) => `ك${n}`).join(' '));
  expect(parsed('م'.repeat(10_000))).toBe('م'.repeat(40));
  for (const sign of ['«', '-', '(', '|', 'title:', '-(', 'NOT ', 'أو '])
    expect(parsed(sign.repeat(5000)).length, sign).toBeLessThan(500);
});

test('for any input, conditions hold only folded words', () => {
  const typed = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ابت  «»""“”-–().|:\u200f\u064b1a'), maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          ...['أو', ' OR ', 'title:', 'قبل:', '2015', '(', ')', '«', '»', ' -', ' ', 'نيل', 'a'],
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  const formsOf = (node: QueryNode): readonly string[] => {
    if (node.kind === 'word') return [node.form];
    if (node.kind === 'phrase' || node.kind === 'term') return node.forms;
    if (node.kind === 'date') return [];
    return node.kind === 'not' ? formsOf(node.node) : node.nodes.flatMap(formsOf);
  };
  fc.assert(
    fc.property(typed, (given) => {
      const { nodes } = parseQuery(given);
      expect(new Set(nodes.map(written)).size).toBe(nodes.length);
      for (const form of nodes.flatMap(formsOf)) expect(form).toMatch(/^[\p{L}\p{N}]+$/u);
    }),
  );
});
