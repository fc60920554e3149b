import { hasContent } from './json-article.ts';
import type { JsonLookup } from './json-fields.ts';
import {
  isJsonObject,
  type JsonObject,
  jsonAt,
  jsonField,
  jsonList,
  jsonText,
  unwrapped,
} from './json-values.ts';

/** The articles of a dump, and what they refer to. */
export interface JsonDump {
  readonly items: readonly JsonObject[];
  readonly lookup: JsonLookup;
}

/** Deepest level at which a list of articles is sought, and most objects that are looked at. */
const [maxLevel, maxObjects] = [6, 20_000];

/** Names of lists that hold no articles, whatever their items look like. */
const otherLists =
  /^(?:pages|media|attachments|comments|users|authors|tags|categories|settings|menus|menu_items|included|terms|redirects|taxonomies|files|images)$/i;

/** Returns the lists of articles in a dump; where it is itself an article, that one. */
function articlesIn(root: unknown): readonly JsonObject[] {
  const found: JsonObject[] = [];
  let objects = 0;
  const queue: (readonly [value: unknown, level: number])[] = [[root, 0]];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const [value, level] = next;
    objects += 1;
    if (objects > maxObjects || level > maxLevel) continue;
    const values = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
    const items = values.filter(isJsonObject);
    const looked = items.slice(0, 50);
    const articles = looked.filter((item) => hasContent(item) && hasTitle(item));
    const isList = Array.isArray(value) || items.length === values.length;
    if (isList && articles.length > 0 && articles.length >= looked.length / 2) {
      for (const item of items) found.push(item);
      continue;
    }
    if (isJsonObject(value)) {
      if (level === 0 && hasContent(value) && hasTitle(value)) return [value];
      for (const [name, inner] of Object.entries(value)) {
        if (typeof inner === 'object' && inner !== null && !otherLists.test(name))
          queue.push([inner, level + 1]);
      }
    } else for (const item of items.slice(0, 200)) queue.push([item, level + 1]);
  }
  return found;
}

const hasTitle = (item: JsonObject): boolean => {
  const fields = unwrapped(item);
  return [
    'title',
    'headline',
    'post_title',
    'name',
    'date',
    'slug',
    'published_at',
    'publishedAt',
    'العنوان',
  ].some((name) => jsonText(jsonField(fields, name)) !== '');
};

/** Returns a function for the names of authors and terms in the tables of a dump. */
function lookupIn(root: unknown): JsonLookup {
  const tables = new Map<string, string>();
  const add = (kind: 'author' | 'term', rows: unknown): void => {
    for (const row of jsonList(rows)) {
      if (!isJsonObject(row)) continue;
      const fields = unwrapped(row);
      const id = jsonText(jsonField(fields, 'id'));
      const name = ['display_name', 'name', 'title', 'label', 'slug']
        .map((one) => jsonText(jsonField(fields, one)))
        .find((one) => one !== '');
      if (id !== '' && name !== undefined) tables.set(`${kind} ${id}`, name);
    }
  };
  for (const path of ['db.0.data', 'data', '']) {
    const data = path === '' ? root : jsonAt(root, path);
    if (!isJsonObject(data)) continue;
    for (const name of ['users', 'authors']) add('author', jsonField(data, name));
    for (const name of ['tags', 'categories', 'terms']) add('term', jsonField(data, name));
  }
  for (const row of jsonList(jsonAt(root, 'included'))) {
    if (!isJsonObject(row)) continue;
    const type = jsonText(jsonField(row, 'type'));
    add(/user|author|people|person/.test(type) ? 'author' : 'term', row);
  }
  return (kind, id) => tables.get(`${kind} ${id}`);
}

/** Adds to the posts of a Ghost export the authors and tags that other tables give them. */
function withGhostRelations(data: JsonObject): readonly JsonObject[] {
  const related = (table: string, key: string): ReadonlyMap<string, readonly string[]> => {
    const byPost = new Map<string, string[]>();
    const rows = jsonList(jsonField(data, table)).filter(isJsonObject);
    const order = (row: JsonObject): number => Number(jsonField(row, 'sort_order') ?? 0);
    for (const row of rows.toSorted((a, b) => order(a) - order(b))) {
      const post = jsonText(jsonField(row, 'post_id'));
      byPost.set(post, [...(byPost.get(post) ?? []), jsonText(jsonField(row, key))]);
    }
    return byPost;
  };
  const authors = related('posts_authors', 'author_id');
  const tags = related('posts_tags', 'tag_id');
  return jsonList(jsonField(data, 'posts'))
    .filter(isJsonObject)
    .map((post) => {
      const id = jsonText(jsonField(post, 'id'));
      const own =
        authors.get(id) ?? [jsonText(jsonField(post, 'author_id'))].filter((one) => one !== '');
      return {
        ...(own.length === 0 ? {} : { authors: own }),
        ...(tags.has(id) ? { tags: tags.get(id) } : {}),
        ...post,
      };
    });
}

/** Finds the articles in a dump of a content system that is one object; no items where it holds none. */
export function jsonDump(root: unknown): JsonDump {
  const lookup = lookupIn(root);
  const ghost = ['db.0.data', 'data']
    .map((path) => jsonAt(root, path))
    .find((data) => isJsonObject(data) && Array.isArray(jsonField(data, 'posts')));
  if (isJsonObject(ghost)) return { items: withGhostRelations(ghost), lookup };
  return { items: articlesIn(root), lookup };
}
