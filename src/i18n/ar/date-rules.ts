import type { CliMessages } from '../cli-messages.ts';
import { counted, noun, nouns } from './words.ts';

const dates = noun('لا تواريخ', 'تاريخ واحد', 'تاريخان', 'تواريخ', 'تاريخًا', 'تاريخ');

/** Diagnostics of dates, in Arabic. */
export const arabicDateRules: Pick<
  CliMessages['rules'],
  'metadata-date' | 'metadata-date-doubtful' | 'date-read'
> = {
  'metadata-date': ({ value, suggestion, readings }) => {
    if (readings !== undefined) {
      return {
        message: `قد يعني «${value}» أكثر من تاريخ: ${readings.join(' أو ')}، فتُرك.`,
        fix: `اكتب التاريخ المقصود (${readings[0] ?? ''} مثلًا)، أو اذكر ترتيب الأرقام في warraq.yaml هكذا: dates: {order: dmy}`,
      };
    }
    return {
      message: `تعذّرت قراءة التاريخ «${value}».`,
      fix:
        suggestion === ''
          ? 'اكتب 2017-12-12 أو 2017-12 أو 2017، وزد ? للشك و~ للتقريب.'
          : `لعلك تقصد ${suggestion}.`,
    };
  },
  'metadata-date-doubtful': ({ value, date, hasTwo }) => ({
    message: hasTwo
      ? `في «${value}» تاريخان، فأُخذ أولهما ${date} وعُدّ غير مؤكد.`
      : `لا يوافق اليوم المذكور في «${value}» التاريخ ${date}، فعُدّ التاريخ غير مؤكد.`,
    fix: hasTwo ? 'اكتب التاريخ المقصود وحده.' : 'صحّح اليوم أو التاريخ.',
  }),
  'date-read': ({ form, written, date, articles }) => {
    const many = articles > 1 ? ` (بهذه الصيغة ${counted(articles, dates)})` : '';
    switch (form) {
      case 'hijri':
        return {
          message: `قُرئ «${written}» تاريخًا هجريًا، وحُسب منه ${date}${many}.`,
          fix: 'لا يلزم أي إجراء إن كان التاريخ هجريًا؛ وإلا فاكتب السنة الميلادية.',
        };
      case 'name':
        return {
          message: `أُخذ التاريخ ${date} من «${written}» في مسار الملف${many}.`,
          fix: 'لا يلزم أي إجراء إن كان هذا تاريخ المقال؛ وإلا فاكتب تاريخه في البيانات هكذا: date: 2017-12-12',
        };
      default:
        return {
          message: `كُتب التاريخ هكذا: «${written}»، وقُرئ ${date}${many}.`,
          fix: 'لا يلزم أي إجراء إن صحّت القراءة؛ وإلا فاكتبه هكذا: 2017-12-12',
        };
    }
  },
};

/** How many articles have no date, in Arabic. */
export const arabicUndatedLine: CliMessages['undatedLine'] = (undated, articles) => {
  const { key, isOfRecords } = undated;
  const all =
    undated.articles === articles
      ? 'لا تاريخ لأي مقال'
      : `بلا تاريخ: ${counted(undated.articles, nouns.articles)}`;
  if (key === undefined) {
    return `${all}؛ اكتب التاريخ في البيانات (date: 2017-12-12) أو في اسم الملف (2017-12-12-khabar.txt).`;
  }
  return isOfRecords === true
    ? `${all}؛ إن كان التاريخ في «${key}» فاكتب في warraq.yaml: records: {fields: {date: ${key}}}`
    : `${all}؛ إن كان التاريخ في «${key}» فاكتبه بالمفتاح date.`;
};
