import { formatDate } from '../../calendar/dates.ts';
import { sortKeyOf } from '../../catalogue/sort-key.ts';
import { messagesFor } from '../../i18n/languages.ts';
import type { Article } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { ArticlePassage } from '../../outputs/article-passages.ts';
import { regionOf } from '../../pages/calendar.ts';
import { facetName } from '../../search/codec/facet.ts';
import type { StoredFields } from '../../search/codec/stored-fields.ts';
import type { SearchDocument } from '../../search/index/occurrences.ts';

type IndexedBlock = SearchDocument['blocks'][number];

/** Returns the text as a block of a field; nothing if there is no text. */
const optionalBlock = (
  field: IndexedBlock['field'],
  text: string | undefined,
): readonly IndexedBlock[] => (text === undefined ? [] : [{ field, text }]);

/** Returns the values of the site's own fields that are searched. */
function fieldBlocks(
  { fields: values }: Article['metadata'],
  fields: Config['fields'],
): readonly IndexedBlock[] {
  if (values === undefined) return [];
  return fields
    .filter(({ search }) => search)
    .flatMap(({ name }) => values[name] ?? [])
    .map((text) => ({ field: 'body', text }));
}

/**
 * Returns the words and facets of an article that a search can match.
 *
 * @param passages those of its text
 */
export function searchDocument(
  { title, metadata, terms }: Article,
  passages: readonly ArticlePassage[],
  { fields }: Pick<Config, 'fields'>,
): SearchDocument {
  return {
    blocks: [
      { field: 'title', text: title },
      ...optionalBlock('heading', metadata.kicker),
      ...optionalBlock('heading', metadata.standfirst),
      ...optionalBlock('body', metadata.byline),
      ...fieldBlocks(metadata, fields),
      ...passages.map(
        ({ kind, text }): IndexedBlock => ({
          field: kind === 'heading' ? 'heading' : 'body',
          text,
        }),
      ),
    ],
    facets: terms.map(({ kind, slug }) => facetName(kind, slug)),
  };
}

/** Returns the fields of an article that a search result shows. */
export function storedFields(
  { id, outputPath, title, metadata }: Article,
  config: Config,
): StoredFields {
  const { date, source = '' } = metadata;
  const printedDate =
    date === undefined ? '' : formatDate(date, regionOf(config), messagesFor(config.language));
  // Sort keys fall as dates rise; the number of a day rises with the date.
  return { id, outputPath, title, date: printedDate, day: -sortKeyOf(date), source };
}
