import type { OfficeFaultName } from '../../model/office-rules.ts';
import type { CliMessages, DiagnosticText } from '../cli-messages.ts';
import { counted, nouns } from './words.ts';

/** Where letters stand that are not part of a text. */
const places = {
  hidden: 'النص المخفي',
  deleted: 'النص المحذوف',
  contents: 'جداول المحتويات',
  margins: 'رأس الصفحة وتذييلها',
  comments: 'التعليقات',
} as const;

/** The same places, in the order in which they are told. */
const placeNames = ['hidden', 'deleted', 'contents', 'margins', 'comments'] as const;

/** Why a file of an office program cannot be read, and the fix. */
const faults: Readonly<Record<OfficeFaultName, DiagnosticText>> = {
  zip: {
    message: 'هذا الملف تالف أو ليس ملف وورد، فلم يُقرأ.',
    fix: 'افتحه في برنامجه واحفظه من جديد بصيغة docx أو odt.',
  },
  bomb: {
    message: 'ما في هذا الملف بعد فك ضغطه أكبر من الحد، فلم يُقرأ.',
    fix: 'صغّر ما فيه من صور، أو قسّمه ملفات.',
  },
  entities: {
    message: 'في هذا الملف تعريفات XML لا تكتبها برامج النصوص، وقد تكون ضارة، فلم يُقرأ.',
    fix: 'إن كنت تثق بمصدره فافتحه في برنامجه واحفظه من جديد.',
  },
  encrypted: {
    message: 'هذا الملف محميّ بكلمة سر أو من النسخ، أو بصيغة وورد القديمة (doc)، فلم يُقرأ.',
    fix: 'افتحه في برنامجه واحفظه بلا كلمة سر بصيغة docx.',
  },
  damaged: {
    message: 'في هذا الملف جزء ناقص أو تالف، فلم يُقرأ.',
    fix: 'افتحه في برنامجه واحفظه من جديد بصيغة docx أو odt.',
  },
  program: {
    message: 'لم يستطع LibreOffice تحويل هذا الملف.',
    fix: 'افتحه في برنامجه واحفظه بصيغة docx أو odt.',
  },
};

/** Diagnostics of files of office programs, in Arabic. */
export const arabicOfficeRules: Pick<
  CliMessages['rules'],
  | 'office-unreadable'
  | 'office-macros'
  | 'office-left-out'
  | 'office-unseen'
  | 'office-original'
  | 'office-picture-missing'
  | 'office-no-program'
> = {
  'office-unreadable': ({ fault, reason }) => ({
    ...faults[fault],
    message: faults[fault].message + (reason === '' ? '' : ` (${reason})`),
  }),
  'office-macros': () => ({
    message: 'في هذا الملف وحدات ماكرو، فقُرئ نصه من دونها.',
    fix: 'لا يلزم أي إجراء.',
  }),
  'office-left-out': ({ elements }) => ({
    message: `في هذا الملف أجزاء لا تُقرأ، كالرسوم البيانية والمعادلات: ${elements}.`,
    fix: 'احفظها صورًا داخل الملف إن كان المقال يحتاج إليها.',
  }),
  'office-unseen': (values) => ({
    message: `في هذا الملف ما ليس من نص المقال، فلم يُنقل: ${placeNames
      .filter((place) => values[place] > 0)
      .map((place) => `${places[place]} (${counted(values[place], nouns.letters)})`)
      .join('، ')}.`,
    fix: 'انقل إلى النص ما هو من المقال، وأظهر النص المخفي.',
  }),
  'office-original': () => ({
    message: 'في هذا الملف تعليقات أو نص مخفي أو محذوف، فلا يُعرض الملف نفسه للتنزيل.',
    fix: 'اقبل التعديلات واحذف التعليقات والنص المخفي ثم احفظه، إن أردت عرض الملف للتنزيل.',
  }),
  'office-picture-missing': ({ count }) => ({
    message: `صور يذكرها هذا الملف وليست فيه، فلم تُنقل: ${counted(count, nouns.pictures)}.`,
    fix: 'افتح الملف في برنامجه وأدرج الصور فيه ثم احفظه.',
  }),
  'office-no-program': ({ extension }) => ({
    message: `لا تُقرأ ملفات ${extension} إلا بمساعدة LibreOffice، وليس مثبتًا هنا.`,
    fix: 'ثبّت LibreOffice (الأمر soffice)، أو احفظ الملف بصيغة docx.',
  }),
};
