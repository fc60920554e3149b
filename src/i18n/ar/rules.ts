import type { CliMessages } from '../cli-messages.ts';
import { arabicAddressRules } from './address-rules.ts';
import { arabicDamageRules } from './damage.ts';
import { arabicDateRules } from './date-rules.ts';
import { arabicDialectRules } from './dialects.ts';
import { arabicEncodingRules } from './encodings.ts';
import { arabicFieldRules } from './fields.ts';
import { arabicFileRules } from './file-kinds.ts';
import { arabicGuardRules } from './guards.ts';
import { arabicHostRules } from './host-rules.ts';
import { arabicImportRules } from './import.ts';
import { arabicLimitRules } from './limit-rules.ts';
import { arabicLinkRules } from './link-rules.ts';
import { arabicMarkupRules } from './markup.ts';
import { arabicOfficeRules } from './office-rules.ts';
import { arabicOwnPageRules } from './own-pages.ts';
import { arabicPictureRules } from './picture-rules.ts';
import { arabicPrivacyRules } from './privacy.ts';
import { arabicHeldRules } from './publication.ts';
import { arabicRecordRules } from './records.ts';
import { arabicRecoveryRules } from './recovery-rules.ts';
import { arabicTableRules } from './tables.ts';
import { arabicTemplateRules } from './template-rules.ts';
import { arabicWebImportRules } from './web-import-rules.ts';
import {
  arabicFileTypes,
  arabicMegabytes,
  arabicNumber,
  arabicUnknownKeyFix,
  arabicWrongValue,
  arabicYamlReasons,
  counted,
  nouns,
} from './words.ts';

