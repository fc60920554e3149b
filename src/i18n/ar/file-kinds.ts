import type { CliMessages } from '../cli-messages.ts';
import { type FormatGroup, formatGroup } from '../format-group.ts';

/** How to get the articles out of files of formats that no build reads. */
const fixes: Readonly<Record<FormatGroup, string>> = {
  importable: 'استورده: warraq import FILE، فيُكتب كل مقال فيه ملفًا في مجلد النصوص.',
  ocr: 'استخرج نصه: صدّر من برنامج التعرّف الضوئي نصًا عاديًا (في Tesseract: ‏tesseract SCAN NAME -l ara txt)، كل مقال في ملف txt.',
  markup: 'احفظ نص كل مقال بامتداد txt، أو بامتداد md مع عناوينه.',
  word: 'احفظه بصيغة docx، أو نصًا عاديًا بترميز UTF-8 («حفظ باسم» في Word أو LibreOffice).',
  pdf: 'استخرج نصه: pdftotext -enc UTF-8 FILE NAME.txt؛ والصفحات المصورة لا نص فيها، فيلزمها التعرّف الضوئي (OCR) أولًا.',
  book: 'حوّله إلى EPUB واستورده، أو قسّم نصه: مقال في كل ملف txt أو md.',
  sheet: 'احفظ الورقة بصيغة CSV وترميز UTF-8: كل صف مقال، والصف الأول أسماء الحقول.',
  slides: 'انسخ نص كل مقال إلى ملف txt.',
  scan: 'أخرجه من مجلد النصوص؛ وإن كان صورة صفحة فاستخرج نصها بالتعرّف الضوئي (tesseract FILE NAME -l ara) وضع النص هنا.',
  media: 'أخرجه من مجلد النصوص، فالأرشيف للنصوص وصورها.',
  packed: 'فك ضغطه هنا؛ ولا يُقرأ مضغوطًا إلا السجلات (‎.jsonl.gz و‎.csv.gz).',
  nameless: 'إن كان مقالًا فأضف إلى اسمه ‎.txt أو ‎.md',
  other:
    'احفظ المقال بامتداد txt أو md أو docx، والسجلات بامتداد jsonl أو json أو csv أو tsv، مضغوطة (gz) أو بلا ضغط.',
};

/** Names of the formats of markup. */
const markupNames: Readonly<Record<string, string>> = {
  alto: 'ناتج تعرّف ضوئي بصيغة ALTO',
  page: 'ناتج تعرّف ضوئي بصيغة PAGE',
  hocr: 'ناتج تعرّف ضوئي بصيغة hOCR',
  tei: 'وثيقة TEI',
  mets: 'وثيقة METS',
  web: 'صفحة ويب',
};

/** Diagnostics of files that no build reads, in Arabic. */
export const arabicFileRules: Pick<CliMessages['rules'], 'seed-unknown-format'> = {
  'seed-unknown-format': ({ extension, content }) => {
    const fix = fixes[formatGroup(extension, content)];
    if (content === 'damaged') {
      const message = `الملف تالف: ليس ملف «${extension}» كاملًا.`;
      return { message, fix: `احصل على نسخة سليمة منه. ${fix}` };
    }
    if (content !== undefined)
      return {
        message: `هذا الملف${extension === '' ? '' : ` («${extension}»)`} ${markupNames[content] ?? content}، ولا يُقرأ.`,
        fix,
      };
    const message =
      extension === ''
        ? 'ليس لاسم الملف امتداد، فلم يُقرأ.'
        : `الملفات المنتهية بـ«${extension}» لا تُقرأ.`;
    return { message, fix };
  },
};
