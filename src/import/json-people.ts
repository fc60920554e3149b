import { htmlLine } from './html-body.ts';
import { firstField, type JsonLookup } from './json-fields.ts';
import {
  isJsonObject,
  type JsonObject,
  jsonAt,
  jsonField,
  jsonList,
  jsonNames,
  jsonText,
} from './json-values.ts';

const isNumber = (text: string): boolean => /^\d+$/.test(text);

/** Returns names without those that only a table could resolve. */
function resolved(
  written: readonly string[],
  kind: 'author' | 'term',
  lookup: JsonLookup,
): readonly string[] {
  const found = written.map((one) => {
    const text = htmlLine(one);
    return (
      lookup(kind, text) ??
      (isNumber(text) || /^[\da-f-]{24,36}$/i.test(text) || /^https?:|@/.test(text) ? '' : text)
    );
  });
  return [...new Set(found.filter((name) => name !== ''))];
}

/** Returns the references of JSON:API (Drupal) as the numbers of what they refer to. */
function related(item: JsonObject, pattern: RegExp): readonly string[] {
  const relationships = jsonField(item, 'relationships');
  if (!isJsonObject(relationships)) return [];
  return Object.entries(relationships)
    .filter(([name]) => pattern.test(name))
    .flatMap(([, value]) => (isJsonObject(value) ? jsonList(jsonField(value, 'data')) : []))
    .flatMap((one) => (isJsonObject(one) ? [jsonText(jsonField(one, 'id'))] : []));
}

/** Returns the authors of an article. */
export function authorsOf(item: JsonObject, lookup: JsonLookup): readonly string[] {
  const embedded = jsonList(jsonAt(item, '_embedded.author')).map((one) =>
    isJsonObject(one) ? jsonText(jsonField(one, 'name')) : '',
  );
  const own = jsonNames(firstField(item, 'authors'));
  const lists = [embedded, related(item, /author|^uid$|byline|writer/), own];
  return (
    lists.map((list) => resolved(list, 'author', lookup)).find((list) => list.length > 0) ?? []
  );
}

/** Returns the section and the subjects of an article. */
export function termsOf(
  item: JsonObject,
  lookup: JsonLookup,
): { readonly section: string; readonly topics: readonly string[] } {
  const embedded = jsonList(jsonAt(item, '_embedded.wp:term'))
    .flatMap(jsonList)
    .filter(isJsonObject);
  const named = (pattern: RegExp) =>
    embedded
      .filter((term) => pattern.test(jsonText(jsonField(term, 'taxonomy'))))
      .map((term) => jsonText(jsonField(term, 'name')));
  const sections = [
    ...resolved([...named(/categor/), ...related(item, /categor|section|channel/)], 'term', lookup),
    ...resolved(jsonNames(firstField(item, 'section')), 'term', lookup),
  ].filter((name) => !/^(?:uncategori[sz]ed|غير مصنف|بدون تصنيف)$/i.test(name));
  const topics = [
    ...resolved(
      [...named(/^(?!.*categor).*$/), ...related(item, /tag|topic|keyword|subject/)],
      'term',
      lookup,
    ),
    ...resolved(jsonNames(firstField(item, 'topics')), 'term', lookup),
  ];
  const [section = '', ...others] = [...new Set(sections)];
  return {
    section,
    topics: [...new Set([...others, ...topics])].filter((name) => name !== section),
  };
}
