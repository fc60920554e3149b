/** The size of an archive. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
  /** Bytes of the largest file. */
  readonly largest: number;
}

/** Whether a host accepts an archive, and which limit it exceeds if not. */
export interface HostVerdict {
  readonly host: string;
  readonly fits: boolean;
  readonly over: readonly ('files' | 'bytes' | 'largest')[];
}
