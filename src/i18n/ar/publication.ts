import type { Messages } from '../../model/messages.ts';
import { heldStates } from '../../model/publication.ts';
import type { CliMessages } from '../cli-messages.ts';
import type { FileSummaryMessages } from '../file-summary-lines.ts';
import type { HeldRule } from '../held-messages.ts';
import { arabicNumber, counted, nouns } from './words.ts';

/** Labels of held articles on a page, in Arabic. */
export const arabicHeld: Messages['held'] = {
  draft: 'مسودة',
  scheduled: 'مؤجل النشر',
  embargoed: 'محظور النشر مؤقتًا',
  expired: 'انتهت مدة نشره',
  withdrawn: 'مسحوب',
};

const pair = (key: string, value: string): string =>
  value === '' ? `المفتاح «${key}» بلا قيمة` : `«${key}: ${value}»`;

/** Diagnostics of articles that are held back, in Arabic. */
export const arabicHeldRules: Pick<CliMessages['rules'], HeldRule> = {
  'held-draft': ({ key, value }) => ({
    message: `فيه «${key}: ${value}»، فلم يُنشر.`,
    fix: 'احذف السطر متى جاز نشر المقال. وتعرضه قبل ذلك المعاينة (warraq serve) والخيار ‎--drafts‎.',
  }),
  'held-sidecar': ({ sidecar }) => ({
    message: `تعذّرت قراءة ملف البيانات ${sidecar}، وقد يكون فيه ما يمنع نشر المقال، فلم يُنشر.`,
    fix: 'صحّح الملف المذكور أو احذفه.',
  }),
  'held-damaged': ({ key, value }) => ({
    message: `${pair(key, value)} ليس صحيح الصياغة، وقد يكون معناه منع نشر المقال، فلم يُنشر.`,
    fix: 'اكتب «draft: true» في سطر مستقل، أو «draft: false» إن جاز نشر المقال.',
  }),
  'held-unknown': ({ key, value }) => ({
    message: `${pair(key, value)}: لا يُعرف أن معناه «منشور»، فلم يُنشر.`,
    fix: 'اكتب draft: false أو published: true أو status: published، أو احذف المفتاح. وفي السجلات اربط حقلًا آخر أو اذكر هذا تحت records.ignore',
  }),
  'held-date-unclear': ({ key, value, suggestion }) => ({
    message: `${pair(key, value)}: لا يُعرف منه يوم بعينه، فلم يُنشر.`,
    fix: `اكتب ${suggestion === '' ? 'اليوم هكذا: 2026-11-28' : suggestion}`,
  }),
  'held-without-day': ({ key, value }) => ({
    message: `${pair(key, value)} ينتظر تحديد يوم العرض، فلم يُنشر.`,
    fix: 'حدّد اليوم الذي يُعرض فيه الأرشيف: «asOf: 2026-11-28» في warraq.yaml أو ‎--as-of 2026-11-28‎ أو ‎--as-of today‎',
  }),
  'held-until': ({ key, value, asOf, from }) => ({
    message: `${pair(key, value)}، واليوم المحدد ${asOf}: لا يُنشر قبل ${from}.`,
    fix: 'أعد البناء بيوم لاحق (asOf أو ‎--as-of‎).',
  }),
  'held-withdrawn': () => ({
    message: 'المقال مسحوب: لا يظهر في عنوانه إلا إشعار السحب.',
    fix: 'احذف withdrawn إن جاز نشر المقال من جديد.',
  }),
  'held-expired': ({ key, value, asOf }) => ({
    message: `${pair(key, value)}، واليوم المحدد ${asOf}: انتهت مدة نشره.`,
    fix: 'احذف المفتاح إن جاز نشر المقال.',
  }),
};

/** Why files with held articles are left out, in Arabic. */
export const arabicHeldReasons: Pick<FileSummaryMessages['excludedBy'], HeldRule> = {
  'held-draft': 'مسودات',
  'held-unknown': 'حالة نشرها غير معروفة',
  'held-damaged': 'قد لا يجوز نشرها',
  'held-sidecar': 'ملف بياناتها لا يُقرأ',
  'held-without-day': 'تنتظر تحديد يوم العرض',
  'held-until': 'لم يحن موعد نشرها',
  'held-expired': 'انتهت مدة نشرها',
  'held-withdrawn': 'مسحوبة',
  'held-date-unclear': 'يوم نشرها غير معروف',
};

/** The lines of the summary about held articles, in Arabic. */
export const arabicHeldLines: CliMessages['heldLines'] = ({ held, heldWithoutDay, ...f }) => {
  const states = heldStates.filter(
    (state) => held[state] > 0 && !(f.drafts && state === 'withdrawn'),
  );
  const total = states.reduce((sum, state) => sum + held[state], 0);
  const list = states.map((state) => `${arabicHeld[state]}: ${arabicNumber(held[state])}`);
  const articles = counted(total, nouns.articles);
  return [
    ...(f.asOf === undefined ? [] : [`اليوم المحدد للعرض: ${f.asOf}.`]),
    ...(total === 0
      ? []
      : [`${f.drafts ? 'معروض هنا وحده' : 'لم يُنشر'}: ${articles} (${list.join('، ')}).`]),
    ...(heldWithoutDay === 0
      ? []
      : [`ينتظر تحديد يوم العرض (asOf أو ‎--as-of‎): ${counted(heldWithoutDay, nouns.articles)}.`]),
  ];
};
