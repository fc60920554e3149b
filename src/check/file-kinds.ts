import type { FileKind, KindSize } from '../model/host.ts';

/** Output paths with their sizes in bytes. */
export type SiteFiles = ReadonlyMap<string, number>;

/** Returns what a file is, by its place and the files beside it. */
export function fileKind(file: string, files: SiteFiles): FileKind {
  const folder = file.slice(0, Math.max(0, file.indexOf('/')));
  const extension = /\.([^./]+)$/.exec(file)?.[1] ?? '';
  if (folder === 'assets') return 'asset';
  if (folder === 'originals') return extension === 'zip' ? 'pack' : 'original';
  if (folder === 'search' || file === 'search.html') return 'search';
  if (folder === 'exports') return /\.(jsonl|csv)\b/.exec(file)?.[1] === 'csv' ? 'csv' : 'jsonl';
  if (extension === 'html') return 'page';
  if (/^(?:png|jpe?g|gif|webp|avif|svg)$/i.test(extension)) return 'picture';
  if (/^(?:feed\.(?:xml|json)|atom\.xml)$/.test(file)) return 'feed';
  const hasPage = files.has(`${file.slice(0, -extension.length)}html`);
  if (!hasPage || extension === '') return 'other';
  if (extension === 'xml') return 'feed';
  return extension === 'txt' ? 'text' : extension === 'md' ? 'markdown' : 'other';
}

/** Returns the number and bytes of the files of each kind, most files first. */
export function kindSizes(files: SiteFiles): readonly KindSize[] {
  const kinds = new Map<FileKind, { files: number; bytes: number }>();
  for (const [file, bytes] of files) {
    const kind = fileKind(file, files);
    const sum = kinds.get(kind) ?? { files: 0, bytes: 0 };
    sum.files += 1;
    sum.bytes += bytes;
    kinds.set(kind, sum);
  }
  return [...kinds]
    .map(([kind, sum]) => ({ kind, ...sum }))
    .sort((a, b) => b.files - a.files || (a.kind < b.kind ? -1 : 1));
}

/** Kinds that a setting leaves out, what readers miss least first. */
const optional = ['markdown', 'text', 'csv', 'original', 'pack', 'jsonl', 'search'] as const;

/** A kind that a setting leaves out. */
export type OptionalKind = (typeof optional)[number];

/** Returns the kinds of an archive that settings can leave out, what readers miss least first. */
export const optionalKinds = (kinds: readonly KindSize[]): readonly OptionalKind[] =>
  optional.filter((kind) => kinds.some((one) => one.kind === kind));

/**
 * Returns the lines of the settings that leave kinds out.
 *
 * @param packs whether packs take the place of originals that are left out, because only the number of files is too large
 */
export function settingsWithout(
  left: readonly OptionalKind[],
  present: readonly OptionalKind[],
  packs: boolean,
): readonly string[] {
  const packed = packs && left.includes('original') && !present.includes('pack') ? ['packs'] : [];
  const rest = (kinds: readonly OptionalKind[]): readonly string[] =>
    kinds.filter((kind) => present.includes(kind) && !left.includes(kind));
  const line = (
    key: string,
    kinds: readonly OptionalKind[],
    more: readonly string[] = [],
  ): readonly string[] => {
    const kept = [...more, ...rest(kinds).map((kind) => (kind === 'pack' ? 'packs' : kind))];
    return kinds.some((kind) => left.includes(kind)) ? [`${key}: [${kept.join(', ')}]`] : [];
  };
  return [
    ...line('downloads', ['pack', 'original', 'text', 'markdown'], packed),
    ...line('exports', ['jsonl', 'csv']),
    ...(left.includes('search') ? ['search: off'] : []),
  ];
}
