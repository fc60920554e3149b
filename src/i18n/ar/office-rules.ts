import type { OfficeFaultName } from '../../model/office-rules.ts';
import type { CliMessages, DiagnosticText } from '../cli-messages.ts';

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
    message: 'هذا الملف محميّ بكلمة سر، أو بصيغة وورد القديمة (doc)، فلم يُقرأ.',
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
  'office-unreadable' | 'office-macros' | 'office-left-out' | 'office-no-program'
> = {
  'office-unreadable': ({ fault, reason }) => ({
    ...faults[fault],
    message: faults[fault].message + (reason === '' ? '' : ` (${reason})`),
  }),
  'office-macros': () => ({
    message: 'في هذا الملف وحدات ماكرو، فقُرئ النص دونها.',
    fix: 'لا يلزم شيء.',
  }),
  'office-left-out': ({ elements }) => ({
    message: `في هذا الملف أجزاء لا تُقرأ، كالرسوم البيانية والمعادلات: ${elements}.`,
    fix: 'احفظها صورًا داخل الملف إن كان المقال يحتاج إليها.',
  }),
  'office-no-program': ({ extension }) => ({
    message: `لا تُقرأ ملفات ${extension} إلا بمساعدة LibreOffice، وليس مثبتًا هنا.`,
    fix: 'ثبّت LibreOffice (الأمر soffice)، أو احفظ الملف بصيغة docx.',
  }),
};