/** Diagnostics of all rules, in Arabic. */
export const arabicRules: CliMessages['rules'] = {
  ...arabicEncodingRules,
  ...arabicMarkupRules,
  ...arabicImportRules,
  ...arabicWebImportRules,
  ...arabicRecordRules,
  ...arabicDateRules,
  ...arabicLimitRules,
  ...arabicLinkRules,
  ...arabicPictureRules,
  ...arabicPrivacyRules,
  ...arabicDamageRules,
  ...arabicHeldRules,
  ...arabicFileRules,
  ...arabicFieldRules,
  ...arabicTableRules,
  ...arabicDialectRules,
  ...arabicGuardRules,
  ...arabicAddressRules,
  ...arabicHostRules,
  ...arabicOfficeRules,
  ...arabicOwnPageRules,
  ...arabicRecoveryRules,
  ...arabicTemplateRules,
  'seed-empty': () => ({
    message: 'ليس في هذا الملف نص.',
    fix: 'ضع فيه نص المقال أو احذفه.',
  }),
  'seed-too-large': ({ bytes, limit }) => ({
    message: `حجم الملف ${arabicMegabytes(bytes)}، والحد الأقصى ${arabicMegabytes(limit)}.`,
    fix: 'قسّمه: مقال واحد في كل ملف.',
  }),
  'seed-binary': ({ offset }) => ({
    message: `هذا الملف ليس نصًا: فيه محارف تحكم، أولها عند البايت ${arabicNumber(offset)}.`,
    fix: 'احفظ المقال نصًا بترميز UTF-8، أو أخرج الملف من مجلد النصوص.',
  }),
  'seed-undecodable': ({ offset }) => ({
    message: `النص ليس بترميز UTF-8 أو UTF-16 صالح، ولا يناسبه ترميز أقدم: البايت ${arabicNumber(offset)} ليس جزءًا من حرف.`,
    fix: 'احفظه بترميز UTF-8، أو سمِّ ترميزه في warraq.yaml: encodings: {folder/: windows-1256}',
  }),
  'seed-not-a-file': ({ kind }) => ({
    message: `هذا ${arabicFileTypes[kind] ?? kind} لا ملف، فتُرك.`,
    fix: 'ضع الملف نفسه في مجلد النصوص.',
  }),
  'seed-unreadable': ({ reason }) => ({
    message: reason.startsWith('ENOENT') ? 'الملف غير موجود.' : `تعذّرت قراءة الملف: ${reason}.`,
    fix: reason.startsWith('ENOENT') ? 'تأكد من اسمه.' : 'تأكد من أن لك إذنًا بقراءته (chmod +r).',
  }),
  'seed-name-invalid': () => ({
    message: 'اسم الملف ليس بترميز UTF-8، فلا يمكن فتحه ولا وضع رابط إليه.',
    fix: 'أعد تسمية الملف.',
  }),
  'seed-hidden': () => ({
    message: 'اسم الملف يبدأ بنقطة أو ينتهي بالعلامة ~ (ملف خفي أو نسخة احتياطية)، فلم يُقرأ.',
    fix: 'أعد تسميته إن كان مقالًا، وإلا فاحذفه.',
  }),
  'sidecar-orphan': () => ({
    message: 'لا يوجد نص باسم ملف البيانات هذا.',
    fix: 'سمِّه باسم نصه: name.yaml بجوار name.txt.',
  }),
  'front-matter-unclosed': ({ limit }) => ({
    message: `لم تُختم البيانات بسطر «---» خلال ${arabicNumber(limit / 1024)} كيلوبايت، فعُدَّت من النص.`,
    fix: 'اختمها بسطر من ثلاث شرطات.',
  }),
  'front-matter-engine': ({ engine }) => ({
    message: `البيانات المكتوبة بلغة «${engine}» لا تُنفَّذ ولا تُقرأ، فعُدَّ الملف كله نصًا.`,
    fix: 'افتتح الملف بسطر من ثلاث شرطات وحدها، واكتب البيانات بصيغة YAML.',
  }),
  'yaml-syntax': ({ reason }) => ({
    message: `هذا السطر ليس YAML صحيحًا: ${arabicYamlReasons[reason] ?? reason}.`,
    fix: 'اكتب «المفتاح: القيمة»، وضع القيمة ذات المحارف الخاصة بين علامتي اقتباس.',
  }),
  'yaml-alias': () => ({
    message: 'إحالات YAML ودمجها (*name و<<) مرفوضة.',
    fix: 'اكتب القيمة كاملة، وضع النص الذي يبدأ بنجمة بين علامتي اقتباس.',
  }),
  'yaml-depth': ({ limit }) => ({
    message: `تتداخل البيانات في أكثر من ${counted(limit, nouns.levelsIn)}.`,
    fix: 'البيانات نصوص وقوائم نصوص لا غير.',
  }),
  'yaml-not-a-map': () => ({
    message: 'ليست البيانات مفاتيح وقيمًا.',
    fix: 'اكتب في كل سطر «المفتاح: القيمة».',
  }),
  'yaml-duplicate-key': ({ key }) => ({
    message: `ورد «${key}» مرتين، فأُخذ بالأولى.`,
    fix: 'احذف إحداهما.',
  }),
  'yaml-hashtag': ({ key }) => ({
    message: `يعدّ YAML ما بعد # في «${key}» تعليقًا، وقد أُبقي في القيمة.`,
    fix: 'ضع القيمة بين علامتي اقتباس.',
  }),
  'metadata-type': ({ key, expected }) => ({
    message:
      expected === 'text' ? `يجب أن يكون «${key}» نصًا واحدًا.` : `يجب أن يكون «${key}» قائمة نصوص.`,
    fix: expected === 'text' ? `اكتب «${key}: نص».` : `اكتب «${key}: [أول, ثانٍ]».`,
  }),
  'metadata-empty': ({ key }) => ({
    message: `«${key}» بلا قيمة.`,
    fix: 'أعطه قيمة أو احذف السطر.',
  }),
  'metadata-id': ({ value }) => ({
    message: `لا يصلح «${value}» معرّفًا، فأُخذ اسم الملف.`,
    fix: 'استعمل من ١ إلى ٨٠ محرفًا من A–Z وa–z و0–9 و. _ -',
  }),
  'metadata-dates-disagree': ({ hijri, date, reckoned }) => ({
    message: `لا يتفق التاريخ الهجري المطبوع «${hijri}» مع ${date}، وهو يوافق ${reckoned} هـ.`,
    fix: 'صحّح الخطأ منهما؛ وإلى أن تفعل يُعرض كلاهما كما ورد.',
  }),
  'masthead-date': ({ line, date }) => ({
    message: `في السطر «${line}» تاريخ غير موجود: «${date}»، فتُرك.`,
    fix: 'اكتب التاريخ الصحيح في البيانات هكذا: date: 2012-07-23',
  }),
  'masthead-dates-disagree': ({ line }) => ({
    message: `تواريخ السطر «${line}» لا تتفق على يوم واحد، فتاريخ المقال موضع شك.`,
    fix: 'اكتب التاريخ الصحيح في البيانات هكذا: date: 2012-07-23',
  }),
  'metadata-url': ({ value }) => ({
    message: `ليس «${value}» عنوانًا على الشبكة.`,
    fix: 'اكتب العنوان كاملًا مبدوءًا بـ https://',
  }),
  'metadata-language': ({ value }) => ({
    message: `ليس «${value}» رمز لغة (BCP 47).`,
    fix: 'اكتب ar أو ar-EG أو en وما أشبهها.',
  }),
  'metadata-controls': ({ key }) => ({
    message: `أزيلت محارف تحكم خفية من «${key}».`,
    fix: 'اكتب القيمة من جديد بدل لصقها.',
  }),
  'markup-dropped': ({ what }) => ({
    message: `لا يُسمح بـ«${what}» في الصفحة، وأُبقي على كلماته.`,
    fix: 'استعمل روابط http أو https أو mailto، وضع ملف الصورة إلى جانب النص واكتب اسمه.',
  }),
  'article-damaged': () => ({
    message: 'النسخة المحفوظة من هذا المقال في مجلد .cache تالفة، فأُعيدت قراءة ملفه.',
    fix: 'لا يلزم أي إجراء. وإن تكرر ذلك فافحص القرص.',
  }),
  'id-collision': ({ id, other }) => ({
    message: `المعرّف «${id}» مستعمل في ${other}، فلم يُنشر هذا المقال.`,
    fix: 'أعد تسمية أحد الملفين، أو أعط أحدهما معرّفًا (id: …)؛ وإن تكررت الأسماء في مجلدات كثيرة فاكتب ids: path في warraq.yaml.',
  }),
  'url-collision': ({ url, other }) => ({
    message: `العنوان ${url} مستعمل في ${other}، فلم يُنشر هذا المقال.`,
    fix: 'أعط أحدهما معرّفًا آخر؛ فبعض الأقراص لا تفرّق بين الحرف الكبير والصغير.',
  }),
  'url-reserved': ({ url, kind }) => ({
    message: `العنوان ${url} محجوز لصفحة من صفحات الأرشيف (${kind})، فلم يُنشر هذا المقال.`,
    fix: 'أعط المقال معرّفًا آخر، أو أضف مجلدًا في «permalink».',
  }),
  'config-unknown-key': ({ key, nearest: near }) => ({
    message: `ليس «${key}» من الإعدادات.`,
    fix: arabicUnknownKeyFix(near),
  }),
  'config-value': ({ key, value, expected }) => ({
    message: arabicWrongValue(key, value),
    fix: `المتوقع: ${expected === 'text' ? 'نص' : expected}`,
  }),
  'authority-file-old-name': ({ name }) => ({
    message: `صار اسم ملف الأسماء ${name}، وما زال الاسم القديم مقروءًا.`,
    fix: `غيّر اسم الملف إلى ${name}.`,
  }),
  'authority-file-twice': ({ other }) => ({
    message: `للأسماء ملفان: هذا الملف و${other}.`,
    fix: `انقل ما في ${other} إلى هذا الملف، ثم احذف ${other}.`,
  }),
  'authority-name-twice': ({ name, first, second }) => ({
    message: `الاسم «${name}» يدل على «${first}» وعلى «${second}» معًا.`,
    fix: 'احذفه من أحد المدخلين، أو اكتبه فيهما بزيادة تميّزه.',
  }),
  'link-broken': ({ link }) => ({
    message: `الرابط ${link} لا يؤدي إلى ملف في الأرشيف.`,
    fix: 'صحّح الرابط في النص أو القالب ثم أعد البناء.',
  }),
  'original-lost': ({ pack, member }) => ({
    message: `ليس في ${pack} ملف باسم ${member} له بصمة SHA-256 المذكورة في الصفحة.`,
    fix: 'أعد البناء مع الخيار --force.',
  }),
  'fragment-missing': ({ link }) => ({
    message: `الرابط ${link} يؤدي إلى موضع غير موجود في صفحته.`,
    fix: 'صحّح ما بعد # ثم أعد البناء.',
  }),
  'id-duplicate': ({ id }) => ({
    message: `المعرّف «${id}» مكرر في الصفحة.`,
    fix: 'أعط كل عنصر في القالب معرّفًا خاصًا به.',
  }),
  'request-foreign': ({ address }) => ({
    message: `تطلب الصفحة ملفًا من موقع آخر: ${address}.`,
    fix: 'ضع الملف في الموقع نفسه.',
  }),
  'script-inline': ({ what }) => ({
    message: `في الصفحة شيفرة أو تنسيق مضمَّن: ${what}.`,
    fix: 'انقله إلى ملف تنسيق في ‎templates/styles/‎.',
  }),
  'file-missing': () => ({
    message: 'الملف مذكور في البيان (manifest) لكنه غير موجود.',
    fix: 'أعد البناء.',
  }),
  'file-changed': () => ({
    message: 'تغيّر الملف بعد نشره: بصمته تخالف ما في البيان (manifest).',
    fix: 'أعد البناء، ولا تعدّل ملفات dist بيدك.',
  }),
  'html-invalid': ({ reason }) => ({
    message: `الصفحة ليست HTML سليمًا: ${reason}`,
    fix: 'صحّح القالب الذي أنشأها ثم أعد البناء؛ وإن لم تكن غيّرت القوالب فأبلغ عن الخطأ.',
  }),
  'feed-invalid': ({ reason }) => ({
    message: `الخلاصة أو خريطة الموقع غير سليمة: ${reason}`,
    fix: 'أعد البناء؛ فإن بقي الخطأ فأبلغ عنه.',
  }),
  'file-unlisted': () => ({
    message: 'الملف غير مذكور في البيان (manifest): لم ينشره ورّاق.',
    fix: 'دعه إن كنت وضعته، وإلا فاحذفه.',
  }),
};
