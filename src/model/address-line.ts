/** One line of the record of addresses: by what the article of a path is recognised, or where it has moved. */
export interface AddressLine {
  /** Output path of the article's page. */
  readonly path: string;
  readonly id?: string;
  /** As in `ArticleIdentity`; absent for an article whose hash is withheld. */
  readonly hash?: string;
  /** Path of the article's seed; absent as the hash is. */
  readonly seed?: string;
  /** Fragment names with which the article was last published, as `encodeFragments` writes them. */
  readonly fragments?: string;
  /** The output path to which the article has moved. */
  readonly to?: string;
  /** Set for a file beside pages that stays (`path`), though the settings do not ask for it any more. */
  readonly kept?: true;
}
