import type { HostVerdict, SiteSize } from '../model/host.ts';

export type { HostVerdict, SiteSize } from '../model/host.ts';

/** A static host and its limits, in files and bytes; undefined where it states none. */
export interface Host {
  readonly name: string;
  readonly files?: number;
  /** Whether it counts folders as files. */
  readonly countsFolders?: true;
  readonly bytes?: number;
  /** Bytes of the largest file. */
  readonly largest?: number;
  /** Files that lie in one folder. */
  readonly inFolder?: number;
  /** Bytes of a path. */
  readonly path?: number;
  /** Limits of `_redirects`; undefined where it is not read. `forced`: whether rules with `301!` are read. */
  readonly redirects?: {
    readonly rules: number;
    readonly bytes?: number;
    readonly forced: boolean;
  };
}

const megabyte = 1024 * 1024;

/** Files are limited to 25 MiB; of `_redirects` 2,000 static and 100 dynamic rules are read. */
const cloudflare = { largest: 25 * megabyte, redirects: { rules: 2100, forced: false } };

/**
 * Limits of static hosts by the names of `check --host`, as their documentation stated them in November 2026:
 *
 * - Cloudflare Pages: developers.cloudflare.com/pages/platform/limits
 * - GitHub Pages: docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits; a file in Git:
 *   docs.github.com/en/repositories/working-with-files/managing-large-files/about-large-files-on-github
 * - GitLab Pages, on GitLab.com: docs.gitlab.com/user/gitlab_com (size), docs.gitlab.com/administration/pages
 *   (files, with folders), docs.gitlab.com/user/project/pages/redirects
 * - Netlify: docs.netlify.com/deploy/deploy-overview (files in a folder), docs.netlify.com/manage/routing/redirects/overview
 * - Amazon S3: docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html (48.8 TiB a file), object-keys.html (1,024 bytes)
 */
export const hosts = {
  cloudflare: { name: 'Cloudflare Pages', files: 20_000, ...cloudflare },
  'cloudflare-paid': { name: 'Cloudflare Pages (Workers Paid)', files: 100_000, ...cloudflare },
  github: { name: 'GitHub Pages', bytes: 1024 * megabyte, largest: 100 * megabyte },
  gitlab: {
    ...{ name: 'GitLab Pages', files: 200_000, countsFolders: true, bytes: 1024 * megabyte },
    redirects: { rules: 1000, bytes: 64 * 1024, forced: false },
  },
  netlify: { name: 'Netlify', inFolder: 54_000, redirects: { rules: 10_000, forced: true } },
  s3: { name: 'Amazon S3', largest: 48.8 * 1024 ** 2 * megabyte, path: 1024 },
} as const satisfies Readonly<Record<string, Host>>;

/** The name of a host on the command line. */
export type HostName = keyof typeof hosts;

/** The names of the hosts on the command line. */
export const hostNames = Object.keys(hosts) as readonly HostName[];

/** Hosts without charge, whose verdict every check gives. */
const free: readonly Host[] = [hosts.github, hosts.gitlab, hosts.cloudflare];

/** Returns for each host without charge whether it accepts an archive of a size. */
export const hostVerdicts = (size: SiteSize): readonly HostVerdict[] =>
  free.map((host) => {
    const measures = ['files', 'bytes', 'largest'] as const;
    const exceeded = measures.filter(
      (measure) => size[measure] > (host[measure] ?? Number.POSITIVE_INFINITY),
    );
    return { host: host.name, fits: exceeded.length === 0, over: exceeded };
  });
