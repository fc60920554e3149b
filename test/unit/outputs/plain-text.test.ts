import { expect, test } from 'vitest';
import type { Block } from '../../../src/model/block.ts';
import { articleMarkdown } from '../../../src/outputs/article-markdown.ts';
import { articleText } from '../../../src/outputs/article-text.ts';
import { markdownForm } from '../../../src/outputs/markdown-text.ts';
import { plainForm } from '../../../src/outputs/plain-text.ts';
import { compile } from '../../support/samples.ts';

const item = (text: string): Block => ({ kind: 'paragraph', text, bare: true });

const blocks: readonly (readonly [name: string, block: Block, plain: string, markdown: string])[] =
  [
    [
      'a list',
      { kind: 'list', ordered: false, items: [[item('فتح الطرق')], [item('صرف *الرواتب*')]] },
      '- فتح الطرق\n- صرف *الرواتب*',
      '- فتح الطرق\n- صرف \\*الرواتب\\*',
    ],
    [
      'a numbered list in an item',
      {
        ...{ kind: 'list', ordered: true, start: 9 },
        items: [
          [item('أولها')],
          [item('ثانيها'), { kind: 'list', ordered: false, items: [[item('فرع')]] }],
        ],
      },
      '9. أولها\n10. ثانيها\n    - فرع',
      '9. أولها\n10. ثانيها\n\n    - فرع',
    ],
    [
      'verse',
      { kind: 'verse', lines: [[{ text: 'صدر' }, { text: 'عجز' }], [{ text: 'شطر' }]] },
      'صدر    عجز\nشطر',
      'صدر\u00a0\u00a0\u00a0\u00a0عجز\\\nشطر',
    ],
    [
      'a table',
      {
        kind: 'table',
        headRows: 1,
        rows: [
          [{ text: 'سعر' }, { text: 'أ|ب' }],
          [{ text: '٣' }, { text: '' }],
        ],
      },
      'سعر\tأ|ب\n٣\t',
      '| سعر | أ\\|ب |\n| --- | --- |\n| ٣ |  |',
    ],
    [
      'a table without a head',
      { kind: 'table', headRows: 0, rows: [[{ text: 'قمح' }, { text: '٣' }]] },
      'قمح\t٣',
      '|  |  |\n| --- | --- |\n| قمح | ٣ |',
    ],
    ['a rule', { kind: 'separator' }, '* * *', '---'],
    ['code', { kind: 'code', text: 'a ``` b\n' }, 'a ``` b', '````\na ``` b\n````'],
    [
      'a quotation',
      {
        kind: 'quotation',
        blocks: [
          { kind: 'paragraph', text: 'قول' },
          { kind: 'paragraph', text: 'آخر' },
        ],
      },
      'قول\n\nآخر',
      '> قول\n>\n> آخر',
    ],
    [
      'a numbered heading',
      { kind: 'heading', level: 3, text: 'عنوان', number: '٢' },
      '٢. عنوان',
      '### ٢. عنوان',
    ],
    ['a hidden paragraph', { kind: 'paragraph', text: 'عنوان', hidden: true }, '', ''],
  ];

test.each(blocks)('%s is written as plain text and as Markdown', (_, block, plain, markdown) => {
  expect(plainForm.block(block)).toBe(plain);
  expect(markdownForm.block(block)).toBe(markdown);
});

const source = [
  'سوق المدينة',
  'ارتفعت أسعار السمك في سوق المكلا صباح أمس بعد توقف القوارب عن الخروج أسبوعا كاملا بسبب الرياح.',
  'الصنف\tالسعر\tالتغير\nالديرك\t3000\t200\nالثمد\t2500\t-100',
  'وطالب الباعة بما يأتي:',
  '- خفض الرسوم\n- إصلاح الطريق',
  'وأنشد أحدهم بين جمع من زملائه أبياتا قديمة في وصف البحر والصيد:',
  'سلام على بحر كلما لاح فجره    وألقى على الوادي رداء من الندى\nوألقت طيور الماء أول لحنها    فعاد إلى قلبي الذي ضاع مذ غدا',
].join('\n\n');

test('an article that is read again from its text has the same blocks', () => {
  const article = compile(source).value;
  const again = compile(articleText(article, undefined)).value;
  const visible = ({ lead }: typeof article) =>
    lead.filter((block) => block.kind !== 'paragraph' || block.hidden === undefined);
  expect(visible(again)).toEqual(visible(article));
  expect(article.lead.map(({ kind }) => kind)).toContain('verse');
  expect(articleMarkdown(article)).toContain('| الديرك | 3000 | 200 |');
});
