import { localDigits } from '../../calendar/numerals.ts';
import { debugChannels } from '../../model/debug.ts';
import { type CliMessages, oneDecimalMegabytes } from '../cli-messages.ts';
import { itemsPerSecond } from '../rate.ts';
import { arabicBuildReport } from './build-report.ts';
import { arabicUndatedLine } from './date-rules.ts';
import { arabicFileSummary } from './file-summary.ts';
import { arabicFolderProblem } from './folders.ts';
import { arabicGuards } from './guards.ts';
import { arabicImports } from './import.ts';
import { arabicProfile } from './profile.ts';
import { arabicHeld, arabicHeldLines } from './publication.ts';
import { arabicRules } from './rules.ts';
import { arabicSite } from './site.ts';
import { arabicSystemFixes } from './system-fixes.ts';
import {
  arabicBreakEvidence,
  arabicExceededLimits,
  arabicFollowingText,
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
  fix: 'العلاج',
  rules: arabicRules,
  help: {
    synopsis: 'warraq <أمر> [خيارات]',
    commands: {
      build: [
        'يقرأ seeds/ ويكتب dist/',
        '  --seeds DIR  --out DIR  --cache DIR  --strict (لا نشر مع أي خطأ)',
        '  --as-of DAY|today (للحظر وانتهاء المدة وما لم يحن موعده)  --drafts (مع المسودات، في CACHE/drafts/)',
        '  --allow-removal (يجيز حذف معظم المقالات المنشورة أو كلها)',
        '  --report FILE.json|FILE.html (كل التنبيهات والعناوين في ملف)',
        '  --workers N (خيوط عمل أخرى)  --force (بناء كامل من الصفر)',
        '  --profile (أزمنة المراحل، وسجلات المعالج في CACHE/profile/)',
        '  --debug [scan,plan,render,publish] (بيان ما يقرره البناء ولماذا، بالإنجليزية)',
      ],
      serve: [
        'يبني الأرشيف مع المسودات في CACHE/drafts/ ويعرضه على هذا الجهاز ويعيد البناء عند كل تغيير',
        '  --port N  --as-of DAY|today  --debug',
      ],
      check: [
        'يتحقق من dist/: الروابط والمعرّفات والطلبات والبصمات وHTML والخلاصات',
        '  --out DIR  --thorough (تدقيق HTML لكل صفحة)',
        '  --old-urls LIST (ما لا يؤدي إلى شيء من عناوين الموقع القديم: عنوان في كل سطر، أو خريطة موقع)',
      ],
      structure: [
        'أسطر JSON فيها {"id","text"}، ويخرج العناوين والفقرات',
        '  --headings cautious|balanced|eager|off',
        '--review FILE…: كل قرار وأسبابه، وصفحة تُقرأ، وملف جانبي يُعدَّل',
        '  --out FILE (الصفحة)',
      ],
      import: [
        'FILE|DIR…: يستورد المقالات من تصدير ووردبريس وRSS وAtom وCSV وHTML وWARC وTEI وJSON وملفات وورد وEPUB',
        '  --into DIR (seeds/imported)  --dry-run (لا يُكتب شيء)',
        '  --from wordpress|feed|csv|html|warc|tei|json|word|epub (وإلا يُكتشف النوع تلقائيًا)',
        '  --split heading|page (لملف وورد فيه عدة مقالات)',
      ],
    },
    notes: `  لكل أمر: --root DIR  --config FILE  --json  --quiet  --verbose (كل تنبيه وعنوان في سطر)  --lang ar|en
  رموز الخروج: 0 سليم · 1 في بعض المحتوى أخطاء · 2 خطأ في الأمر أو الإعداد · 3 خطأ من النظام`,
  },
  usageProblems: {
    'no-command': () => 'لم يُذكر أمر.',
    'unknown-command': (subject) => `لا يوجد أمر باسم «${subject}».`,
    'unknown-option': (subject) => `لا يوجد خيار باسم ‎${subject}‎.`,
    'option-value': (subject) => `الخيار ‎${subject}‎ يحتاج إلى قيمة.`,
    'option-no-value': (subject) => `الخيار ‎${subject}‎ لا يأخذ قيمة.`,
    'file-missing': (subject) => `الملف ‎${subject}‎ غير موجود.`,
    'no-archive': (subject) => `ليس في ‎${subject}‎ أرشيف مبني؛ شغّل «warraq build» أولًا.`,
    'as-of': (subject) =>
      `الخيار ‎--as-of‎ يحتاج إلى يوم (2026-11-28) أو إلى الكلمة today، لا «${subject}».`,
    'report-ending': (subject) =>
      `الخيار ‎--report‎ يحتاج إلى اسم ملف ينتهي بـ ‎.json‎ أو ‎.html‎، لا «${subject}».`,
    'report-exists': (subject) =>
      `في ‎${subject}‎ شيء ليس تقريرًا من ورّاق، فتُرك كما هو. سمِّ ملفًا آخر بالخيار ‎--report‎.`,
    'debug-channel': (subject) =>
      `لا يعرف ‎--debug‎ القيمة «${subject}». المعروف: ${debugChannels.join(', ')}.`,
    'option-not-accepted': (subject) => `هذا الأمر لا يقبل الخيار ‎${subject}‎.`,
    'no-seeds': (subject) =>
      `لا يوجد مجلد ‎${subject}‎. أنشئه وضع فيه ملفات txt أو md، أو سمِّ غيره بالخيار ‎--seeds‎.`,
    'foreign-file': (subject) =>
      `لم ينشر ورّاق ${subject}، وهو في موضع ملف من ملفات الأرشيف. انقله أو سمِّ مجلدًا آخر بالخيار ‎--out‎.`,
    'no-files': () => 'لم تُذكر ملفات للمراجعة.',
    'files-need-option': (subject) =>
      `لمراجعة ${subject} أضف ‎--review‎؛ ومن دونه تُقرأ أسطر JSON من الدخل القياسي.`,
    'no-sources': () => 'لم يُذكر ما يُستورد.',
    'into-not-in-seeds': (subject) => `‎${subject}‎ خارج مجلد النصوص، فلن يقرأه أي بناء.`,
    'out-exists': (subject) =>
      `الملف ${subject} موجود وليس صفحة مراجعة من ورّاق. سمِّ غيره بالخيار ‎--out‎.`,
  },
  refusedValue: (option, { given, accepted }) =>
    'min' in accepted
      ? `الخيار ‎${option}‎ يحتاج إلى عدد من ${arabicNumber(accepted.min)} إلى ${localDigits(String(accepted.max), 'arab')}، لا «${given}».`
      : `الخيار ‎${option}‎ يقبل إحدى هذه القيم: ${accepted.join('، ')}؛ لا «${given}».`,
  usage: (syntax, help) => `الاستعمال: ‎${syntax}‎ (الخيارات: ‎${help}‎)`,
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
    `في الأرشيف ${counted(f.articles, nouns.articles)} (جديد أو معدّل ${arabicNumber(f.read)}، بلا تغيير ${arabicNumber(f.reused)})، ${counted(f.sections, nouns.sections)} (بعلامة الكاتب ${arabicNumber(f.marked)}، مستخلصة ${arabicNumber(f.recovered)}، من المحرر ${arabicNumber(f.editor)}).`,
    `نُشر في ${f.out}: ${counted(f.pages, nouns.pages)} (وُلِّد منها الآن ${arabicNumber(f.rendered)})؛ ملفات كُتبت ${arabicNumber(f.written)}، لم تتغير ${arabicNumber(f.unchanged)}، أُزيلت ${arabicNumber(f.removed)}.`,
    `الوقت: ${decimal(f.seconds)} ث${f.phases.map((one) => `${one === f.phases[0] ? ' (' : '، '}${arabicPhases[one.phase]} ${decimal(one.seconds)}`).join('')}${f.phases.length > 0 ? ')' : ''}، ذروة الذاكرة: ${decimal(f.megabytes)} م.ب.`,
  ],
  heldLines: arabicHeldLines,
  undatedLine: arabicUndatedLine,
  notPublished: (count) => `لم يُنشر شيء: ${counted(count, nouns.errors)} مع ‎--strict‎.`,
  recoveredHeadings: 'عناوين استُخلصت من سياق النص:',
  notShown: 'دون حدّ الثقة، فلم يُدرج',
  marked: 'موسوم في الأصل',
  moreHeadings: (count) => `… وغيرها في ${counted(count, nouns.articles)}`,
  diagnosticCounts: (e, w, isCut) =>
    `${counted(e, nouns.errors)}، ${counted(w, nouns.warnings)}${isCut ? '؛ يسردها ‎--json‎ كلها' : ''}`,
  moreDiagnostics: (count) => `… و${arabicNumber(count)} مثل هذا`,
  fileSummary: arabicFileSummary,
  ...arabicGuards,
  folderProblem: arabicFolderProblem,
  noSeeds: (folder) => `ليس في ${folder} نصوص. ضع فيه ملفات txt أو md ثم أعد البناء.`,
  serving: (address) => `الأرشيف معروض على ${address} (للإيقاف Ctrl-C)`,
  rebuilt: (written) => `أعيد البناء: تغيّر ${counted(written, nouns.files)}.`,
  portTaken: (port) => `المنفذ ${port} مشغول؛ اختر غيره بالخيار ‎--port‎.`,
  ...arabicSystemFixes,
  systemError: (reason, file) => `خطأ من النظام: ${file === undefined ? '' : `${file}: `}${reason}`,
  systemReasons: {
    EACCES: 'لا إذن بذلك',
    EPERM: 'لا إذن بذلك',
    EROFS: 'القرص للقراءة فقط',
    ENOSPC: 'امتلأ القرص',
    EDQUOT: 'بلغت حصتك من القرص حدها',
    EFBIG: 'جاوز الملف الحجم المسموح',
    EIO: 'القرص لا يقرأ أو لا يكتب',
    EMFILE: 'الملفات المفتوحة أكثر مما يسمح به النظام',
    ENFILE: 'الملفات المفتوحة أكثر مما يسمح به النظام',
    ENOMEM: 'لا تكفي الذاكرة',
    ENOENT: 'لا وجود له',
    ENOTDIR: 'في الطريق إليه ملف مكان مجلد',
    EISDIR: 'مجلد مكان ملف',
    EEXIST: 'في مكانه شيء آخر',
    ENOTEMPTY: 'المجلد ليس فارغًا',
    EBUSY: 'برنامج آخر يشغله',
  },
  checkSummary: (p, l) => `فُحصت ${counted(p, nouns.pages)} و${counted(l, nouns.links)}.`,
  validationSummary: (count, p) =>
    count === p
      ? 'HTML: دُققت الصفحات كلها.'
      : `HTML: دُققت ${counted(count, nouns.pages)} من ${arabicNumber(p)} (ومع ‎--thorough‎ كلها).`,
  pageOfSeed: (seed) => `الصفحة من الملف ${seed}.`,
  oldUrlSummary: (checked, dead) =>
    `العناوين القديمة: ${arabicNumber(dead)} من ${arabicNumber(checked)} لا تؤدي إلى شيء.`,
  siteSize: ({ files: count, bytes }) =>
    `الحجم: ${counted(count, nouns.files)}، ${decimal(oneDecimalMegabytes(bytes))} م.ب.`,
  hostVerdict: ({ host, fits, over }) =>
    fits
      ? `يصلح نشره على ${host}: نعم`
      : `يصلح نشره على ${host}: لا (${over.map((measure) => arabicExceededLimits[measure]).join('، ')})`,
  imports: arabicImports,
  profile: arabicProfile,
  buildReport: arabicBuildReport,
  heldStates: arabicHeld,
  review: {
    language,
    direction,
    pageTitle: 'عناوين للمراجعة',
    pageIntroduction:
      'العناوين كما ستظهر في الموقع، ولكل درجة ثقة لون؛ وما تحته نقط لم يبلغ حدّ الثقة فلم يُدرج. لتغييرها عدّل «headings» في الملف الجانبي بجوار النص.',
    pageWritten: (file) => `صفحة المراجعة: ${file}`,
    counts: (f) =>
      `${counted(f.shown, nouns.shownHeadings)}، ${counted(f.notShown, nouns.leftHeadings)}، ${counted(f.paragraphs, nouns.paragraphs)}`,
    decision: ({ origin, shown, confidence }) => {
      if (!shown) return `متروك، درجة الثقة ${decimal(confidence)}`;
      if (origin === 'marked') return 'معروض: وسمه الكاتب';
      return origin === 'editor'
        ? 'معروض: وضعه المحرر'
        : `معروض، درجة الثقة ${decimal(confidence)}`;
    },
    evidence: {
      before: ({ seam }) => arabicBreakEvidence[seam],
      length: ({ words: count }) => counted(count, nouns.words),
      opening: ({ form, words: opening }) => arabicFollowingText[form](opening),
      echo: ({ words: echoed }) =>
        echoed.length === 0
          ? 'لا تعود كلماته في النص تحته'
          : `تعود في النص تحته: ${echoed.map((word) => `«${word}»`).join('، ')}`,
      others: ({ count }) => counted(count, nouns.otherHeadings),
    },
    sidecar: {
      written: (file) => `سُجّلت العناوين في ${file} لتعدّلها.`,
      appended: (file) => `أُضيفت العناوين إلى ${file} لتعدّلها.`,
      kept: () => 'عناوينه مسجّلة من قبل، فتُركت قائمتها كما هي.',
      markdown: () =>
        'عناوين Markdown لكاتبها، فلم يُسجَّل منها شيء؛ ولو وُضع «headings» في ملف جانبي لقُرئ نصًا عاديًا.',
      nothing: () => 'لا عنوان فيه ولا اقتراح، فلم يُكتب شيء.',
      refused: (file) => `لا تؤمَن الإضافة إلى ${file} فتُرك كما هو؛ أضف إليه «headings:» بيدك.`,
    },
    ambiguousHeading: (heading) =>
      `الكلمات «${heading}» ترد في النص غير مرة، أو لا تُكتب في YAML: سيضع البناء هذا العنوان في غير مكانه.`,
    sidecarComment: (seed) => [
      `عناوين ${seed} كما استخلصها ورّاق، وهذه القائمة هي الحَكَم من الآن:`,
      'احذف سطر ما ليس عنوانًا، وإن كان المتروك عنوانًا فاحذف # من أول سطره (ومن «#headings:» إن وُجدت).',
      'كل عنوان منقول من النص كما هو وعلى ترتيبه. و«headings: []» تعني ألا عناوين فيه.',
    ],
  },
};
