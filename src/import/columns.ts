import { fold } from '../arabic/letters.ts';
import type { MetadataKey } from '../model/metadata.ts';
import { metadataKey } from '../sources/metadata-schema.ts';

/** What a table's column may hold. */
export type ColumnKey = MetadataKey | 'text';

/** Common column names, in addition to our keys. */
const names: Readonly<Record<ColumnKey, string>> = {
  text: 'content body article fulltext html النص|نص|المحتوى|نص الخبر|نص المقال|نص المادة|المتن|المقال|المادة|الخبر|محتوى',
  id: 'articleid newsid postid المعرف|معرف|رقم المقال|رقم الخبر|رقم المادة',
  title:
    'headline articletitle newstitle العنوان|عنوان|عنوان الخبر|عنوان المقال|العنوان الرئيسي|عنوان المادة',
  kicker: 'overline pretitle عنوان تمهيدي|العنوان التمهيدي|الشارة|عنوان علوي',
  standfirst:
    'summary excerpt abstract lead subtitle description deck الملخص|ملخص|المقدمة|مقدمة|العنوان الفرعي|عنوان فرعي|المستخلص|الخلاصة|الوصف|نبذة',
  byline: 'السطر التعريفي|سطر الكاتب',
  authors:
    'author writer writers reporter creator الكاتب|كاتب|المؤلف|المؤلفون|الكتاب|بقلم|كتب|المحرر|اسم الكاتب|الصحفي|المراسل',
  dateline: 'مكان الخبر|موقع الخبر',
  date: 'published publishdate pubdate publicationdate publishedat datepublished createdat postdate التاريخ|تاريخ|تاريخ النشر|تاريخ الخبر|تاريخ المقال|النشر|التاريخ الميلادي|تاريخ الإصدار',
  hijri: 'hijridate التاريخ الهجري|الهجري|تاريخ هجري',
  source:
    'newspaper publisher publication sourcename المصدر|مصدر|الصحيفة|صحيفة|الجريدة|جريدة|المجلة|الناشر|الوسيلة|اسم الصحيفة',
  section: 'category categories categoryname القسم|قسم|الباب|التصنيف|تصنيف|الفئة|الركن|التبويب',
  topics:
    'tags keywords subject subjects topic tag الموضوعات|المواضيع|الموضوع|الوسوم|وسوم|الكلمات المفتاحية|كلمات مفتاحية|الكلمات الدالة|الواصفات',
  people: 'persons person names الأشخاص|الأعلام|شخصيات|الشخصيات|أسماء الأشخاص',
  places: 'place location locations الأماكن|المكان|أماكن|المواقع|البلد|المدينة',
  url: 'link permalink address uri weburl الرابط|رابط|رابط الخبر|رابط المقال|الموقع|العنوان الإلكتروني',
  issue: 'issuenumber issueno العدد|رقم العدد|عدد',
  page: 'pagenumber pageno الصفحة|رقم الصفحة|صفحة',
  language: 'lang اللغة|لغة',
  rights: 'copyright license الحقوق|حقوق النشر|الترخيص',
  updated: 'modified lastmod datemodified تاريخ التحديث|آخر تحديث|تاريخ التعديل',
  corrections: 'correction تصويب|تصويبات|تصحيح',
  identifier: 'identifiers',
  doi: '',
  ark: '',
  headings: 'العناوين الفرعية',
  withdrawn: 'retracted مسحوب',
  redact: 'أسماء محجوبة|الأسماء المحجوبة',
  slug: 'postname الاسم اللطيف',
  images:
    'image picture pictures photo photos featuredimage imageurl صورة|الصورة|الصور|صور|رابط الصورة|صورة الخبر|صورة المقال',
  aliases: 'redirects العناوين القديمة|الروابط القديمة',
};

const normal = (name: string): string =>
  fold(name.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}]+/gu, '');

const known: ReadonlyMap<string, ColumnKey> = new Map(
  Object.entries(names).flatMap(([key, written]) => {
    const column: ColumnKey = key === 'text' ? 'text' : (metadataKey(key) ?? 'text');
    // English names are single words here; Arabic ones may be several words, separated by a bar.
    const english = written.split(' ').filter((word) => /^[a-z]+$/.test(word));
    const arabic = written.replace(/\b[a-z]+ ?/g, '').split('|');
    return [key, ...english, ...arabic]
      .filter((name) => name.trim() !== '')
      .map((name): [string, ColumnKey] => [normal(name), column]);
  }),
);

/**
 * Returns what a column holds by its Arabic or English name in any spelling («تاريخ النشر»,
 * `Publish_Date`); undefined where the name is unknown.
 */
export const columnKey = (name: string): ColumnKey | undefined => known.get(normal(name));
