/** How large an archive is. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
  /** Bytes of its largest file. */
  readonly largest: number;
}

/** Whether a host takes an archive, and by what it is too large if not. */
export interface HostVerdict {
  readonly host: string;
  readonly fits: boolean;
  readonly over: readonly ('files' | 'bytes' | 'largest')[];
}
