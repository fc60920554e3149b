import type { Messages } from '../../model/messages.ts';
import type { CliMessages } from '../cli-messages.ts';

/** Words of the terms of a site's own fields, in Arabic. */
export const arabicFieldTerms: Messages['fieldTerms'] = {
  articlesOf: 'مقالات الأرشيف، {label}: {name}.',
  count: {
    zero: 'لا قيم',
    one: 'قيمة واحدة',
    two: 'قيمتان',
    few: '{n} قيم',
    many: '{n} قيمة',
    other: '{n} قيمة',
  },
};

const forms = {
  text: ['نصًا واحدًا', 'المفتاح: نص'],
  list: ['قائمة نصوص', 'المفتاح: [أول, ثانٍ]'],
  place: ['قائمة أماكن', 'المفتاح: [القاهرة, عدن]'],
  date: ['تاريخًا', '2017-12-12 أو 2017-12 أو 2017'],
  number: ['عددًا', '1250 أو 12.5'],
} as const;

/** Diagnostics of a site's own fields, in Arabic. */
export const arabicFieldRules: Pick<CliMessages['rules'], 'field-value'> = {
  'field-value': ({ key, type, value }) => ({
    message: `ينبغي أن تكون قيمة «${key}» ${forms[type][0]} (type: ${type})، وقد أُبقيت «${value}» كما كُتبت.`,
    fix: `اكتبها هكذا: ${forms[type][1]}، أو غيّر نوع الحقل في warraq.yaml تحت fields`,
  }),
};
