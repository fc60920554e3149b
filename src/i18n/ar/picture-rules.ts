import type { CliMessages } from '../cli-messages.ts';
import { arabicMegabytes, arabicNumber, counted, nouns } from './words.ts';

const { pictures } = nouns;

/** Why a file is not published as a picture, in Arabic. */
const problems = {
  empty: () => 'الملف فارغ',
  bytes: (detail: string) =>
    `حجم الملف ${arabicMegabytes(Number(detail))}، وهو أكبر مما ينشره ورّاق`,
  pixels: (detail: string) => `أبعادها ${detail} نقطة، وهي أكثر مما يفتحه المتصفح`,
  'no-picture': (detail: string) =>
    detail === 'html'
      ? 'الملف صفحة ويب لا صورة، ولعلها صفحة خطأ حُفظت باسم الصورة'
      : 'الملف ليس صورة',
  kind: (detail: string) => `المتصفحات لا تعرض صور ${detail}`,
  cut: () => 'الملف مبتور، وآخره ناقص',
  damaged: () => 'الملف تالف',
  drawing: () => 'ملف الرسم (SVG) ليس XML سليمًا',
  unreadable: (detail: string) => `تعذّرت قراءة الملف (${detail})`,
} as const;

const fixes = {
  empty: 'ضع الصورة نفسها مكان الملف الفارغ.',
  bytes: 'صغّر الصورة.',
  pixels: 'صغّر الصورة.',
  'no-picture': 'ضع الصورة نفسها مكان هذا الملف.',
  kind: 'حوّلها إلى JPEG أو PNG أو WebP.',
  cut: 'انسخ الملف من جديد من أصله.',
  damaged: 'افتحها في برنامج صور واحفظها من جديد.',
  drawing: 'احفظ الرسم من جديد بصيغة SVG أو PNG.',
  unreadable: 'اسمح بقراءة الملف.',
} as const;

/** Diagnostics of pictures, in Arabic. */
export const arabicPictureRules: Pick<
  CliMessages['rules'],
  | 'metadata-picture'
  | 'picture-missing'
  | 'picture-outside'
  | 'picture-unusable'
  | 'picture-ending'
  | 'picture-remote'
  | 'picture-alt'
  | 'picture-large'
  | 'picture-withheld'
  | 'picture-drawing'
  | 'pictures-too-many'
  | 'pictures-unused'
  | 'pictures-without-sharp'
  | 'imported-picture-unusable'
  | 'imported-picture-link'
  | 'imported-picture-missing'
> = {
  'metadata-picture': () => ({
    message: 'في image أو images ما ليس عنوان صورة.',
    fix: 'اكتب اسم ملف الصورة، أو src مع alt وcaption وcredit.',
  }),
  'picture-missing': ({ picture, nearest }) => ({
    message: `الصورة «${picture}» غير موجودة، فنُشر النص بلا صورة.`,
    fix:
      nearest === ''
        ? 'ضع الصورة بجوار النص، أو صحّح اسمها.'
        : `لعلك تقصد «${nearest}»: يُكتب الاسم كما هو على القرص، حروفًا كبيرة وصغيرة.`,
  }),
  'picture-outside': ({ picture }) => ({
    message: `الصورة «${picture}» خارج مجلد النصوص أو وراء رابط رمزي، فلم تُنشر.`,
    fix: 'انسخ الصورة إلى جانب النص.',
  }),
  'picture-unusable': ({ picture, problem, detail }) => ({
    message: `لم تُنشر الصورة «${picture}»: ${problems[problem](detail)}.`,
    fix: fixes[problem],
  }),
  'picture-ending': ({ picture, kind }) => ({
    message: `الصورة «${picture}» بصيغة ${kind}، فنُشرت بامتدادها الصحيح.`,
    fix: 'غيّر امتداد الملف إن شئت.',
  }),
  'picture-remote': ({ count }) => ({
    message: `في النص ${counted(count, pictures)} على موقع آخر، ولا تطلب الصفحات شيئًا من غير موقعها، فوُضع رابط مكان كل صورة.`,
    fix: 'نزّل الصورة إن كان لك حق نشرها، وضعها بجوار النص، واكتب اسمها مكان العنوان.',
  }),
  'picture-alt': ({ count }) => ({
    message: `صور بلا نص بديل: ${counted(count, pictures)}. فمن لا يرى الصورة لا يعرف ما فيها.`,
    fix: 'صِف الصورة بين القوسين المعقوفين: ![ما يُرى في الصورة](photo.jpg)، أو في alt من البيانات.',
  }),
  'picture-large': ({ picture, bytes, limit }) => ({
    message: `حجم الصورة «${picture}» ${arabicNumber(Math.round(bytes / 1024))} ك.ب، وما فوق ${arabicNumber(Math.round(limit / 1024))} ك.ب بطيء على الهاتف.`,
    fix: 'صغّرها، أو اكتب في الإعدادات pictures: {sizes: [480, 960, 1600]}.',
  }),
  'picture-withheld': ({ count }) => ({
    message: `في المقال أسماء محجوبة، فلم تُنشر معه ${counted(count, pictures)}: قد يظهر الاسم في الصورة.`,
    fix: 'إن لم يكن في الصور ما يُحجب فانشرها في مقال آخر.',
  }),
  'picture-drawing': ({ picture }) => ({
    message: `في الرسم «${picture}» برنامج أو عنصر أجنبي أو عنوان خارجي، فحُذف ذلك من نسخته المنشورة.`,
    fix: 'احفظ الرسم بلا برامج ولا روابط خارجية (Plain SVG).',
  }),
  'pictures-too-many': ({ pictures: count, limit }) => ({
    message: `في المقال ${counted(count, pictures)}، والحد ${arabicNumber(limit)}، فتُرك ما زاد.`,
    fix: 'قسّم المقال.',
  }),
  'pictures-unused': ({ count, names }) => ({
    message: `في مجلد النصوص صور لا يعرضها أي مقال (${counted(count, pictures)}): ${names}`,
    fix: 'اذكرها في نصها أو في image من بياناته، أو احذفها. وإن كانت صفحات ممسوحة ضوئيًا فلا يقرأ ورّاق ما كُتب فيها.',
  }),
  'pictures-without-sharp': ({ reason }) => ({
    message: `تطلب الإعدادات صورًا مصغّرة (pictures.sizes)، والحزمة sharp التي تصنعها غير مثبتة أو لا تعمل: ${reason}`,
    fix: 'ثبّتها: npm install sharp، أو احذف pictures من الإعدادات.',
  }),
  'imported-picture-unusable': ({ picture }) => ({
    message: `الملف «${picture}» في المصدر ليس صورة تُنشر أو هو أكبر من الحد، فلم يُستورد.`,
    fix: 'حوّله إلى JPEG أو PNG أو WebP وضعه بجوار النص.',
  }),
  'imported-picture-link': ({ count }) => ({
    message: `صور هذا المقال التي ليست في المصدر: ${counted(count, pictures)}. وُضع مكان كل صورة رابط إلى موقعها.`,
    fix: 'ضع ملفات الصور بجوار الملف (مجلد wp-content/uploads أو مجلد الصفحة المحفوظة)، ثم استورد من جديد.',
  }),
  'imported-picture-missing': ({ count }) => ({
    message: `صور هذا المقال التي ليست في المصدر ولا يُعرف موقعها: ${counted(count, pictures)}. بقي اسم كل صورة كما كُتب.`,
    fix: 'ضع ملفات الصور بجوار الملف ثم استورد من جديد.',
  }),
};
