import { countNoun, formatCount, localDigits } from '../../arabic/numerals.ts';
import type { CountedNoun } from '../../model/messages.ts';
import type { OpeningForm, Seam } from '../../structure/evidence.ts';
import type { Wording } from './wording.ts';

const noun = (
  zero: string,
  one: string,
  two: string,
  few: string,
  many: string,
  other: string,
): CountedNoun => ({
  zero,
  one,
  two,
  few: `{n} ${few}`,
  many: `{n} ${many}`,
  other: `{n} ${other}`,
});

const articles = noun('لا مقالات', 'مقال واحد', 'مقالان', 'مقالات', 'مقالًا', 'مقال');
const sections = noun('لا أقسام', 'قسم واحد', 'قسمان', 'أقسام', 'قسمًا', 'قسم');
const pages = noun('لا صفحات', 'صفحة واحدة', 'صفحتان', 'صفحات', 'صفحة', 'صفحة');
const files = noun('لا ملفات', 'ملف واحد', 'ملفان', 'ملفات', 'ملفًا', 'ملف');
const links = noun('لا روابط', 'رابط واحد', 'رابطان', 'روابط', 'رابطًا', 'رابط');
const errors = noun('لا أخطاء', 'خطأ واحد', 'خطآن', 'أخطاء', 'خطأً', 'خطأ');
const warnings = noun('لا تنبيهات', 'تنبيه واحد', 'تنبيهان', 'تنبيهات', 'تنبيهًا', 'تنبيه');

const headings = noun('لا عناوين', 'عنوان واحد', 'عنوانان', 'عناوين', 'عنوانًا', 'عنوان');
const paragraphs = noun('لا فقرات', 'فقرة واحدة', 'فقرتان', 'فقرات', 'فقرة', 'فقرة');
const words = noun('لا كلمات', 'كلمة واحدة', 'كلمتان', 'كلمات', 'كلمة', 'كلمة');
const otherHeadings = noun(
  'ليس في المقال عنوان غيره',
  'معه عنوان آخر',
  'معه عنوانان آخران',
  'عناوين أخرى معه',
  'عنوانًا آخر معه',
  'عنوان آخر معه',
);

const counted = (count: number, what: CountedNoun): string => countNoun(count, what, 'arab');
const number = (count: number): string => formatCount(count, 'arab');
const decimal = (value: string): string => localDigits(value.replace('.', '٫'), 'arab');
const megabytes = (bytes: number): string => `${number(Math.ceil(bytes / (1024 * 1024)))} م.ب`;
const nearest = (key: string): string => (key === '' ? 'احذفه.' : `لعلك تقصد «${key}».`);

const kinds: Readonly<Record<string, string>> = {
  symlink: 'رابط رمزي',
  fifo: 'أنبوب',
  socket: 'مقبس',
  device: 'جهاز',
};

const seams: Readonly<Record<Seam, string>> = {
  start: 'يبدأ به النص',
  line: 'يبدأ به سطر',
  mark: 'عنده علامة',
  stop: 'قبله نهاية جملة',
  glued: 'التصق بنقطة قبله بلا مسافة',
  running: 'ليس قبله نهاية جملة',
};

const openings: Readonly<Record<OpeningForm, (opening: string) => string>> = {
  'conjunction-verb': (opening) => `بعده «${opening}»: عطف وفعل`,
  verb: (opening) => `بعده «${opening}»: فعل`,
  opener: (opening) => `بعده «${opening}»: مما تُفتتح به جمل الأخبار`,
  other: (opening) => `بعده «${opening}»`,
  heading: () => 'بعده عنوان آخر',
  nothing: () => 'لا شيء بعده',
};

