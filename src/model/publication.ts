/** The states in which an article is not shown, in the order in which they are told. */
export const heldStates = ['draft', 'scheduled', 'embargoed', 'expired', 'withdrawn'] as const;

/** A state in which an article is not shown. */
export type HeldState = (typeof heldStates)[number];

/** The number of held articles by state. */
export type HeldCounts = Readonly<Record<HeldState, number>>;

/** Metadata keys about publication, by the names that Warraq gives them. */
export const publicationNames = [
  ...(['draft', 'published', 'status', 'visibility', 'private', 'hidden', 'unlisted'] as const),
  ...(['unpublished', 'headless', 'password', 'permalink', 'build'] as const),
  ...(['eleventyExcludeFromCollections', 'publishDate', 'expiryDate', 'embargo'] as const),
] as const;

/** The name of a metadata key about publication. */
export type PublicationName = (typeof publicationNames)[number];

/**
 * What a value says. `shown` and `held` are certain; `unknown`: a value that is not known to mean “published”;
 * `unclear`: a date that cannot be read or has several readings; `damaged`: a line that is not valid, but may say
 * that the article is not published; `unread`: a sidecar that could not be read.
 */
export type PublicationVerdict = 'shown' | 'held' | 'unknown' | 'unclear' | 'damaged' | 'unread';

/** What one metadata key says about publication. Days are numbers: YYYYMMDD. */
export interface PublicationMark {
  readonly name: PublicationName | 'date' | 'sidecar';
  /** The key as written. */
  readonly key: string;
  /** The value as written, on one line, shortened. */
  readonly value: string;
  /** Path of the file that says it; absent where it is the seed. */
  readonly file?: string;
  readonly line?: number;
  readonly verdict: PublicationVerdict;
  /** State of the article where it is held by this mark. */
  readonly state: HeldState;
  /** First day on which the article may be shown. */
  readonly from?: number;
  /** First day on which it is no longer shown. */
  readonly until?: number;
  /** Whether it is held until a day is given. */
  readonly needsDay?: boolean;
  /** Another form of an unclear date, where it must mean that. */
  readonly suggestion?: string;
}

/** What the metadata of an article say about publication, by the name of the key. */
export type Publication = { readonly [N in PublicationMark['name']]?: PublicationMark };

/** Why an article is held. */
export interface Held {
  readonly state: HeldState;
  readonly mark: PublicationMark;
  /** Whether a day would decide. */
  readonly waits: boolean;
}

/** Tells whether a mark holds an article back, on some days at least. */
export const isHolding = ({ verdict, from, until }: PublicationMark): boolean =>
  verdict !== 'shown' || from !== undefined || until !== undefined;

/** Returns the marks that can hold an article; undefined where there are none. */
export function holdingMarks(
  publication: Publication | undefined,
): readonly PublicationMark[] | undefined {
  if (publication === undefined) return undefined;
  const marks = Object.values(publication).filter(isHolding);
  return marks.length === 0 ? undefined : marks;
}

/**
 * Decides whether an article is shown.
 *
 * @param asOf the day as YYYYMMDD; undefined where the owner gives none
 * @returns why it is held; undefined where it is shown
 */
export function heldBy(
  marks: readonly PublicationMark[],
  asOf: number | undefined,
): Held | undefined {
  const fixed = marks.find(({ verdict }) => verdict !== 'shown');
  if (fixed !== undefined) return { state: fixed.state, mark: fixed, waits: false };
  const dated = marks.find(({ from, until, needsDay }) =>
    asOf === undefined
      ? needsDay === true
      : (from !== undefined && asOf < from) || (until !== undefined && asOf >= until),
  );
  return dated && { state: dated.state, mark: dated, waits: asOf === undefined };
}

/** Returns a day in the form YYYY-MM-DD. */
export const isoDay = (day: number): string =>
  String(day)
    .padStart(8, '0')
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
