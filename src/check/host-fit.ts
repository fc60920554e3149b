import type { Diagnostic } from '../model/diagnostic.ts';
import type { FileSize, HostAdvice, HostLimit, HostVerdict, KindSize } from '../model/host.ts';
import {
  fileKind,
  kindSizes,
  type OptionalKind,
  optionalKinds,
  type SiteFiles,
  settingsWithout,
} from './file-kinds.ts';
import { redirectFindings } from './host-redirects.ts';
import { type Host, hosts } from './hosts.ts';

/** Whether a host accepts an archive, what it does not accept, and what the archive consists of. */
export interface HostFit extends HostVerdict {
  /** Lines of the settings with which it fits, or comes nearest to it. */
  readonly settings: readonly string[];
  readonly fitsWithSettings: boolean;
  readonly kinds: readonly KindSize[];
  readonly largestFiles: readonly FileSize[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What an archive exceeds: the site itself where no file is named. */
interface Excess {
  readonly over: HostLimit;
  readonly file?: string;
  readonly measured: number;
  readonly limit: number;
}

const totalBytes = (files: SiteFiles): number =>
  files.values().reduce((sum, bytes) => sum + bytes, 0);

/** Returns the number of files directly in each folder; folders of folders have 0. */
function folderCounts(files: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of files) {
    let folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
    while (folder !== '') {
      folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
      if (counts.has(folder)) break;
      counts.set(folder, 0);
    }
  }
  return counts;
}

/** Returns what files exceed of a host's limits. */
function excesses(host: Host, files: SiteFiles): readonly Excess[] {
  const found: Excess[] = [];
  const compare = (over: HostLimit, measured: number, limit?: number, file?: string): void => {
    if (limit === undefined || measured <= limit) return;
    found.push({ over, measured, limit, ...(file === undefined ? {} : { file }) });
  };
  const { countsFolders, inFolder, largest, path } = host;
  const isByFolder = countsFolders === true || inFolder !== undefined;
  const folders = folderCounts(isByFolder ? files.keys() : []);
  compare('files', files.size + (countsFolders === true ? folders.size : 0), host.files);
  compare('bytes', totalBytes(files), host.bytes);
  for (const [file, bytes] of files) {
    compare('largest', bytes, largest, file);
    if (path !== undefined) compare('path', new TextEncoder().encode(file).length, path, file);
  }
  for (const [folder, count] of folders) compare('folder', count, inFolder, `${folder}/`);
  return found;
}

/** Returns by how much files exceed a host's limits in all; 0 where they fit. */
const degree = (host: Host, files: SiteFiles): number =>
  excesses(host, files).reduce((sum, { measured, limit }) => sum + measured / limit - 1, 0);

/**
 * Returns the kinds to leave out so that files fit a host, or come nearest to it; what readers would miss most is kept
 * first.
 */
function kindsToLeave(
  host: Host,
  files: SiteFiles,
  present: readonly OptionalKind[],
): {
  readonly left: readonly OptionalKind[];
  readonly rest: SiteFiles;
  readonly isEnough: boolean;
} {
  const kindOf = new Map([...files.keys()].map((file) => [file, fileKind(file, files)] as const));
  const without = (left: readonly string[]): SiteFiles =>
    new Map([...files].filter(([file]) => !left.includes(kindOf.get(file) ?? '')));
  const least = degree(host, without(present));
  let left = present;
  for (const kind of present.toReversed()) {
    const fewer = left.filter((one) => one !== kind);
    if (degree(host, without(fewer)) <= least) left = fewer;
  }
  return { left, rest: without(left), isEnough: least === 0 };
}

/** The rules of other limits than those of files and of their size. */
const excessRules = { bytes: 'host-bytes', folder: 'host-folder', path: 'host-path' } as const;

/** Number of largest files that are listed. */
const listed = 5;

/** Returns the largest files, the largest first. */
const largestOf = (files: SiteFiles): readonly FileSize[] =>
  [...files]
    .map(([file, bytes]) => ({ file, bytes }))
    .sort((a, b) => b.bytes - a.bytes || (a.file < b.file ? -1 : 1))
    .slice(0, listed);

/**
 * Tells whether a host accepts an archive, and which settings would make it fit.
 *
 * @param files all files that are transferred to the host
 * @param redirects text of `_redirects`; undefined where there is none
 * @param site what diagnostics on the whole site are about, as the user knows it
 */
export function hostFit(
  host: Host,
  files: SiteFiles,
  redirects: string | undefined,
  site: string,
): HostFit {
  const found = excesses(host, files);
  const fits = found.length === 0;
  const kinds = kindSizes(files);
  const present = optionalKinds(kinds);
  const { left, rest, isEnough } = fits
    ? { left: [], rest: files, isEnough: true }
    : kindsToLeave(host, files, present);
  const isByNumber = found.every(({ over }) => over === 'files' || over === 'folder');
  const settings = settingsWithout(left, present, isByNumber);
  const others = Object.values<Host>(hosts).filter(
    (other) => !fits && other.name !== host.name && excesses(other, files).length === 0,
  );
  const advice: HostAdvice = {
    ...{ settings, isEnough, files: rest.size, bytes: totalBytes(rest) },
    others: others.map((other) => other.name),
  };
  const diagnostics = found.map(({ over, file = site, measured, limit }): Diagnostic => {
    const at = { severity: 'error', file } as const;
    const values = { host: host.name, measured, limit, ...advice };
    if (over === 'largest') {
      // Settings leave this file out, or do nothing about it.
      const isLeft = left.some((kind) => kind === fileKind(file, files));
      const ofFile = isLeft ? { isEnough: true } : { isEnough: false, settings: [] };
      return { ...at, rule: 'host-file-size', values: { ...values, ...ofFile } };
    }
    if (over !== 'files') return { ...at, rule: excessRules[over], values };
    const withFolders = host.countsFolders === true;
    return { ...at, rule: 'host-files', values: { ...values, withFolders } };
  });
  return {
    ...{ host: host.name, fits, over: [...new Set(found.map(({ over }) => over))] },
    ...{ settings, fitsWithSettings: isEnough, kinds, largestFiles: largestOf(files) },
    diagnostics: [...diagnostics, ...redirectFindings(host, redirects)],
  };
}
