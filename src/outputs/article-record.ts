import { address } from '../model/address.ts';
import type { Article } from '../model/article.ts';
import type { Correction } from '../model/correction.ts';
import type { FieldSetting } from '../model/field.ts';
import type { ShownPicture } from '../model/picture.ts';
import { type OwnRecord, ownRecord } from './own-record.ts';
import { articleParts, plainForm } from './plain-text.ts';

/** The columns of the exports, in order. */
export const recordColumns = [
  ...['id', 'permalink', 'title', 'kicker', 'standfirst', 'byline', 'authors', 'dateline', 'date'],
  ...['hijri', 'source', 'section', 'topics', 'people', 'places', 'url', 'issue', 'page'],
  ...['volume', 'series', 'part', 'license', 'description'],
  ...[
    'language',
    'rights',
    'updated',
    'corrections',
    'identifier',
    'doi',
    'ark',
    'images',
    'inferred',
    'text',
    'headings',
    'origins',
    'confidences',
    'path',
    'sha256',
  ],
] as const;

/** A correction in a record. */
export interface RecordCorrection {
  readonly date?: string;
  readonly text: string;
}

/** A picture in a record. */
export interface RecordPicture {
  /** URL, or output path where the site has none. */
  readonly src: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** A value of a record: a text, or a list of texts, of numbers, of corrections or of pictures. */
export type RecordValue =
  | string
  | readonly string[]
  | readonly number[]
  | readonly RecordCorrection[]
  | readonly RecordPicture[];

/** An article as one record of an export; its keys are those of metadata, and some of the article. */
export interface ArticleRecord
  extends Readonly<Partial<Record<(typeof recordColumns)[number], RecordValue>>> {
  /** What it has besides. */
  readonly own?: OwnRecord;
}

const recordCorrection = ({ date, text }: Correction): RecordCorrection =>
  date === undefined ? { text } : { date: date.edtf, text };

const recordPicture =
  (baseUrl: string | undefined) =>
  ({ outputPath, alt, caption, credit }: ShownPicture): RecordPicture => ({
    src: baseUrl === undefined ? outputPath : address(baseUrl, outputPath),
    ...(alt === undefined ? {} : { alt }),
    ...(caption === undefined ? {} : { caption }),
    ...(credit === undefined ? {} : { credit }),
  });

/** The origin of each heading, and the confidence in it, in the order of the headings. */
const headingEvidence = (
  sections: Article['sections'],
): Pick<ArticleRecord, 'origins' | 'confidences'> => ({
  origins: sections.map(({ origin }) => origin),
  confidences: sections.map(({ confidence }) => Math.round(confidence * 1000) / 1000),
});

/**
 * Returns an article as a record: its metadata, its text with headings and an empty line between
 * blocks, and its provenance. Read again with `headings`, the text gives the same sections.
 *
 * @param baseUrl URL of the site; without it `permalink` is the output path
 * @param ownFields the fields that the site declares
 */
export function articleRecord(
  article: Article,
  baseUrl: string | undefined,
  ownFields: readonly FieldSetting[] = [],
): ArticleRecord {
  const { id, outputPath, title, metadata, inferred, provenance, sections, pictures, language } =
    article;
  const {
    date,
    updated,
    corrections,
    headings: _,
    withdrawn: __,
    redact: ___,
    fields,
    others,
    images: ____,
    ...known
  } = metadata;
  const text = articleParts(article, plainForm).join('\n\n');
  const headings = sections.map(({ heading }) => heading);
  const inferredKeys = [
    ...inferred.flatMap(({ keys }) => keys),
    ...(language === undefined ? [] : ['language']),
  ];
  return {
    id,
    permalink: baseUrl === undefined ? outputPath : address(baseUrl, outputPath),
    ...known,
    // As it came, where the page shows another one because it shows nothing or paints over others.
    title: known.title ?? title,
    ...(date === undefined ? {} : { date: date.edtf }),
    ...(updated === undefined ? {} : { updated: updated.edtf }),
    ...(corrections === undefined ? {} : { corrections: corrections.map(recordCorrection) }),
    ...(pictures === undefined ? {} : { images: pictures.map(recordPicture(baseUrl)) }),
    ...(language === undefined ? {} : { language }),
    // Keys whose values were inferred from the text.
    ...(inferredKeys.length === 0 ? {} : { inferred: inferredKeys }),
    text,
    ...(headings.length === 0 ? {} : { headings, ...headingEvidence(sections) }),
    path: provenance.path,
    ...(provenance.sha256 === undefined ? {} : { sha256: provenance.sha256 }),
    ...(fields === undefined && others === undefined
      ? {}
      : { own: ownRecord(article, ownFields, recordColumns) }),
  };
}
