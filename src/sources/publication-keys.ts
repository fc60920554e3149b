import { type PublicationName, publicationNames } from '../model/publication.ts';
import { nearestKey } from './nearest-key.ts';

/** How the value of a key about publication is read. */
export type PublicationKind =
  /** A flag that holds the article unless it is denied. */
  | 'holds'
  /** A flag that shows the article only where it is affirmed; a date counts as affirmed. */
  | 'shows'
  /** A word, which must mean “published”. */
  | 'word'
  /** Any value holds. */
  | 'secret'
  /** Only `false` holds; other values are not about publication. */
  | 'false'
  /** A map with `render` and `list` (Hugo). */
  | 'build'
  /** The first day on which the article is shown. */
  | 'from'
  /** The first day on which it is no longer shown. */
  | 'until';

/** Every key about publication with its kind. */
export const publicationKinds = {
  draft: 'holds',
  published: 'shows',
  status: 'word',
  visibility: 'word',
  private: 'holds',
  hidden: 'holds',
  unlisted: 'holds',
  unpublished: 'holds',
  headless: 'holds',
  password: 'secret',
  permalink: 'false',
  build: 'build',
  eleventyExcludeFromCollections: 'holds',
  publishDate: 'from',
  expiryDate: 'until',
  embargo: 'from',
} as const satisfies Record<PublicationName, PublicationKind>;

/** Returns a key as it is compared: letter case, hyphens, underscores and blanks do not matter. */
const plainKey = (key: string): string => key.toLowerCase().replace(/[\s_.-]+/g, '');

/** Names of other programs, and Arabic ones. */
const otherNames: Readonly<Record<string, PublicationName>> = {
  isdraft: 'draft',
  مسودة: 'draft',
  ispublished: 'published',
  publish: 'published',
  dgpublish: 'published',
  منشور: 'published',
  poststatus: 'status',
  pagestatus: 'status',
  publishstatus: 'status',
  publishingstatus: 'status',
  publicationstatus: 'status',
  articlestatus: 'status',
  moderationstate: 'status',
  حالةالنشر: 'status',
  غيرمنشور: 'unpublished',
  مخفي: 'hidden',
  حظرالنشر: 'embargo',
  حظرالنشرحتى: 'embargo',
  محظورحتى: 'embargo',
  ينشرفي: 'publishDate',
  انتهاءالنشر: 'expiryDate',
  postvisibility: 'visibility',
  isprivate: 'private',
  ishidden: 'hidden',
  // Columns of databases.
  deleted: 'hidden',
  isdeleted: 'hidden',
  deletedat: 'hidden',
  trashed: 'hidden',
  isactive: 'published',
  isvisible: 'published',
  visible: 'published',
  ispublic: 'published',
  postpassword: 'password',
  publishdate: 'publishDate',
  publishon: 'publishDate',
  publishat: 'publishDate',
  unpublishdate: 'expiryDate',
  expirydate: 'expiryDate',
  expirationdate: 'expiryDate',
  expires: 'expiryDate',
  embargodate: 'embargo',
  embargountil: 'embargo',
  embargoeduntil: 'embargo',
};

const byPlainKey: ReadonlyMap<string, PublicationName> = new Map([
  ...publicationNames.map((name) => [plainKey(name), name] as const),
  ...Object.entries(otherNames),
]);

/** Names for which a misspelt key is recognised. */
const guessed = ['draft', 'published', 'status', 'visibility', 'unpublished', 'embargo'] as const;

/** Most keys of which the answers are kept: records repeat the same few. */
const maxKept = 500;

/** Returns a function that keeps its answers. */
function kept(
  find: (written: string) => PublicationName | undefined,
): (written: string) => PublicationName | undefined {
  const answers = new Map<string, PublicationName | undefined>();
  return (written) => {
    if (answers.has(written)) return answers.get(written);
    if (answers.size >= maxKept) answers.clear();
    const found = find(written);
    answers.set(written, found);
    return found;
  };
}

/** Returns the key about publication that a written key stands for, in any letter case; undefined for others. */
export const publicationKey = kept((written) => byPlainKey.get(plainKey(written)));

/** Names that other programs use for a state, and for other things too. */
const ambiguous: ReadonlySet<string> = new Set([
  ...['state', 'workflow', 'workflowstate', 'stage', 'الحالة', 'حالة'],
]);

/**
 * Returns the key about publication that an unknown key may stand for: a misspelling of it, or a name that has
 * other meanings too; undefined where none is near.
 */
export const misspeltPublicationKey = kept((written) => {
  const key = plainKey(written);
  if (ambiguous.has(key)) return 'status';
  // Omeka has a column of ones and noughts; a public may also be one of readers.
  return key === 'public' || key === 'ispublic' ? 'published' : nearestKey(key, guessed);
});
