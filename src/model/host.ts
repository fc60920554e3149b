/** The size of an archive. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
  /** Bytes of the largest file. */
  readonly largest: number;
}

/** Limits of hosts: files, bytes, bytes of the largest file, files in a folder, bytes of a path. */
export type HostLimit = 'files' | 'bytes' | 'largest' | 'folder' | 'path';

/** Whether a host accepts an archive, and which limits it exceeds if not. */
export interface HostVerdict {
  readonly host: string;
  readonly fits: boolean;
  readonly over: readonly HostLimit[];
}

/** What a file of a built archive is. */
export type FileKind =
  | 'page'
  | 'pack'
  | 'original'
  | 'text'
  | 'markdown'
  | 'jsonl'
  | 'csv'
  | 'feed'
  | 'search'
  | 'picture'
  | 'asset'
  | 'other';

/** The files of one kind. */
export interface KindSize {
  readonly kind: FileKind;
  readonly files: number;
  readonly bytes: number;
}

/** A file and its size. */
export interface FileSize {
  readonly file: string;
  readonly bytes: number;
}

/** What would make an archive fit a host. */
export interface HostAdvice {
  /** Lines for `warraq.yaml`; none where no setting helps. */
  readonly settings: readonly string[];
  /** Whether these settings are enough. */
  readonly isEnough: boolean;
  /** Files and bytes with these settings. */
  readonly files: number;
  readonly bytes: number;
  /** Names of other hosts that accept the archive as it is. */
  readonly others: readonly string[];
}

/** Why a host does not use `_redirects`, or not all of it. */
export type RedirectsProblem = 'unread' | 'rules' | 'bytes' | 'forced';

/** What an archive exceeds of a host's limits: a number of files or of bytes. */
export interface HostExcess extends HostAdvice {
  readonly host: string;
  readonly measured: number;
  readonly limit: number;
}

/** Rules of `check --host`. `host` is the name of the host. */
export interface HostRuleValues {
  /** `withFolders`: the host counts folders as well. */
  'host-files': HostExcess & { readonly withFolders: boolean };
  'host-bytes': HostExcess;
  'host-file-size': HostExcess;
  'host-folder': HostExcess;
  'host-path': { readonly host: string; readonly measured: number; readonly limit: number };
  /** The host takes fewer redirects than there are. */
  'redirects-limit': { readonly host: string; readonly count: number; readonly limit: number };
  /** `count` and `limit` are rules, bytes, or 0. */
  'host-redirects': {
    readonly host: string;
    readonly problem: RedirectsProblem;
    readonly count: number;
    readonly limit: number;
  };
}
