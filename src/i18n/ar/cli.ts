import { localDigits } from '../../calendar/numerals.ts';
import { debugChannels } from '../../model/debug.ts';
import type { CliMessages } from '../cli-messages.ts';
import { itemsPerSecond } from '../rate.ts';
import { arabicBuildReport } from './build-report.ts';
import { arabicUndatedLine } from './date-rules.ts';
import { arabicFileSummary } from './file-summary.ts';
import { arabicFolderProblem } from './folders.ts';
import { arabicGuards } from './guards.ts';
import { arabicHelp } from './help.ts';
import { arabicHostMessages } from './host-rules.ts';
import { arabicImports } from './import.ts';
import { arabicLearning } from './learning.ts';
import { arabicProfile } from './profile.ts';
import { arabicHeld, arabicHeldLines } from './publication.ts';
import { arabicDesk } from './review-desk.ts';
import { arabicRules } from './rules.ts';
import { arabicSite } from './site.ts';
import { arabicSystemFixes } from './system-fixes.ts';
import {
  arabicBreakEvidence,
  arabicFollowingText,
  arabicMegabytes,
  arabicNumber,
  arabicPhases,
  counted,
  decimal,
  nouns,
} from './words.ts';

const { language, direction } = arabicSite;

/** Messages of the command line in Arabic. */
export const arabicMessages: CliMessages = {
  severity: { error: 'خطأ', warning: 'تنبيه', info: 'للعلم' },
  fix: 'الحل',
  rules: arabicRules,
  help: arabicHelp,
  usageProblems: {
    'no-command': () => 'لم يُذكر أمر.',
    'unknown-command': (subject) => `لا يوجد أمر باسم «${subject}».`,
    'operand-not-accepted': (subject) => `هذا الأمر لا يأخذ اسم ملف أو مجلد: «${subject}».`,
    'unknown-option': (subject) => `لا يوجد خيار باسم ‎${subject}‎.`,
    'option-value': (subject) => `الخيار ‎${subject}‎ يحتاج إلى قيمة.`,
    'option-no-value': (subject) => `الخيار ‎${subject}‎ لا يأخذ قيمة.`,
    'file-missing': (subject) => `الملف ‎${subject}‎ غير موجود.`,
    'no-root': (subject) => `لا يوجد مجلد ‎${subject}‎. تحقق من الخيار ‎--root‎.`,
    'no-archive': (subject) => `ليس في ‎${subject}‎ أرشيف مبني؛ شغّل «warraq build» أولًا.`,
    'as-of': (subject) =>
      `الخيار ‎--as-of‎ يحتاج إلى يوم (2026-11-28) أو إلى الكلمة today، لا «${subject}».`,
    'report-ending': (subject) =>
      `الخيار ‎--report‎ يحتاج إلى اسم ملف ينتهي بـ ‎.json‎ أو ‎.html‎، لا «${subject}».`,
    'report-exists': (subject) =>
      `في ‎${subject}‎ شيء ليس تقريرًا من ورّاق، فتُرك كما هو. سمِّ ملفًا آخر بالخيار ‎--report‎.`,
    'debug-channel': (subject) =>
      `الخيار ‎--debug‎ يقبل بعض هذه القيم: ${debugChannels.join('، ')}؛ لا «${subject}».`,
    'option-not-accepted': (subject) => `هذا الأمر لا يقبل الخيار ‎${subject}‎.`,
    'no-seeds': (subject) =>
      `لا يوجد مجلد ‎${subject}‎. أنشئه وضع فيه ملفات txt أو md، أو سمِّ غيره بالخيار ‎--seeds‎.`,
    'foreign-file': (subject) =>
      `لم ينشر ورّاق ${subject}، وهو في موضع ملف من ملفات الأرشيف. انقله أو سمِّ مجلدًا آخر بالخيار ‎--out‎.`,
    'no-files': () => 'لم تُذكر ملفات للمراجعة. (وفي warraq serve صفحة لمراجعة عناوين الأرشيف كله.)',
    'files-need-option': (subject) =>
      `لمراجعة ${subject} أضف ‎--review‎؛ ومن دونه تُقرأ أسطر JSON من الدخل القياسي.`,
    'no-sources': () => 'لم يُذكر ما يُستورد.',
    'into-not-in-seeds': (subject) => `‎${subject}‎ خارج مجلد النصوص، فلن يقرأه أي بناء.`,
    'learned-exists': (subject) =>
      `الملف ${subject} لم يكتبه ورّاق فتُرك كما هو. انقله ثم أعد الأمر.`,
    'out-exists': (subject) =>
      `الملف ${subject} موجود وليس صفحة مراجعة من ورّاق. سمِّ غيره بالخيار ‎--out‎.`,
  },
  refusedValue: (option, { given, accepted }) =>
    'min' in accepted
      ? `الخيار ‎${option}‎ يحتاج إلى عدد من ${arabicNumber(accepted.min)} إلى ${localDigits(String(accepted.max), 'arab')}، لا «${given}».`
      : `الخيار ‎${option}‎ يقبل إحدى هذه القيم: ${accepted.join('، ')}؛ لا «${given}».`,
  suggestion: (name) => `لعلك تقصد ‎${name}‎.`,
  usage: (syntax, help) => `الاستعمال: ‎${syntax}‎ (كل الخيارات: ‎${help}‎)`,
  progress: (f) => {
    const { rate, left } = itemsPerSecond(f);
    const of = f.total === undefined ? '' : ` من ${arabicNumber(f.total)}`;
    const speed = rate === 0 ? '' : `، ${arabicNumber(rate)} في الثانية`;
    const rest =
      left === undefined
        ? ''
        : `، بقي نحو ${arabicNumber(left.count)} ${left.unit === 'second' ? 'ث' : 'د'}`;
    return `${arabicPhases[f.phase]}: ${arabicNumber(f.done)}${of}${speed}${rest}`;
  },
  buildSummary: (f) => [
    `الأرشيف: ${counted(f.articles, nouns.articles)} (جديد أو معدّل: ${arabicNumber(f.read)}، بلا تغيير: ${arabicNumber(f.reused)})، ${counted(f.sections, nouns.sections)} (من وسم الكاتب: ${arabicNumber(f.marked)}، مستخلص: ${arabicNumber(f.recovered)}، من وضع المحرر: ${arabicNumber(f.editor)}).`,
    `نُشر في ${f.out}: ${counted(f.pages, nouns.pages)} (وُلِّد منها الآن: ${arabicNumber(f.rendered)}). ملفات كُتبت: ${arabicNumber(f.written)}، لم تتغيّر: ${arabicNumber(f.unchanged)}، حُذفت: ${arabicNumber(f.removed)}.`,
    `الوقت: ${decimal(f.seconds)} ث${f.phases.map((one) => `${one === f.phases[0] ? ' (' : '، '}${arabicPhases[one.phase]} ${decimal(one.seconds)}`).join('')}${f.phases.length > 0 ? ')' : ''}، ذروة الذاكرة: ${decimal(f.megabytes)} م.ب.`,
  ],
  heldLines: arabicHeldLines,
  undatedLine: arabicUndatedLine,
  notPublished: (count) => `لم يُنشر شيء: ${counted(count, nouns.errors)} مع ‎--strict‎.`,
  recoveredHeadings: 'عناوين استُخلصت من سياق النص:',
  notShown: 'دون حدّ الثقة، فلم يُدرج',
  marked: 'موسوم في الأصل',
  moreHeadings: (count) => `… وغيرها في ${counted(count, nouns.otherArticlesIn)}`,
  diagnosticCounts: (e, w, isCut) =>
    `${counted(e, nouns.errors)}، ${counted(w, nouns.warnings)}${isCut ? '؛ يسردها ‎--json‎ كلها' : ''}`,
  moreDiagnostics: (count) => `… و${counted(count, nouns.moreLikeThis)}`,
  fileSummary: arabicFileSummary,
  ...arabicGuards,
  folderProblem: arabicFolderProblem,
  noSeeds: (folder) => `ليس في ${folder} نصوص. ضع فيه ملفات txt أو md ثم أعد البناء.`,
  serving: (address) => `الأرشيف معروض على ${address} (للإيقاف Ctrl-C)`,
  reviewing: (address) => `مراجعة العناوين: ${address}`,
  rebuilt: (written) => `أُعيد البناء: ${counted(written, nouns.changedFiles)}.`,
  portTaken: (port) => `المنفذ ${port} مشغول؛ اختر غيره بالخيار ‎--port‎.`,
  ...arabicSystemFixes,
  systemError: (reason, file) => `خطأ من النظام: ${file === undefined ? '' : `${file}: `}${reason}`,
  systemReasons: {
    EACCES: 'ليس لك إذن بذلك',
    EPERM: 'ليس لك إذن بذلك',
    EROFS: 'القرص للقراءة فقط',
    ENOSPC: 'امتلأ القرص',
    EDQUOT: 'بلغت حصتك من القرص حدها',
    EFBIG: 'جاوز الملف الحجم المسموح',
    EIO: 'تعذّرت القراءة من القرص أو الكتابة عليه',
    EMFILE: 'الملفات المفتوحة أكثر مما يسمح به النظام',
    ENFILE: 'الملفات المفتوحة أكثر مما يسمح به النظام',
    ENOMEM: 'الذاكرة لا تكفي',
    ENOENT: 'غير موجود',
    ENOTDIR: 'في مساره ملف مكان مجلد',
    EISDIR: 'مجلد مكان ملف',
    EEXIST: 'في مكانه شيء آخر',
    ENOTEMPTY: 'المجلد ليس فارغًا',
    EBUSY: 'يستعمله برنامج آخر',
  },
  checkSummary: (p, l) => `فُحصت ${counted(p, nouns.pages)} و${counted(l, nouns.links)}.`,
  validationSummary: (count, p) =>
    count === p
      ? 'HTML: دُقّقت الصفحات كلها.'
      : `HTML: دُقّقت ${counted(count, nouns.pages)} من أصل ${arabicNumber(p)} (وتُدقَّق كلها مع ‎--thorough‎).`,
  pageOfSeed: (seed) => `الصفحة من الملف ${seed}.`,
  oldUrlSummary: (checked, dead) =>
    `العناوين القديمة: ${arabicNumber(dead)} من ${arabicNumber(checked)} لا تؤدي إلى شيء.`,
  ...arabicHostMessages,
  imports: arabicImports,
  profile: arabicProfile,
  learning: arabicLearning,
  buildReport: arabicBuildReport,
  heldStates: arabicHeld,
  structureInput: (limit) =>
    limit === undefined
      ? 'هذا السطر ليس كائن JSON فيه نص: {"id": …, "text": "…"}'
      : `هذا السطر أكبر من ${arabicMegabytes(limit)}.`,
  review: {
    language,
    direction,
    desk: arabicDesk,
    pageTitle: 'عناوين للمراجعة',
    pageIntroduction:
      'العناوين كما ستظهر في الموقع، ويشتد لونها بارتفاع درجة الثقة. وما تحته نقط دون حدّ الثقة، فلم يُدرج. لتغيير العناوين عدّل «headings» في ملف البيانات بجوار النص.',
    pageWritten: (file) => `صفحة المراجعة: ${file}`,
    counts: (f) =>
      `${counted(f.shown, nouns.shownHeadings)}، ${counted(f.notShown, nouns.leftHeadings)}، ${counted(f.paragraphs, nouns.paragraphs)}`,
    decision: ({ origin, shown, confidence }) => {
      if (!shown) return `متروك، درجة الثقة ${decimal(confidence)}`;
      if (origin === 'marked') return 'يظهر: وسمه الكاتب';
      return origin === 'editor' ? 'يظهر: وضعه المحرر' : `يظهر، درجة الثقة ${decimal(confidence)}`;
    },
    evidence: {
      before: ({ seam }) => arabicBreakEvidence[seam],
      length: ({ words: count }) => counted(count, nouns.words),
      opening: ({ form, words: opening }) => arabicFollowingText[form](opening),
      echo: ({ words: echoed }) =>
        echoed.length === 0
          ? 'لا ترد كلماته في النص تحته'
          : `مما يرد في النص تحته: ${echoed.map((word) => `«${word}»`).join('، ')}`,
      others: ({ count }) => counted(count, nouns.otherHeadings),
    },
    sidecar: {
      written: (file) => `سُجّلت العناوين في ${file} لتعدّلها.`,
      appended: (file) => `أُضيفت العناوين إلى ${file} لتعدّلها.`,
      kept: () => 'عناوينه مسجّلة من قبل، فتُركت قائمتها كما هي.',
      markdown: () =>
        'عناوين Markdown من وضع كاتبها، فلم يُسجَّل منها شيء؛ ولو وُضع «headings» في ملف البيانات لقُرئ المقال نصًا عاديًا.',
      nothing: () => 'لا عنوان فيه ولا اقتراح، فلم يُكتب شيء.',
      refused: (file) => `لا تؤمَن الإضافة إلى ${file} فتُرك كما هو؛ أضف إليه «headings:» بيدك.`,
    },
    ambiguousHeading: (heading) =>
      `الكلمات «${heading}» ترد في النص أكثر من مرة، أو تتعذّر كتابتها في YAML؛ فلو سُجّل لوُضع هذا العنوان في غير مكانه.`,
    sidecarComment: (seed) => [
      `عناوين ${seed} كما استخلصها ورّاق، والعبرة من الآن بهذه القائمة.`,
      'احذف سطر ما ليس عنوانًا. ولإدراج عنوان متروك احذف # من أول سطره (ومن «#headings:» إن وُجدت).',
      'كل عنوان منقول من النص كما هو وبترتيب وروده. و«headings: []» تعني أن النص بلا عناوين.',
    ],
  },
};
