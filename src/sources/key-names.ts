import { fold } from '../arabic/letters.ts';
import type { MetadataKey } from '../model/metadata.ts';
import { publicationKey } from './publication-keys.ts';

/**
 * Names of the metadata keys in other programs, separated by blanks, and in Arabic, separated by bars. Front matter,
 * records and the columns of imported tables share them; a key's own name needs no entry.
 */
const names: Readonly<Partial<Record<MetadataKey, readonly [others: string, arabic: string]>>> = {
  id: ['articleid newsid postid objectid', 'المعرف|معرف|رقم المقال|رقم الخبر|رقم المادة'],
  title: [
    'headline articletitle newstitle posttitle',
    'العنوان|عنوان|عنوان الخبر|عنوان المقال|العنوان الرئيسي|عنوان المادة',
  ],
  kicker: [
    'overline pretitle eyebrow supertitle',
    'عنوان تمهيدي|العنوان التمهيدي|الشارة|عنوان علوي',
  ],
  standfirst: [
    'summary excerpt abstract lead subtitle deck dek teaser synopsis postexcerpt subheading',
    'الملخص|ملخص|المقدمة|مقدمة|العنوان الفرعي|عنوان فرعي|المستخلص|الخلاصة|نبذة',
  ],
  description: ['metadescription seodescription', 'الوصف|وصف'],
  byline: ['', 'السطر التعريفي|سطر الكاتب'],
  authors: [
    'author writer writers reporter creator authorname postauthor by',
    'الكاتب|كاتب|المؤلف|المؤلفون|الكتاب|بقلم|كتب|المحرر|اسم الكاتب|الصحفي|المراسل',
  ],
  dateline: ['', 'مكان الخبر|موقع الخبر'],
  date: [
    'pubdate publicationdate datepublished publishedat publishedon createdat created datecreated postdate pubdatetime issued dateissued dategregorian gregoriandate',
    'التاريخ|تاريخ|تاريخ النشر|تاريخ الخبر|تاريخ المقال|النشر|التاريخ الميلادي|تاريخ الإصدار',
  ],
  hijri: ['hijridate datehijri', 'التاريخ الهجري|الهجري|تاريخ هجري'],
  source: [
    'newspaper publisher publication sourcename journal magazine',
    'المصدر|مصدر|الصحيفة|صحيفة|الجريدة|جريدة|المجلة|الناشر|الوسيلة|اسم الصحيفة',
  ],
  section: [
    'category categoryname sectionname',
    'القسم|قسم|الباب|التصنيف|تصنيف|الفئة|الركن|التبويب',
  ],
  topics: [
    'tags keywords subject subjects topic tag',
    'الموضوعات|المواضيع|الموضوع|الوسوم|وسوم|الكلمات المفتاحية|كلمات مفتاحية|الكلمات الدالة|الواصفات',
  ],
  people: ['persons person', 'الأشخاص|الأعلام|شخصيات|الشخصيات|أسماء الأشخاص'],
  places: ['place location locations', 'الأماكن|المكان|أماكن|المواقع|البلد|المدينة'],
  url: [
    'link uri weburl canonical canonicalurl originalurl sourceurl',
    'الرابط|رابط|رابط الخبر|رابط المقال|العنوان الإلكتروني',
  ],
  volume: ['vol volumenumber volumeno', 'المجلد|رقم المجلد'],
  issue: ['issuenumber issueno', 'العدد|رقم العدد|عدد'],
  page: ['pages pagenumber pageno', 'الصفحة|رقم الصفحة|صفحة'],
  series: ['seriestitle seriesname', 'السلسلة|سلسلة'],
  part: ['partnumber seriespart seriesorder', 'الجزء|رقم الجزء|الحلقة|رقم الحلقة'],
  language: ['lang inlanguage', 'اللغة|لغة'],
  rights: ['copyright accessrights', 'الحقوق|حقوق النشر'],
  license: ['licence licenseurl rightsstatement', 'الترخيص|الرخصة|رخصة النشر'],
  updated: [
    'modified lastmod datemodified lastmodifiedat lastmodified updateddate updatedat lastupdated modifiedat dateupdated moddatetime postmodified',
    'تاريخ التحديث|آخر تحديث|تاريخ التعديل',
  ],
  corrections: ['correction', 'تصويب|تصويبات|تصحيح'],
  identifier: ['identifiers issn isbn', ''],
  doi: ['', ''],
  ark: ['', ''],
  headings: ['', 'العناوين الفرعية'],
  withdrawn: ['retracted', 'مسحوب'],
  redact: ['redacted redactions redactednames', 'أسماء محجوبة|الأسماء المحجوبة'],
  slug: ['postname urlslug', 'الاسم اللطيف'],
  images: [
    'image picture pictures photo photos cover coverimage thumbnail featuredimage featureimage heroimage imageurl',
    'صورة|الصورة|الصور|صور|رابط الصورة|صورة الخبر|صورة المقال|الصورة الرئيسية',
  ],
  aliases: ['redirects redirectfrom oldurl oldurls saveas', 'العناوين القديمة|الروابط القديمة'],
};

/** Elements of Dublin Core and of schema.org that are no names of a key without their prefix. */
const elementNames: Readonly<Partial<Record<MetadataKey, string>>> = {
  authors: 'contributorauthor authorname',
  standfirst: 'descriptionabstract',
  places: 'coverage spatial coveragespatial',
  series: 'ispartof relationispartof',
  url: 'identifieruri',
  rights: 'rightsuri',
  date: 'available dateavailable',
};

/** Returns a name as it is compared: letter case, signs, blanks and spellings of Arabic letters do not matter. */
export const plainName = (name: string): string =>
  fold(name.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}]+/gu, '');

/** Returns the names of a text: single words, or phrases between bars. */
export function nameList(others: string, arabic = ''): readonly string[] {
  return [...others.split(' '), ...arabic.split('|')].map(plainName).filter((name) => name !== '');
}

/** A key of `names`, which the type of `Object.entries` does not keep. */
const keysOf = (of: object): readonly MetadataKey[] => Object.keys(of) as MetadataKey[];

const byName: ReadonlyMap<string, MetadataKey> = new Map(
  keysOf(names).flatMap((key) =>
    [plainName(key), ...nameList(names[key]?.[0] ?? '', names[key]?.[1])]
      // What decides about publication is no date, title or address.
      .filter((name) => publicationKey(name) === undefined)
      .map((name) => [name, key] as const),
  ),
);

const byElement: ReadonlyMap<string, MetadataKey> = new Map(
  keysOf(elementNames).flatMap((key) =>
    nameList(elementNames[key] ?? '').map((name) => [name, key] as const),
  ),
);

/** The prefix of an element: `dc:title`, `dcterms.created`, «Dublin Core:Title». */
const prefix = /^\s*(?:dc|dct|dcterms|dublin core|schema|prism)\s*[:._]\s*/i;

/** The language of an element: `dc.title[ar]`, `title@ar`. */
const languageMark = /\s*(?:\[[a-z-]{2,8}\]|@[a-z-]{2,8})\s*$/i;

/**
 * Returns the metadata key that a name in Arabic or of another program stands for («تاريخ النشر», `Publish_Date`,
 * `dc:creator`); undefined where it is unknown.
 */
export function namedKey(written: string): MetadataKey | undefined {
  const own = byName.get(plainName(written));
  if (own !== undefined) return own;
  const element = written.replace(languageMark, '');
  const bare = element.replace(prefix, '');
  if (bare === written) return undefined;
  const name = plainName(bare);
  return byName.get(name) ?? (bare === element ? undefined : byElement.get(name));
}
