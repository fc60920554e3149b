import { meaningOf } from '../sources/publication-words.ts';
import { type JsonObject, jsonField, jsonText } from './json-values.ts';

/** The state of an article in its system: public, held back by a word, protected, or none of its articles. */
export type JsonState =
  | 'public'
  | { readonly status: string }
  | 'protected'
  | 'page'
  | 'attachment'
  | 'other';

/** Columns that say that an article is public, and that it is not. */
const openNames =
  'published is_published isPublished publish active is_active isActive visible is_visible enabled is_public public approved'.split(
    ' ',
  );
const heldNames =
  'draft is_draft isDraft _draft hidden is_hidden isHidden deleted is_deleted isDeleted trashed private is_private isPrivate'.split(
    ' ',
  );

/** Columns of the day on which an article was deleted. */
const deletedNames = ['deleted_at', 'deletedAt', 'date_deleted'];

/** Tells what a flag says: databases write `0`, `"0"` or `false`. */
function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (/^(?:1|true|yes|y|on|t|نعم)$/i.test(text)) return true;
  return /^(?:0|false|no|n|off|f|لا|-\d+)$/i.test(text) ? false : undefined;
}

/** Tells whether a value is a flag and no date. */
export const isFlag = (value: unknown): boolean => flagOf(value) !== undefined;

/** Returns the word by which flags hold an article back; undefined where none does. */
function heldByFlags(item: JsonObject): string | undefined {
  if (openNames.some((name) => flagOf(jsonField(item, name)) === false)) return 'unpublished';
  if (heldNames.some((name) => flagOf(jsonField(item, name)) === true)) return 'draft';
  const isDeleted = deletedNames.some((name) => {
    const day = jsonText(jsonField(item, name)).trim();
    return day !== '' && !/^(?:0000|0$|null$)/i.test(day);
  });
  return isDeleted ? 'trash' : undefined;
}

/** Returns the state of an item; one that is not known to be public is held back. */
export function jsonState(item: JsonObject): JsonState {
  const type = jsonText(jsonField(item, 'post_type') ?? jsonField(item, 'type')).toLowerCase();
  if (type === 'page' || type === 'attachment') return type;
  if (
    /^(?:revision|nav_menu_item|wp_block|wp_template|custom_css|oembed_cache|media|user|file)$/.test(
      type,
    )
  )
    return 'other';
  const content = jsonField(item, 'content');
  const isProtected =
    typeof content === 'object' &&
    content !== null &&
    'protected' in content &&
    content.protected === true;
  if (isProtected || jsonText(jsonField(item, 'post_password')) !== '') return 'protected';
  // Ghost says who reads an article: members, or those who pay.
  const readers = jsonText(jsonField(item, 'visibility')).trim().toLowerCase();
  if (/^(?:paid|members?|tiers|subscribers?)\b/.test(readers)) return { status: 'private' };
  for (const name of ['status', 'post_status', 'state', 'moderation_state', 'visibility']) {
    const value = jsonField(item, name);
    if (flagOf(value) === false) return { status: 'unpublished' };
    if (typeof value !== 'string' || value.trim() === '') continue;
    const meaning = meaningOf(value);
    // A state may be that of something else.
    if (meaning === 'held' || meaning === 'no' || (meaning === 'unknown' && /status/.test(name)))
      return { status: value };
  }
  const held = heldByFlags(item);
  if (held !== undefined) return { status: held };
  // Strapi and others leave the day empty until an article is published.
  const isOpen = ['publishedAt', 'published_at'].some(
    (name) => Object.hasOwn(item, name) && item[name] === null,
  );
  return isOpen && jsonField(item, 'status') === undefined ? { status: 'draft' } : 'public';
}
