import type { MarkupKind } from '../../model/markup.ts';
import type { CliMessages } from '../cli-messages.ts';
import { arabicNumber, counted, nouns } from './words.ts';

/** What a text is written in, and what is done with it where it should be plain. */
const kinds: Readonly<Record<MarkupKind, readonly [name: string, read: string, fix: string]>> = {
  html: [
    'وسوم HTML',
    'فقُرئت فقراته وعناوينه وقوائمه وجداوله، ولا يظهر في الصفحة شيء من الوسوم',
    'قارنه بأصله. وصفحات الويب المحفوظة يستوردها الأمر ‎warraq import‎.',
  ],
  rtf: [
    'علامات RTF',
    'فقُرئ نصه دون هيئته',
    'قارنه بأصله، أو احفظه من برنامج النصوص بصيغة docx أو نصًا عاديًا بترميز UTF-8.',
  ],
  mediawiki: [
    'علامات ميدياويكي',
    'فقُرئت عناوينه وروابطه، وصارت تصنيفاته موضوعات',
    'قارنه بأصله، واكتب في النص ما تريده من قوالبه.',
  ],
  wikiextractor: [
    'علامات WikiExtractor',
    'فصار كل ‎<doc>‎ فيه مقالًا بعنوانه ورابطه',
    'اجعل كل مقال في ملف مستقل ليبقى عنوان صفحته كما هو.',
  ],
  openiti: ['علامات OpenITI', 'فقُرئت فقراته وعناوينه', 'قارنه بأصله؛ وأرقام الصفحات لا تُنشر.'],
  latex: [
    'أوامر LaTeX',
    'فقُرئت عناوينه ونصه دون الأوامر',
    'قارنه بأصله، أو حوّله بالأمر ‎pandoc -t markdown‎.',
  ],
  shortcodes: [
    'رموز قصيرة ({{< >}} أو [caption])',
    'فحُذفت وبقي ما بينها من كلام',
    'اكتب مكان كل رمز ما كان يعرضه: صورة أو رابطًا أو نصًا.',
  ],
  liquid: [
    'وسوم Liquid‏ ({% %} أو {{ }})',
    'فحُذفت وبقي ما بينها من كلام',
    'اكتب مكان كل وسم ما كان يعرضه.',
  ],
};

/** Says that lines stand between articles. */
const between = (count: number): string => (count === 2 ? 'بينهما' : 'بينها');

/** Diagnostics of other programs' markup, in Arabic. */
export const arabicMarkupRules: Pick<
  CliMessages['rules'],
  | 'markup-read'
  | 'markup-unreadable'
  | 'letters-lost'
  | 'letters-lost-some'
  | 'articles-several'
  | 'title-only'
> = {
  'markup-read': ({ kind, dropped }) => {
    const [name, read, fix] = kinds[kind];
    const rest = dropped === 0 ? '' : `، وتُركت منه أجزاء لا نص فيها (${arabicNumber(dropped)})`;
    return { message: `في النص ${name}، ${read}${rest}.`, fix };
  },
  'markup-unreadable': ({ kind }) => ({
    message: `في هذا الملف ${kinds[kind][0]} ولم يُعثر بينها على نص، فلم يُنشر.`,
    fix: 'افتحه ببرنامج النصوص واحفظه نصًا عاديًا بترميز UTF-8.',
  }),
  'letters-lost': ({ words }) => ({
    message: `ضاعت حروف النص في برنامج آخر، وحلّت محلها علامات استفهام (${counted(words, nouns.words)})، فلم يُنشر.`,
    fix: 'استعد النص من مصدره، واحفظه بترميز UTF-8.',
  }),
  'letters-lost-some': ({ words }) => ({
    message: `ضاع بعض النص في برنامج آخر، وحلّت محله علامات استفهام (${counted(words, nouns.words)}).`,
    fix: 'استعد النص من مصدره، واحفظه بترميز UTF-8، أو أوقف نشره: draft: true',
  }),
  'articles-several': ({ count, isSplit }) => ({
    message: isSplit
      ? `في الملف ${counted(count, nouns.articles)}، ${between(count)} أسطر فاصلة (مثل ***)، فنُشر كل مقال على حدة.`
      : `يبدو أن في الملف ${counted(count, nouns.articlesIn)}، ${between(count)} أسطر فاصلة (مثل ***)، فنُشر الملف مقالًا واحدًا.`,
    fix: isSplit
      ? 'ضع كل مقال في ملف مستقل، ليبقى عنوان صفحته كما هو مهما أُضيف من مقالات.'
      : 'إن كانت مقالات فضع كل مقال في ملف مستقل.',
  }),
  'title-only': () => ({
    message: 'ليس في النص إلا عنوانه.',
    fix: 'أضف متنه، أو احذف الملف إن لم يكن مقالًا.',
  }),
};
