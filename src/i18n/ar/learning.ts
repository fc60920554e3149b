import type { CliMessages, LearningMessages } from '../cli-messages.ts';
import { arabicNumber, counted, noun, nouns } from './words.ts';

const moreHeadings = noun(
  'لا عناوين إضافية',
  'عنوان إضافي واحد',
  'عنوانان إضافيان',
  'عناوين إضافية',
  'عنوانًا إضافيًا',
  'عنوان إضافي',
);

const hiddenHeadings = noun(
  'لا عناوين تُحجب',
  'عنوان واحد لا يظهر بعد الآن',
  'عنوانان لا يظهران بعد الآن',
  'عناوين لا تظهر بعد الآن',
  'عنوانًا لا يظهر بعد الآن',
  'عنوان لا يظهر بعد الآن',
);

const readArticles = {
  zero: 'لم يُقرأ أي مقال',
  one: 'قُرئ مقال واحد',
  two: 'قُرئ مقالان',
  few: 'قُرئت {n} مقالات',
  many: 'قُرئ {n} مقالًا',
  other: 'قُرئ {n} مقال',
};

// In the genitive, after «من».
const otherSources = noun('', 'مصدر آخر', 'مصدرين آخرين', 'مصادر أخرى', 'مصدرًا آخر', 'مصدر آخر');

/** Returns how many headings more and fewer are shown. */
function change(more: number, fewer: number): string {
  if (more === 0 && fewer === 0) return 'تبقى العناوين الظاهرة كما هي';
  const gained = more === 0 ? [] : [counted(more, moreHeadings)];
  const lost = fewer === 0 ? [] : [counted(fewer, hiddenHeadings)];
  return [...gained, ...lost].join('، و');
}

/** Messages of learning in Arabic. */
export const arabicLearning: LearningMessages = {
  progress: (done) => `قراءة (مرتين): ${counted(done, nouns.articles)}`,
  read: ({ articles, known }) =>
    `${counted(articles, readArticles)}، وعُرفت بنية ${arabicNumber(known)} منها لأنها احتفظت بأسطرها أو حسم محررٌ أمر عناوينها.`,
  source: ({ source, articles, more, fewer }) =>
    `تُعلِّم من ${counted(articles, nouns.articlesIn)} من «${source}»: ${change(more, fewer)}.`,
  moreSources: (number) => `… ومن ${counted(number, otherSources)}`,
  archive: ({ articles, more, fewer, isAll }) =>
    isAll
      ? `تُعلِّم من ${counted(articles, nouns.articlesIn)} من الأرشيف: ${change(more, fewer)}.`
      : `تُعلِّم للمصادر الأخرى من ${counted(articles, nouns.articlesIn)} من الأرشيف كله: ${change(more, fewer)}.`,
  nothing({ articles, known, otherLanguage }) {
    if (articles > 0 && otherLanguage === articles) {
      return 'لم يُتعلَّم شيء: ليس في الأرشيف مقال بالعربية.';
    }
    return known === 0
      ? 'لم يُتعلَّم شيء: لم يحتفظ أي مقال بأسطره، ولا قرار لمحرر في أي عنوان.'
      : 'لم يُتعلَّم شيء: هذه المقالات والقرارات قليلة، أو يناقض بعضها بعضًا، أو توافق ما يُستخلص من دونها.';
  },
  missing: (number) =>
    `قرارات في كلمات ليست في النص، فلم تُحسب: ${arabicNumber(number)}. والبناء يسمّيها.`,
  written: (file) => `كُتب في ${file}. سيقرأ البناء التالي المقالات كلها من جديد.`,
  notWritten: 'لم يُكتب شيء.',
};

/** Texts of diagnostics of what was learned, in Arabic. */
export const arabicLearningRules: Pick<CliMessages['rules'], 'learned-ignored'> = {
  'learned-ignored': ({ isDamaged }) => ({
    message: isDamaged
      ? 'ملف ما تُعلِّم من الأرشيف تالف أو كتبه برنامج آخر، فأُهمل.'
      : 'ما تُعلِّم من الأرشيف يخص إصدارًا آخر من النموذج، فأُهمل.',
    fix: 'شغّل «warraq structure --learn» من جديد، أو احذف الملف.',
  }),
};