/** The command line in Arabic. */
export const ar: Wording = {
  severity: { error: 'خطأ', warning: 'تنبيه' },
  cure: 'العلاج',
  rules: {
    'seed-empty': () => ({
      message: 'ليس في هذا الملف نص.',
      cure: 'ضع فيه نص المقال أو احذفه.',
    }),
    'seed-too-large': ({ bytes, limit }) => ({
      message: `حجم الملف ${megabytes(bytes)}، والحد الأقصى ${megabytes(limit)}.`,
      cure: 'قسّمه: مقال واحد في كل ملف.',
    }),
    'seed-binary': ({ offset }) => ({
      message: `ليس هذا نصًا: فيه محارف تحكم، أولها عند البايت ${number(offset)}.`,
      cure: 'احفظ المقال نصًا بترميز UTF-8، أو أخرج الملف من مجلد النصوص.',
    }),
    'seed-undecodable': ({ offset }) => ({
      message: `النص ليس بترميز UTF-8 ولا UTF-16 سليمًا: البايت ${number(offset)} لا يدل على حرف.`,
      cure: 'احفظه بترميز UTF-8، ومن ويندوز: iconv -f WINDOWS-1256 -t UTF-8 old.txt > new.txt',
    }),
    'seed-unknown-format': ({ extension }) => ({
      message: `الملفات المنتهية بـ«${extension}» لا تُقرأ.`,
      cure: 'احفظ المقال بامتداد txt أو md.',
    }),
    'seed-not-a-file': ({ kind }) => ({
      message: `هذا ${kinds[kind] ?? kind} لا ملف، فلم يُتَّبع.`,
      cure: 'ضع الملف نفسه في مجلد النصوص.',
    }),
    'seed-unreadable': ({ reason }) => ({
      message: `تعذرت قراءة الملف: ${reason}.`,
      cure: 'تأكد من وجوده ومن حقك في قراءته (chmod +r).',
    }),
    'seed-name-invalid': () => ({
      message: 'اسم الملف ليس بترميز UTF-8، فلا يمكن فتحه ولا الربط إليه.',
      cure: 'أعد تسمية الملف.',
    }),
    'sidecar-orphan': () => ({
      message: 'ملف بيانات بلا نص يحمل اسمه.',
      cure: 'سمِّه باسم نصه: name.yaml بجوار name.txt.',
    }),
    'front-matter-unclosed': ({ limit }) => ({
      message: `لم تُختم البيانات بسطر «---» خلال ${number(limit / 1024)} كيلوبايت، فعُدَّت من النص.`,
      cure: 'اختمها بسطر من ثلاث شرطات.',
    }),
    'front-matter-engine': ({ engine }) => ({
      message: `البيانات المكتوبة بلغة «${engine}» لا تُنفَّذ ولا تُقرأ، فعُدَّ الملف كله نصًا.`,
      cure: 'افتتح الملف بسطر من ثلاث شرطات وحدها، واكتب البيانات بصيغة YAML.',
    }),
    'yaml-syntax': ({ reason }) => ({
      message: `هذا السطر ليس YAML صحيحًا: ${reason}.`,
      cure: 'اكتب «المفتاح: القيمة»، وضع القيمة ذات المحارف الخاصة بين علامتي اقتباس.',
    }),
    'yaml-alias': () => ({
      message: 'إحالات YAML ودمجها (*name و<<) مرفوضة.',
      cure: 'اكتب القيمة كاملة، وضع النص المبدوء بنجمة بين علامتي اقتباس.',
    }),
    'yaml-depth': ({ limit }) => ({
      message: `تداخُل البيانات أعمق من ${number(limit)} مستويات.`,
      cure: 'البيانات نصوص وقوائم نصوص لا غير.',
    }),
    'yaml-not-a-map': () => ({
      message: 'ليست البيانات مفاتيح وقيمًا.',
      cure: 'اكتب في كل سطر «المفتاح: القيمة».',
    }),
    'yaml-duplicate-key': ({ key }) => ({
      message: `ورد «${key}» مرتين، فأُخذ بالأولى.`,
      cure: 'احذف إحداهما.',
    }),
    'yaml-hashtag': ({ key }) => ({
      message: `يعدُّ YAML ما بعد # في «${key}» تعليقًا، وقد أُبقي عليه.`,
      cure: 'ضع القيمة بين علامتي اقتباس.',
    }),
    'metadata-unknown-key': ({ key, nearest: near }) => ({
      message: `لا يعرف ورّاق المفتاح «${key}»، فأهمله.`,
      cure: nearest(near),
    }),
    'metadata-type': ({ key, expected }) => ({
      message: expected === 'text' ? `«${key}» نص واحد.` : `«${key}» قائمة نصوص.`,
      cure: expected === 'text' ? `اكتب «${key}: نص».` : `اكتب «${key}: [أول, ثانٍ]».`,
    }),
    'metadata-empty': ({ key }) => ({
      message: `«${key}» بلا قيمة.`,
      cure: 'أعطه قيمة أو احذف السطر.',
    }),
    'metadata-id': ({ value }) => ({
      message: `لا يصلح «${value}» معرِّفًا، فأُخذ اسم الملف.`,
      cure: 'استعمل من ١ إلى ٨٠ محرفًا من A–Z وa–z و0–9 و. _ -',
    }),
    'metadata-date': ({ value, suggestion }) => ({
      message: `ليس «${value}» تاريخًا موجودًا بصيغة يقرؤها ورّاق.`,
      cure:
        suggestion === ''
          ? 'اكتب 2017-12-12 أو 2017-12 أو 2017، وزد ? للشك و~ للتقريب.'
          : `لعلك تقصد ${suggestion}.`,
    }),
    'metadata-url': ({ value }) => ({
      message: `ليس «${value}» عنوانًا على الشبكة.`,
      cure: 'اكتب العنوان كاملًا مبدوءًا بـ https://',
    }),
    'metadata-language': ({ value }) => ({
      message: `ليس «${value}» رمز لغة (BCP 47).`,
      cure: 'اكتب ar أو ar-EG أو en وما أشبهها.',
    }),
    'metadata-controls': ({ key }) => ({
      message: `أزيلت محارف تحكم خفية من «${key}».`,
      cure: 'اكتب القيمة من جديد بدل لصقها.',
    }),
    'heading-flood': ({ omitted }) => ({
      message: `كثرت العناوين المستخلصة فتُرك منها ${number(omitted)}، ولعل النص قائمة أو جدول.`,
      cure: 'اذكر الصحيح منها في «headings» بملف البيانات.',
    }),
    'text-controls': ({ count }) => ({
      message: `في النص محارف تحكم (${number(count)})، ووُضعت في الصفحة مسافات مكانها.`,
      cure: 'لم يضع شيء؛ احذفها من الملف ليزول التنبيه.',
    }),
    'heading-not-found': ({ heading }) => ({
      message: `العنوان «${heading}» ليس في النص، أو ليس على هذا الترتيب.`,
      cure: 'انسخه من النص كما هو، ورتّب العناوين ترتيب ورودها.',
    }),
    'markdown-too-large': ({ bytes, limit }) => ({
      message: `ملف Markdown حجمه ${megabytes(bytes)} والحد ${number(Math.round(limit / 1024))} كيلوبايت، فقُرئ نصًا عاديًا.`,
      cure: 'قسّمه أو احفظه بامتداد txt.',
    }),
    'markdown-too-deep': ({ limit }) => ({
      message: `علامات Markdown متشابكة أو تداخُلها أعمق من ${number(limit)} مستوى، فأُبقي ما تحته نصًا عاديًا.`,
      cure: 'خفّف التداخل.',
    }),
    'markup-dropped': ({ what }) => ({
      message: `لا يُسمح بـ«${what}» في الصفحة، وأُبقي على كلماته.`,
      cure: 'استعمل روابط http أو https أو mailto، ولا صور في الأرشيف بعد.',
    }),
    'id-collision': ({ id, other }) => ({
      message: `المعرِّف «${id}» سبق إليه ${other}، فلم يُنشر هذا المقال.`,
      cure: 'أعد تسمية أحد الملفين، أو أعط أحدهما معرِّفًا (id: …).',
    }),
    'url-collision': ({ url, other }) => ({
      message: `الموضع ${url} سبق إليه ${other}، فلم يُنشر هذا المقال.`,
      cure: 'أعط أحدهما معرِّفًا آخر؛ فبعض الأقراص لا تفرّق بين الحرف الكبير والصغير.',
    }),
    'url-reserved': ({ url, kind }) => ({
      message: `الموضع ${url} من صفحات الأرشيف (${kind})، فلم يُنشر هذا المقال.`,
      cure: 'أعط المقال معرِّفًا آخر، أو أضف مجلدًا في «permalink».',
    }),
    'config-unknown-key': ({ key, nearest: near }) => ({
      message: `ليس «${key}» من الإعدادات.`,
      cure: nearest(near),
    }),
    'config-value': ({ key, value, expected }) => ({
      message: `لا تصلح «${value}» قيمة لـ«${key}».`,
      cure: `المتوقع: ${expected}`,
    }),
    'link-broken': ({ link }) => ({
      message: `الرابط ${link} لا يؤدي إلى ملف في الأرشيف.`,
      cure: 'صحّح الرابط في النص أو القالب ثم أعد البناء.',
    }),
    'fragment-missing': ({ link }) => ({
      message: `الرابط ${link} يسمّي موضعًا ليس في صفحته.`,
      cure: 'صحّح ما بعد # ثم أعد البناء.',
    }),
    'id-duplicate': ({ id }) => ({
      message: `المعرِّف «${id}» مكرر في الصفحة.`,
      cure: 'أعط كل عنصر في القالب معرِّفًا خاصًا به.',
    }),
    'request-foreign': ({ address }) => ({
      message: `تطلب الصفحة من موقع آخر ${address}.`,
      cure: 'ضع الملف في الموقع نفسه.',
    }),
    'script-inline': ({ what }) => ({
      message: `في الصفحة شيفرة أو تنسيق مضمَّن: ${what}.`,
      cure: 'انقله إلى ملف بين ملفات التنسيق.',
    }),
    'file-missing': () => ({
      message: 'يذكر البيان هذا الملف وليس موجودًا.',
      cure: 'أعد البناء.',
    }),
    'file-changed': () => ({
      message: 'ليس هذا هو الملف المنشور: بصمته غير ما في البيان.',
      cure: 'أعد البناء، ولا تعدّل ملفات dist بيدك.',
    }),
    'file-unlisted': () => ({
      message: 'لا يذكر البيان هذا الملف: لم ينشره ورّاق.',
      cure: 'دعه إن كنت وضعته، وإلا فاحذفه.',
    }),
    'template-broken': ({ reason }) => ({
      message: `تعذر تحميل القالب: ${reason}`,
      cure: 'أصلحه؛ القالب يصدّر دالة باسم نظيرتها في القالب الأصلي.',
    }),
  },
  usage: `warraq <أمر> [خيارات]

  build       يقرأ seeds/ ويكتب dist/
                --seeds DIR  --out DIR  --cache DIR  --strict (لا نشر مع أي خطأ)
                --workers N  --force (مقبولان بلا أثر، فلا شيء يُحفظ بين بناء وآخر بعد)
  serve       يبني الأرشيف ويعرضه على هذا الجهاز ويعيد البناء عند كل تغيير   --port N
  check       يتحقق من dist/: الروابط والمعرّفات والطلبات والبصمات           --out DIR
  structure   أسطر JSON فيها {"id","text"}، ويخرج العناوين والفقرات
                --headings cautious|balanced|eager|off
              --review FILE…: كل قرار وأسبابه، وصفحة تُقرأ، وملف جانبي يُعدَّل
                --out FILE (الصفحة)

  لكل أمر: --root DIR  --config FILE  --json  --quiet  --lang ar|en
  رموز الخروج: 0 سليم · 1 في بعض المحتوى أخطاء · 2 خطأ في الأمر أو الإعداد · 3 خلل في الجهاز`,
  usageProblems: {
    'unknown-command': (subject) => `ليس هناك أمر اسمه «${subject}».`,
    'unknown-option': (subject) => `ليس هناك خيار ${subject}.`,
    'option-value': (subject) => `القيمة ناقصة أو خاطئة: ${subject}`,
    'option-of-other': (subject) => `لا يأخذ هذا الأمر ${subject}.`,
    'no-seeds': (subject) =>
      `ليس هناك مجلد ${subject}. أنشئه وضع فيه ملفات txt أو md، أو سمِّ غيره بالخيار ‎--seeds‎.`,
    'foreign-file': (subject) =>
      `لم ينشر ورّاق ${subject}، وهو في موضع ملف من ملفات الأرشيف. انقله أو سمِّ مجلدًا آخر بالخيار ‎--out‎.`,
    'unsafe-out': (subject) => `لن يُكتب الموقع في ${subject}: فيه النصوص الأصلية أو هو داخلها.`,
    'no-files': () => 'سمِّ الملفات التي تراجعها: warraq structure --review FILE…',
    'files-unasked': (subject) =>
      `لمراجعة ${subject} أضف ‎--review‎؛ ومن دونه تُقرأ أسطر JSON من الدخل القياسي.`,
    'out-taken': (subject) =>
      `الملف ${subject} موجود وليس صفحة مراجعة من ورّاق. سمِّ غيره بالخيار ‎--out‎.`,
  },
  reading: (done) => `قراءة: ${counted(done, files)}`,
  rendering: (done) => `كتابة: ${counted(done, pages)}`,
  built: (f) => [
    `قُرئ: ${counted(f.articles, articles)}، ${counted(f.sections, sections)} (بعلامة الكاتب ${number(f.marked)}، مستخلصة ${number(f.recovered)}، من المحرر ${number(f.editor)}).`,
    `نُشر في ${f.out}: ${counted(f.pages, pages)}؛ ملفات كُتبت ${number(f.written)}، لم تتغير ${number(f.unchanged)}، أُزيلت ${number(f.removed)}.`,
    `الوقت: ${decimal(f.seconds)} ث، الذاكرة: ${decimal(f.megabytes)} م.ب على الأكثر.`,
  ],
  heldBack: (count) => `لم يُنشر شيء: ${counted(count, errors)} مع ‎--strict‎.`,
  recoveredTitle: 'عناوين استُخلصت من سياق النص:',
  suggested: 'دون درجة الثقة، لم يوضع',
  marked: 'معلَّم',
  moreHeadings: (count) => `… وغيرها في ${counted(count, articles)}`,
  problems: (e, w) => `${counted(e, errors)}، ${counted(w, warnings)}`,
  moreProblems: (count) => `… و${number(count)} مثلها، يسردها ‎--json‎ كلها`,
  noSeeds: (folder) => `ليس في ${folder} نصوص. ضع فيه ملفات txt أو md ثم أعد البناء.`,
  serving: (address) => `الأرشيف معروض على ${address} (للإيقاف Ctrl-C)`,
  rebuilt: (written) => `أعيد البناء: تغيّر ${counted(written, files)}.`,
  portTaken: (port) => `المنفذ ${port} مشغول؛ اختر غيره بالخيار ‎--port‎.`,
  locked: (holder) => `بناء آخر جارٍ هنا: العملية ${holder}. انتظر انتهاءه.`,
  machine: (reason) => `تعذر على الجهاز: ${reason}`,
  checked: (p, l) => `فُحصت ${counted(p, pages)} و${counted(l, links)}.`,
  nothingToCheck: (folder) => `ليس في ${folder} أرشيف مبني؛ شغّل «warraq build» أولًا.`,
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
