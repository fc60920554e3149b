import { debugChannels } from '../../model/debug.ts';
import { importWording } from './ar-import.ts';
import { profileWords } from './ar-profile.ts';
import { rules } from './ar-rules.ts';
import { tally } from './ar-tally.ts';
import {
  articles,
  counted,
  decimal,
  errors,
  files,
  headings,
  links,
  number,
  openings,
  otherHeadings,
  overLimits,
  pages,
  paragraphs,
  phases,
  seams,
  sections,
  warnings,
  words,
} from './ar-words.ts';
import { pace } from './pace.ts';
import { megabytes, type Wording } from './wording.ts';

/** The command line in Arabic. */
export const ar: Wording = {
  severity: { error: 'خطأ', warning: 'تنبيه' },
  cure: 'العلاج',
  rules,
  usage: `warraq <أمر> [خيارات]

  build       يقرأ seeds/ ويكتب dist/
                --seeds DIR  --out DIR  --cache DIR  --strict (لا نشر مع أي خطأ)
                --workers N (خيوط عمل أخرى)  --force (لا يُنتفع بشيء من بناء سابق)
                --profile (أزمنة المراحل، وسجلات المعالج في CACHE/profile/)
                --debug [scan,plan,render,publish] (بيان ما يقرره البناء ولماذا، بالإنجليزية)
  serve       يبني الأرشيف ويعرضه على هذا الجهاز ويعيد البناء عند كل تغيير   --port N  --debug
  check       يتحقق من dist/: الروابط والمعرّفات والطلبات والبصمات وHTML والخلاصات
                --out DIR  --thorough (تدقيق HTML لكل صفحة)
  structure   أسطر JSON فيها {"id","text"}، ويخرج العناوين والفقرات
                --headings cautious|balanced|eager|off
              --review FILE…: كل قرار وأسبابه، وصفحة تُقرأ، وملف جانبي يُعدَّل
                --out FILE (الصفحة)
  import      FILE|DIR…: يستورد المقالات من تصدير ووردبريس وRSS وAtom وCSV وHTML وWARC
                --into DIR (seeds/imported)  --dry-run (لا يُكتب شيء)
                --from wordpress|feed|csv|html|warc (وإلا عُرف النوع بالنظر فيه)

  لكل أمر: --root DIR  --config FILE  --json  --quiet  --lang ar|en
  رموز الخروج: 0 سليم · 1 في بعض المحتوى أخطاء · 2 خطأ في الأمر أو الإعداد · 3 خلل في الجهاز`,
  usageProblems: {
    'unknown-command': (subject) => `ليس هناك أمر اسمه «${subject}».`,
    'unknown-option': (subject) => `ليس هناك خيار ${subject}.`,
    'option-value': (subject) => `القيمة ناقصة أو خاطئة: ${subject}`,
    'debug-channel': (subject) =>
      `لا يعرف ‎--debug‎ القيمة «${subject}». المعروف: ${debugChannels.join(', ')}.`,
    'option-of-other': (subject) => `لا يأخذ هذا الأمر ${subject}.`,
    'no-seeds': (subject) =>
      `ليس هناك مجلد ${subject}. أنشئه وضع فيه ملفات txt أو md، أو سمِّ غيره بالخيار ‎--seeds‎.`,
    'foreign-file': (subject) =>
      `لم ينشر ورّاق ${subject}، وهو في موضع ملف من ملفات الأرشيف. انقله أو سمِّ مجلدًا آخر بالخيار ‎--out‎.`,
    'unsafe-out': (subject) => `لن يُكتب الموقع في ${subject}: فيه النصوص الأصلية أو هو داخلها.`,
    'no-files': () => 'سمِّ الملفات التي تراجعها: warraq structure --review FILE…',
    'files-unasked': (subject) =>
      `لمراجعة ${subject} أضف ‎--review‎؛ ومن دونه تُقرأ أسطر JSON من الدخل القياسي.`,
    'no-sources': () => 'سمِّ ما تستورده: warraq import FILE|DIR…',
    'into-outside': (subject) => `ليس ${subject} في مجلد النصوص، فلن يقرأه أي بناء.`,
    'out-taken': (subject) =>
      `الملف ${subject} موجود وليس صفحة مراجعة من ورّاق. سمِّ غيره بالخيار ‎--out‎.`,
  },
  progress: (f) => {
    const { rate, left } = pace(f);
    const of = f.total === undefined ? '' : ` من ${number(f.total)}`;
    const speed = rate === 0 ? '' : `، ${number(rate)} في الثانية`;
    const rest = left === undefined ? '' : `، بقي ${number(left)} ث`;
    return `${phases[f.phase]}: ${number(f.done)}${of}${speed}${rest}`;
  },
  built: (f) => [
    `في الأرشيف ${counted(f.articles, articles)} (قُرئ منها الآن ${number(f.read)}، وبقي كما كان ${number(f.reused)})، ${counted(f.sections, sections)} (بعلامة الكاتب ${number(f.marked)}، مستخلصة ${number(f.recovered)}، من المحرر ${number(f.editor)}).`,
    `نُشر في ${f.out}: ${counted(f.pages, pages)} (صُنع منها الآن ${number(f.rendered)})؛ ملفات كُتبت ${number(f.written)}، لم تتغير ${number(f.unchanged)}، أُزيلت ${number(f.removed)}.`,
    `الوقت: ${decimal(f.seconds)} ث${f.phases.map((one) => `${one === f.phases[0] ? ' (' : '، '}${phases[one.phase]} ${decimal(one.seconds)}`).join('')}${f.phases.length > 0 ? ')' : ''}، الذاكرة: ${decimal(f.megabytes)} م.ب على الأكثر.`,
  ],
  heldBack: (count) => `لم يُنشر شيء: ${counted(count, errors)} مع ‎--strict‎.`,
  recoveredTitle: 'عناوين استُخلصت من سياق النص:',
  suggested: 'دون درجة الثقة، لم يوضع',
  marked: 'معلَّم',
  moreHeadings: (count) => `… وغيرها في ${counted(count, articles)}`,
  problems: (e, w, isCut) =>
    `${counted(e, errors)}، ${counted(w, warnings)}${isCut ? '؛ يسردها ‎--json‎ كلها' : ''}`,
  moreProblems: (count) => `… و${number(count)} مثل هذا`,
  tally,
  noSeeds: (folder) => `ليس في ${folder} نصوص. ضع فيه ملفات txt أو md ثم أعد البناء.`,
  serving: (address) => `الأرشيف معروض على ${address} (للإيقاف Ctrl-C)`,
  rebuilt: (written) => `أعيد البناء: تغيّر ${counted(written, files)}.`,
  portTaken: (port) => `المنفذ ${port} مشغول؛ اختر غيره بالخيار ‎--port‎.`,
  locked: (holder) => `بناء آخر جارٍ هنا: العملية ${holder}. انتظر انتهاءه.`,
  machine: (reason, file) => `تعذر على الجهاز: ${file === undefined ? '' : `${file}: `}${reason}`,
  machineReasons: {
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
  checked: (p, l) => `فُحصت ${counted(p, pages)} و${counted(l, links)}.`,
  validated: (count, p) =>
    count === p
      ? 'HTML: دُققت الصفحات كلها.'
      : `HTML: دُققت ${counted(count, pages)} من ${number(p)} (ومع ‎--thorough‎ كلها).`,
  size: ({ files: count, bytes }) =>
    `الحجم: ${counted(count, files)}، ${decimal(megabytes(bytes))} م.ب.`,
  host: ({ host, fits, over }) =>
    fits
      ? `يتسع له ${host}: نعم`
      : `يتسع له ${host}: لا (${over.map((measure) => overLimits[measure]).join('، ')})`,
  nothingToCheck: (folder) => `ليس في ${folder} أرشيف مبني؛ شغّل «warraq build» أولًا.`,
  imports: importWording,
  profile: profileWords,
  review: {
    language: 'ar',
    direction: 'rtl',
    pageTitle: 'عناوين للمراجعة',
    pageIntroduction:
      'العناوين كما يعرضها البناء، ولكل درجة ثقة لون؛ وما تحته نقط لم يبلغ درجة الثقة فلم يوضع. لتغييرها عدّل «headings» في الملف الجانبي بجوار النص.',
    pageWritten: (file) => `كُتبت للقراءة: ${file}`,
    figures: (f) =>
      `معروض ${counted(f.shown, headings)}، متروك ${number(f.left)}، ${counted(f.paragraphs, paragraphs)}`,
    decision: ({ origin, shown, confidence }) => {
      if (!shown) return `متروك، درجة الثقة ${decimal(confidence)}`;
      if (origin === 'marked') return 'معروض: علّمه الكاتب';
      return origin === 'editor'
        ? 'معروض: وضعه المحرر'
        : `معروض، درجة الثقة ${decimal(confidence)}`;
    },
    evidence: {
      before: ({ seam }) => seams[seam],
      length: ({ words: count }) => counted(count, words),
      opening: ({ form, words: opening }) => openings[form](opening),
      echo: ({ words: echoed }) =>
        echoed.length === 0
          ? 'لا تعود كلماته في النص تحته'
          : `تعود في النص تحته: ${echoed.map((word) => `«${word}»`).join('، ')}`,
      others: ({ count }) => counted(count, otherHeadings),
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
    lost: (heading) =>
      `الكلمات «${heading}» ترد في النص غير مرة، أو لا تُكتب في YAML: سيضع البناء هذا العنوان في غير مكانه.`,
    sidecarComment: (seed) => [
      `عناوين ${seed} كما استخلصها ورّاق، وهذه القائمة هي الحَكَم من الآن:`,
      'احذف سطر ما ليس عنوانًا، وإن كان المتروك عنوانًا فاحذف # من أول سطره (ومن «#headings:» إن وُجدت).',
      'كل عنوان منقول من النص كما هو وعلى ترتيبه. و«headings: []» تعني ألا عناوين فيه.',
    ],
  },
};
