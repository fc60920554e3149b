import type { CliMessages } from '../cli-messages.ts';
import { arabicFileTypes, arabicMegabytes, arabicNumber } from './words.ts';

const copyAgain = 'انسخه أو نزّله من جديد؛ ويفحصه الأمر ‎gzip -t FILE‎.';

/** What is wrong with a gzip file, and the fix. */
const gzipFaults: Readonly<
  Record<string, (offset: number, resumed: number) => readonly [message: string, fix: string]>
> = {
  cut: (offset) => [`ملف gzip مبتور عند البايت ${arabicNumber(offset)}.`, copyAgain],
  data: (offset) => [`ملف gzip تالف عند البايت ${arabicNumber(offset)}.`, copyAgain],
  checksum: (offset) => [
    `نص ملف gzip لا يطابق مجموعه الاختباري عند البايت ${arabicNumber(offset)}، فقد يكون بعضه خطأ.`,
    copyAgain,
  ],
  garbage: (offset, resumed) => [
    `في ملف gzip بدءًا من البايت ${arabicNumber(offset)} بايتات غير مضغوطة.`,
    resumed < 0
      ? `احذفها بالأمر ‎head -c ${offset} FILE > NEW-FILE‎، وإن كان بعدها شيء فانسخ الملف من جديد.`
      : `احذف البايتات من ${arabicNumber(offset)} إلى ${arabicNumber(resumed - 1)}، أو انسخ الملف من جديد.`,
  ],
  'not-gzip': () => [
    'ينتهي اسم الملف بـ‎.gz‎ وليس ملف gzip.',
    'احذف ‎.gz‎ من اسمه، أو اضغطه بالأمر ‎gzip FILE‎.',
  ],
  ratio: (offset) => [
    `يبلغ أول ${arabicNumber(offset)} بايت من ملف gzip بعد فكّ ضغطه ما لا يبلغه أي نص، فلم تُقرأ بقيته.`,
    'انظر ما فيه بالأمر ‎gzip -dc FILE | head -c 1000‎، فإن كان سليمًا ففكّ ضغطه.',
  ],
};

const warcFaults: Readonly<Record<string, string>> = {
  header: 'ترويسة هذا السجل أو ترويسة HTTP فيه تجاوزت الحدود بلا نهاية',
  length: 'طول هذا السجل يخالف ما في ترويسته',
  boundary: 'هذا الموضع لا ينتمي إلى أي سجل',
};

const zipFaults: Readonly<Record<string, string>> = {
  overlap: 'محتوياتها متداخلة',
  ratio: 'حجمها المعلن بعد فكّها أكبر من أي أرشيف ويب',
  entries: 'محتوياتها أكثر مما ينبغي',
};

/** Diagnostics of damaged and endless files, in Arabic. */
export const arabicDamageRules: Pick<
  CliMessages['rules'],
  | 'check-too-large'
  | 'settings-too-large'
  | 'settings-not-a-file'
  | 'gzip-damaged'
  | 'html-over-limits'
  | 'html-reduced'
  | 'warc-record'
  | 'zip-entry'
> = {
  'check-too-large': ({ bytes, limit }) => ({
    message: `حجم الملف ${arabicMegabytes(bytes)}؛ وما زاد على ${arabicMegabytes(limit)} لا تُفحص منه إلا بصمته.`,
    fix: 'أعد البناء؛ فإن كان ورّاق هو الذي كتبه فقسّم النص الذي جاء منه.',
  }),
  'settings-too-large': ({ bytes, limit }) => ({
    message: `حجم ملف الإعدادات ${arabicMegabytes(bytes)}، والحد الأقصى ${arabicMegabytes(limit)}.`,
    fix: 'تأكد من أنه الملف المقصود، أو اختصره.',
  }),
  'settings-not-a-file': ({ kind }) => ({
    message: `هذا ${arabicFileTypes[kind] ?? kind} وليس ملف إعدادات.`,
    fix: 'ضع مكانه ملف الإعدادات نفسه، أو سمِّ غيره بالخيار ‎--config‎.',
  }),
  'html-over-limits': () => ({
    message: 'في هذه الصفحة من وسوم HTML أكثر مما في أي صفحة صحيفة، فلم تُستورد.',
    fix: 'إن كان فيها مقال فاحفظ نصه في ملف مستقل.',
  }),
  'html-reduced': () => ({
    message: 'في هذا النص من وسوم HTML أكثر مما في أي مقال، فاستُورد من دونها.',
    fix: 'قارن النص المستورد بالصفحة التي رآها القراء.',
  }),
  'warc-record': ({ fault, offset }) => ({
    message: `${warcFaults[fault] ?? fault} (البايت ${arabicNumber(offset)} من الأرشيف بعد فكّه)، فتُرك وقُرئ السجل التالي.`,
    fix: 'افحص الملف بالبرنامج الذي كتبه (‎warcio check FILE‎)، أو نزّله من جديد.',
  }),
  'zip-entry': ({ name, reason }) => ({
    message:
      name === ''
        ? `تعذّرت قراءة الحزمة: ${zipFaults[reason] ?? reason}.`
        : `لم يُقرأ «${name}» من الحزمة كاملًا: ${zipFaults[reason] ?? reason}.`,
    fix: 'نزّل الحزمة من جديد؛ ويفحصها الأمر ‎unzip -t FILE‎.',
  }),
  'gzip-damaged': ({ fault, offset, resumed, isSeed }) => {
    const [message = '', fix = ''] = gzipFaults[fault]?.(offset, resumed) ?? [];
    const stays = isSeed ? ' وبقي ما قُرئ بعده في بناء سابق.' : '';
    const rest =
      resumed < 0
        ? `وقُرئ ما قبله.${stays}`
        : `وقُرئ ما قبله، وما بعده من البايت ${arabicNumber(resumed)}.${stays}`;
    return { message: fault === 'not-gzip' ? message : `${message} ${rest}`, fix };
  },
};
