import type { HostVerdict, SiteSize } from '../model/host.ts';

export type { HostVerdict, SiteSize } from '../model/host.ts';

/** A static host and its limits: files, total bytes, bytes of the largest file; undefined where it states none. */
interface Host {
  readonly name: string;
  readonly files?: number;
  readonly bytes?: number;
  readonly largest?: number;
}

const megabyte = 1024 * 1024;

/** Limits of the free plans as the hosts stated them in 2025. */
const hosts: readonly Host[] = [
  { name: 'GitHub Pages', bytes: 1024 * megabyte, largest: 100 * megabyte },
  { name: 'GitLab Pages', files: 200_000, bytes: 1024 * megabyte },
  { name: 'Cloudflare Pages', files: 20_000, largest: 25 * megabyte },
];

/** Returns for each known host whether it accepts an archive of a size. */
export const hostVerdicts = (size: SiteSize): readonly HostVerdict[] =>
  hosts.map((host) => {
    const measures = ['files', 'bytes', 'largest'] as const;
    const exceeded = measures.filter(
      (measure) => size[measure] > (host[measure] ?? Number.POSITIVE_INFINITY),
    );
    return { host: host.name, fits: exceeded.length === 0, over: exceeded };
  });
