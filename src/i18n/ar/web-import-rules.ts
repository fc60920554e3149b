import type { WebImportRule } from '../../model/web-import-rules.ts';
import type { CliMessages } from '../cli-messages.ts';
import { counted, noun, nouns } from './words.ts';

const clips = noun('لا مقاطع', 'مقطع واحد', 'مقطعان', 'مقاطع', 'مقطعًا', 'مقطع');
const films = noun(
  'لا مقاطع مصورة',
  'مقطع مصور',
  'مقطعان مصوران',
  'مقاطع مصورة',
  'مقطعًا مصورًا',
  'مقطع مصور',
);
const sounds = noun(
  'لا مقاطع صوتية',
  'مقطع صوتي',
  'مقطعان صوتيان',
  'مقاطع صوتية',
  'مقطعًا صوتيًا',
  'مقطع صوتي',
);
const frames = noun(
  'لا صفحات مضمّنة',
  'صفحة مضمّنة',
  'صفحتان مضمّنتان',
  'صفحات مضمّنة',
  'صفحة مضمّنة',
  'صفحة مضمّنة',
);

/** Names of what a page shows around an article. */
const furniture: Readonly<Record<string, string>> = {
  ...{
    notice: 'إشعارات',
    dialog: 'نوافذ منبثقة',
    newsletter: 'الاشتراك في النشرة',
    share: 'أزرار المشاركة',
  },
  ...{ related: 'روابط مقالات أخرى', comments: 'تعليقات', advertising: 'إعلانات' },
  ...{
    navigation: 'قوائم تصفّح',
    tags: 'وسوم',
    form: 'نماذج وأزرار',
    details: 'سطور بيانات',
    outside: 'كلام خارج المقالات',
    page: 'رؤوس صفحات وكلمات مصححة',
  },
};

/** Why files are passed over, and what to do with them. */
const passedOver: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  pdf: ['ملف PDF', 'استخرج نصه: pdftotext -enc UTF-8 FILE NAME.txt، واحفظه في مجلد النصوص.'],
  word: ['مستند لبرنامج تحرير نصوص', 'احفظه بصيغة docx ثم استورده، أو نصًا عاديًا بترميز UTF-8.'],
  sheet: ['جدول بيانات', 'احفظ الورقة بصيغة CSV وترميز UTF-8 ثم استوردها.'],
  slides: ['عرض شرائح', 'انسخ نص كل مقال إلى ملف txt في مجلد النصوص.'],
  book: ['كتاب إلكتروني', 'حوّله إلى EPUB ثم استورده.'],
  picture: [
    'صورة',
    'تُستورد الصور مع الصفحات التي تعرضها؛ وإن كانت صورة صفحة فاستخرج نصها بالتعرّف الضوئي (OCR) أولًا.',
  ],
  media: ['مقطع مصور أو صوتي أو جزء من تصميم صفحة', 'لا يلزم أي إجراء.'],
  packed: ['ملف مضغوط', 'فك ضغطه ثم استورد المجلد.'],
  text: ['نص لا يحتاج إلى استيراد', 'انقله إلى مجلد النصوص كما هو.'],
  records: ['سجلات لا تحتاج إلى استيراد', 'انقل الملف إلى مجلد النصوص كما هو.'],
  program: ['شيفرة برنامج، لا صفحة أنتجها', 'احفظ الصفحة من المتصفح.'],
  empty: ['ملف فارغ', 'نزّله أو صدّره من جديد.'],
  ocr: [
    'ناتج تعرّف ضوئي بمواضع الكلمات (hOCR أو ALTO أو PAGE)',
    'صدّر من برنامج التعرّف الضوئي نصًا عاديًا.',
  ],
};

/** Of a file of which nothing else is known. */
const otherFile = [
  'ملف من نوع لا يُقرأ',
  'سمِّ نوعه بالخيار ‎--from‎، أو احفظ نصه في مجلد النصوص.',
] as const;

/** Returns the name of a kind of files that are passed over. */
export const arabicPassedOver = (reason: string): string => (passedOver[reason] ?? otherFile)[0];

