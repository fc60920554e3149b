import type { MetadataKey } from '../../model/metadata.ts';
import { ownText } from '../../model/own-text.ts';
import { nameList, plainName } from '../key-names.ts';
import { metadataKey } from '../metadata-schema.ts';

/** What a table's column may hold. */
export type ColumnKey = MetadataKey | 'text';

/** Names that only a column has: in front matter they mean something else, or nothing. */
const columnNames: Readonly<Partial<Record<ColumnKey, readonly [others: string, arabic: string]>>> =
  {
    text: [
      `text content body article fulltext html postcontent contenthtml htmlcontent contenttext textcontent bodytext
      textbody bodyhtml htmlbody articletext articlebody articlecontent newstext newsbody newscontent storytext
      maintext rawtext plaintext cleantext fullcontent fullarticle itemtypemetadatatext extractedtext`,
      'النص|نص|المحتوى|نص الخبر|نص المقال|نص المادة|المتن|المقال|المادة|الخبر|محتوى|النص الكامل|نص المقالة|محتوى الخبر|محتوى المقال|تفاصيل الخبر|التفاصيل',
    ],
    date: ['published publishdate', ''],
    section: ['categories', ''],
    people: ['names', ''],
    url: ['permalink address', 'الموقع'],
  };

const known: ReadonlyMap<string, ColumnKey> = new Map(
  (Object.keys(columnNames) as ColumnKey[]).flatMap((key) =>
    nameList((columnNames[key]?.[0] ?? '').replace(/\s+/g, ' '), columnNames[key]?.[1]).map(
      (name) => [name, key] as const,
    ),
  ),
);

/** Answers of `columnKey`: the records of a seed repeat the same few names. */
const answers = new Map<string, ColumnKey | undefined>();

/** Most answers that are kept. */
const maxAnswers = 500;

/**
 * Returns what a column holds by its Arabic or English name in any spelling («تاريخ النشر»,
 * `Publish_Date`); undefined where the name is unknown.
 */
export function columnKey(name: string): ColumnKey | undefined {
  if (answers.has(name)) return answers.get(name);
  if (answers.size >= maxAnswers) answers.clear();
  const key = metadataKey(name) ?? known.get(plainName(name));
  answers.set(ownText(name), key);
  return key;
}
