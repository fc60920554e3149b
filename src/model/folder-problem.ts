/** What a folder is used for. */
export type FolderRole = 'out' | 'cache' | 'seeds' | 'templates' | 'into' | 'page' | 'report';

/** A folder that must stay apart from others, or that is too large to be given away. */
export type OtherFolder = FolderRole | 'root' | 'home' | 'disk';

/** Why a folder cannot be used. */
export type FolderProblem =
  /** It equals, contains or lies in another one. */
  | { readonly problem: 'overlap'; readonly other: OtherFolder; readonly at: string }
  /** It holds files that are not Warraq's. */
  | { readonly problem: 'foreign' }
  | { readonly problem: 'not-a-folder' };