/** Diagnostics of imports of pages, XML and JSON, and of the files in a folder, in Arabic. */
export const arabicWebImportRules: Pick<CliMessages['rules'], WebImportRule> = {
  'import-unknown-kind': ({ reason }) => {
    const unknown = {
      message: 'نوع هذا الملف غير معروف، فلم يُستورد منه شيء.',
      fix: 'سمِّ نوعه بالخيار ‎--from‎: wordpress أو feed أو csv أو html أو warc أو tei أو json أو word أو epub',
    };
    const [what, fix] = reason === undefined ? [] : (passedOver[reason] ?? []);
    return what === undefined || fix === undefined
      ? unknown
      : { message: `لم يُستورد من هذا الملف شيء: ${what}.`, fix };
  },
  'import-no-main-text': ({ address }) => ({
    message: `لم يوجد مقال في هذه الصفحة${address === undefined ? '' : `: ${address}`}.`,
    fix: 'إن كان فيها مقال فاحفظ نصه في ملف مستقل.',
  }),
  'import-left-out': ({ letters, kinds, text }) => ({
    message: `تُرك كلام في موضع المقال لأنه ليس منه (${kinds
      .split(' ')
      .map((kind) => furniture[kind] ?? kind)
      .join('، ')}؛ ${counted(letters, nouns.letters)}): «${text}»`,
    fix: 'إن كان من المقال فانسخه إلى النص المستورد.',
  }),
  'import-embedded': ({ video, audio, frame, lost }) => {
    const linked = [
      ...(video > 0 ? [counted(video, films)] : []),
      ...(audio > 0 ? [counted(audio, sounds)] : []),
      ...(frame > 0 ? [counted(frame, frames)] : []),
    ];
    const links =
      linked.length === 0 ? [] : [`وُضعت روابط مكان ما لا يُستورد: ${linked.join('، ')}.`];
    const gone = lost === 0 ? [] : [`مقاطع بلا رابط، فلم تُستورد: ${counted(lost, clips)}.`];
    return {
      message: [...links, ...gone].join(' '),
      fix:
        linked.length === 0
          ? 'أضف رابط كل مقطع إلى النص المستورد إن كنت تعرفه.'
          : 'تحقق من أن الروابط ما زالت صالحة.',
    };
  },
  'import-declared-encoding': ({ declared, address }) => ({
    message: `ترميز الملف UTF-8 سليم وإن ذكر أنه ${declared}${address === undefined ? '' : ` (${address})`}، فقُرئ بترميز UTF-8.`,
    fix: 'لا يلزم أي إجراء.',
  }),
  'import-passed-over': ({ reason }) => {
    const [what, fix] = passedOver[reason] ?? otherFile;
    return { message: `لم يُستورد: ${what}.`, fix };
  },
  'import-nothing-found': ({ files }) => ({
    message: `لم يوجد مقال في ${counted(files, nouns.filesIn)}.`,
    fix: 'انظر سبب ترك كل ملف (القائمة كاملة مع ‎--json‎)، أو سمِّ نوعها بالخيار ‎--from‎.',
  }),
  'import-xml-kind': ({ kind }) => ({
    message: `ملف XML من نوع لا يُقرأ (${kind})، فلم يُستورد منه شيء.`,
    fix: 'صدّره بصيغة RSS أو TEI أو CSV، أو احفظ نص كل مقال بامتداد txt.',
  }),
  'import-json-part': () => ({
    message: 'هذا الجزء من ملف JSON ليس مقالًا: لا نص فيه.',
    fix: 'قارن عدد المقالات بعددها في النظام القديم.',
  }),
  'import-unread-folder': ({ option }) => ({
    message: option.startsWith('--root')
      ? 'ليس هذا المجلد في مجلد نصوص الموقع الذي يعلوه، فلن يقرأه بناء ذلك الموقع.'
      : 'ليس هذا المجلد في ‎seeds/‎ من الموقع، فلا يقرؤه البناء إلا بالخيار نفسه.',
    fix: option.startsWith('--root')
      ? `استورد بالخيار ‎${option}‎، أو انقل المجلد إلى مجلد نصوصه.`
      : `ابنِ بالأمر: warraq build ${option}`,
  }),
};
