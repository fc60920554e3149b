import type { MarkupKind } from '../../model/markup.ts';
import type { CliMessages } from '../cli-messages.ts';
import { arabicNumber } from './words.ts';

/** What a text is written in, and what is done with it where it should be plain. */
const kinds: Readonly<Record<MarkupKind, readonly [name: string, read: string, fix: string]>> = {
  html: [
    'HTML',
    'فقُرئت فقراته وعناوينه وقوائمه وجداوله، وليس في الصفحة شيء من وسومه',
    'قابله بأصله؛ وصفحات الويب المحفوظة يستوردها الأمر ‎import‎.',
  ],
  rtf: [
    'RTF',
    'فقُرئ نصه دون هيئته',
    'قابله بأصله، أو احفظه من برنامج النصوص بصيغة docx أو نصًا عاديًا بترميز UTF-8.',
  ],
  mediawiki: [
    'ميدياويكي',
    'فقُرئت عناوينه وروابطه، وصارت تصنيفاته موضوعات',
    'قابله بأصله، واكتب في النص ما تريده من قوالبه.',
  ],
  wikiextractor: [
    'WikiExtractor',
    'فصار كل ‎<doc>‎ فيه مقالًا بعنوانه ورابطه',
    'إن أردت لكل مقال موضعًا لا يتغير فاجعله في ملف مستقل.',
  ],
  openiti: ['OpenITI', 'فقُرئت فقراته وعناوينه', 'قابله بأصله؛ وأرقام الصفحات لا تُنشر.'],
  latex: [
    'LaTeX',
    'فقُرئت عناوينه ونصوصه دون أوامره',
    'قابله بأصله، أو حوّله بالأمر ‎pandoc -t markdown‎.',
  ],
  shortcodes: [
    'الرموز القصيرة ({{< >}} أو [caption])',
    'فحُذفت وبقي ما بينها من كلام',
    'اكتب مكان كل رمز ما كان يعرضه: صورة أو رابطًا أو نصًا.',
  ],
  liquid: [
    'وسوم Liquid‏ ({% %} أو {{ }})',
    'فحُذفت وبقي ما بينها من كلام',
    'اكتب مكان كل وسم ما كان يعرضه.',
  ],
};

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
    const rest = dropped === 0 ? '' : `، وتُرك منه ما لا يُقرأ نصًا (${arabicNumber(dropped)})`;
    return { message: `النص مكتوب بعلامات ${name}، ${read}${rest}.`, fix };
  },
  'markup-unreadable': ({ kind }) => ({
    message: `هذا مصدر ${kinds[kind][0]} ولم يُقرأ منه نص، فلم يُنشر.`,
    fix: 'افتحه ببرنامج النصوص واحفظه نصًا عاديًا بترميز UTF-8.',
  }),
  'letters-lost': ({ words }) => ({
    message: `ضاعت حروف النص كلها قبل أن يصل: مكانها علامات استفهام (${arabicNumber(words)} كلمة)، فلم يُنشر.`,
    fix: 'استعد النص من مصدره، واحفظه بترميز UTF-8.',
  }),
  'letters-lost-some': ({ words }) => ({
    message: `ضاع بعض النص قبل أن يصل: مكان ${arabicNumber(words)} كلمة علامات استفهام.`,
    fix: 'استعد النص من مصدره، واحفظه بترميز UTF-8، أو أوقف نشره بالمفتاح draft.',
  }),
  'articles-several': ({ count, isSplit }) => ({
    message: isSplit
      ? `في الملف مقالات تفصل بينها أسطر من العلامات، عددها ${arabicNumber(count)}، فصار كل منها مقالًا.`
      : `يبدو أن في الملف مقالات تفصل بينها أسطر من العلامات، عددها ${arabicNumber(count)}، فنُشرت مقالًا واحدًا.`,
    fix: isSplit
      ? 'اجعل كلًا منها في ملف مستقل ليبقى له موضعه مهما أُضيف إلى غيره.'
      : 'إن كانت مقالات فاجعل كلًا منها في ملف مستقل.',
  }),
  'title-only': () => ({
    message: 'ليس في النص إلا عنوانه.',
    fix: 'أضف متنه، أو احذف الملف إن لم يكن مقالًا.',
  }),
};
