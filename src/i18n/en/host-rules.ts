import type { FileKind, HostAdvice, HostLimit, RedirectsProblem } from '../../model/host.ts';
import { type CliMessages, oneDecimalMegabytes } from '../cli-messages.ts';
import type { HostMessages } from '../host-messages.ts';
import { englishMegabytes, englishNumber, plural } from './words.ts';

/** Limits of a host that an archive exceeds. */
const exceeded: Readonly<Record<HostLimit, string>> = {
  files: 'too many files',
  bytes: 'too large',
  largest: 'a file too large',
  folder: 'too many files in a folder',
  path: 'a path too long',
};

const kindNames: Readonly<Record<FileKind, string>> = {
  page: 'pages',
  pack: 'packs of originals',
  original: 'originals',
  text: 'plain texts',
  markdown: 'Markdown',
  jsonl: 'JSON Lines export',
  csv: 'CSV export',
  feed: 'feeds',
  search: 'search',
  picture: 'pictures',
  asset: 'assets',
  other: 'other',
};

/** Messages on the size of an archive and the hosts that accept it, in English. */
export const englishHostMessages: HostMessages = {
  siteSize: ({ files, bytes }) =>
    `Size: ${plural(files, 'file', 'files')}, ${oneDecimalMegabytes(bytes)} MB.`,
  hostVerdict: ({ host, fits, over }) =>
    fits
      ? `Fits ${host}: yes`
      : `Fits ${host}: no (${over.map((measure) => exceeded[measure]).join(', ')})`,
  fileKinds: (kinds) => {
    const parts = kinds.map(
      ({ kind, files, bytes }) =>
        `${kindNames[kind]} ${englishNumber(files)} (${oneDecimalMegabytes(bytes)} MB)`,
    );
    return `Files: ${parts.join(', ')}.`;
  },
  largestFiles: (files) =>
    `Largest: ${files.map(({ file, bytes }) => `${file} (${oneDecimalMegabytes(bytes)} MB)`).join(', ')}.`,
};

/** Returns the settings that help, and the hosts that accept the archive as it is. */
function adviceText(
  { settings, isEnough, files, bytes, others }: HostAdvice,
  otherwise = 'No setting makes it fit.',
): string {
  const lines = settings.join('; ');
  const size = `${plural(files, 'file', 'files')} (${englishMegabytes(bytes)})`;
  const elsewhere = others.length === 0 ? '' : ` The site as it is fits ${others.join(', ')}.`;
  if (isEnough) return `Set in warraq.yaml: ${lines}. About ${size} remain.${elsewhere}`;
  return lines === ''
    ? `${otherwise}${elsewhere}`
    : `${otherwise} With ${lines}, about ${size} remain.${elsewhere}`;
}

/** Why a list of redirects is not used, or not in full. */
const redirectProblems: Readonly<
  Record<RedirectsProblem, (host: string, count: number, limit: number) => string>
> = {
  unread: (host) => `${host} does not read this file.`,
  rules: (host, count, limit) =>
    `The file has ${englishNumber(count)} rules; ${host} takes ${englishNumber(limit)}.`,
  bytes: (host, count, limit) =>
    `The size of the file is ${englishNumber(count)} bytes; ${host} takes ${englishNumber(limit)}.`,
  forced: (host, count) =>
    `${plural(count, 'rule has', 'rules have')} a status like “301!”, which ${host} does not read.`,
};

const redirectFixes: Readonly<Record<RedirectsProblem, string>> = {
  unread: 'Old addresses with a page lead on without it; set redirects: none in warraq.yaml.',
  rules: 'Old addresses with a page lead on without it; put rules for other addresses first.',
  bytes: 'Old addresses with a page lead on without it; remove rules for these.',
  forced: 'Set redirects: cloudflare in warraq.yaml, which writes 301.',
};

/** Diagnostics of the limits of hosts, in English. */
export const englishHostRules: Pick<
  CliMessages['rules'],
  'host-files' | 'host-bytes' | 'host-file-size' | 'host-folder' | 'host-path' | 'host-redirects'
> = {
  'host-files': ({ host, measured, limit, withFolders, ...advice }) => ({
    message: `The site has ${englishNumber(measured)} ${withFolders ? 'files and folders' : 'files'}; ${host} takes ${englishNumber(limit)}.`,
    fix: adviceText(advice),
  }),
  'host-bytes': ({ host, measured, limit, ...advice }) => ({
    message: `The size of the site is ${englishMegabytes(measured)}; ${host} takes ${englishMegabytes(limit)}.`,
    fix: adviceText(advice),
  }),
  'host-file-size': ({ host, measured, limit, ...advice }) => ({
    message: `The size of the file is ${englishMegabytes(measured)}; ${host} takes ${englishMegabytes(limit)}.`,
    fix: adviceText(advice, 'No setting makes it fit: make the file smaller, or remove it.'),
  }),
  'host-folder': ({ host, measured, limit, ...advice }) => ({
    message: `The folder has ${englishNumber(measured)} files; ${host} takes ${englishNumber(limit)}.`,
    fix: adviceText(
      advice,
      'Fewer downloads do not make it fit: in an archive not yet published, set a permalink with “shard”.',
    ),
  }),
  'host-path': ({ host, measured, limit }) => ({
    message: `The path has ${englishNumber(measured)} bytes; ${host} takes ${englishNumber(limit)}.`,
    fix: 'Give the article a shorter “id” or “slug”.',
  }),
  'host-redirects': ({ host, problem, count, limit }) => ({
    message: redirectProblems[problem](host, count, limit),
    fix: redirectFixes[problem],
  }),
};
