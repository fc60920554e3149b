import type { FileSize, HostVerdict, KindSize, SiteSize } from '../model/host.ts';

/** Messages on the size of an archive and the hosts that accept it. */
export interface HostMessages {
  readonly siteSize: (size: SiteSize) => string;
  /** Whether a host accepts the archive. */
  readonly hostVerdict: (verdict: HostVerdict) => string;
  /** The files by kind. */
  readonly fileKinds: (kinds: readonly KindSize[]) => string;
  readonly largestFiles: (files: readonly FileSize[]) => string;
}
