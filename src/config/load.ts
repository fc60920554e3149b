import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { nameMatcher } from '../arabic/name-matcher.ts';
import { type Authority, authorityNames } from '../model/authority.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { decisionFileName, type HeadingDecision } from '../model/heading-decision.ts';
import { maxDecisionFileBytes, maxSettingsBytes } from '../model/limits.ts';
import { type OwnPage, ownPagesFolder } from '../model/own-page.ts';
import { hasCode, messageOf } from '../model/system-error.ts';
import { readDecisions } from '../sources/decisions/decision-lines.ts';
import { decode } from '../sources/encodings/decode.ts';
import type { RawFile } from '../sources/read-document.ts';
import { kindOf } from '../sources/seed-file.ts';
import { readYamlMap, type YamlResult } from '../sources/yaml/read-yaml.ts';
import { learnedFileName } from '../structure/learn/learned-file.ts';
import { readAuthority } from './authority.ts';
import { readLearned } from './learned.ts';
import { readPagesFolder } from './pages-folder.ts';
import { readConfig } from './schema.ts';

/** The site's settings or a template are wrong; nothing is built. */
export class ConfigError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ rule, file }) => `${file}: ${rule}`).join('; '));
    this.name = 'ConfigError';
    this.diagnostics = diagnostics;
  }
}

/**
 * Returns the bytes of a file; undefined where it does not exist.
 *
 * @throws ConfigError where it is no file, as a pipe or a device that never ends, or is over the limit; the
 *   file system's other errors
 */
function bytesOf(path: string, file: string, limit = maxSettingsBytes): Uint8Array | undefined {
  try {
    const stats = statSync(path);
    const at = { severity: 'error', file } as const;
    if (!stats.isFile() && !stats.isDirectory()) {
      const values = { kind: kindOf(stats) };
      throw new ConfigError([{ ...at, rule: 'settings-not-a-file', values }]);
    }
    if (stats.isFile() && stats.size > limit) {
      const values = { bytes: stats.size, limit };
      throw new ConfigError([{ ...at, rule: 'settings-too-large', values }]);
    }
    return readFileSync(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * Reads a trusted YAML file; undefined where it does not exist.
 *
 * @param listKey the key for a file that is a list
 * @throws ConfigError where the decoding has diagnostics, unless the file is empty
 */
function readTrusted(path: string, label: string, listKey?: string): YamlResult | undefined {
  const bytes = bytesOf(path, label);
  if (bytes === undefined) return undefined;
  const decoded = decode(bytes, label);
  // An empty file is allowed.
  const unreadable = decoded.diagnostics.filter(({ rule }) => rule !== 'seed-empty');
  if (unreadable.length > 0) throw new ConfigError(unreadable);
  const text = decoded.value?.text ?? '';
  return listKey !== undefined && /^(?:\s*#.*\n|\s)*- /.test(text)
    ? // The line put before the list is not counted.
      readYamlMap(`${listKey}:\n${text}`, label, 0)
    : readYamlMap(text, label, 1);
}

/**
 * Throws where there are diagnostics: settings are trusted, so a warning is an error here.
 *
 * @throws ConfigError
 */
function throwDiagnostics(diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.map((diagnostic) => ({ ...diagnostic, severity: 'error' as const }));
  if (errors.length > 0)
    throw new ConfigError(errors.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)));
}

/**
 * Reads the authority file; without one there are no entries.
 *
 * @param root folder that holds it
 * @param name returns a path as shown to the user
 * @returns its entries, with a warning where it has the old name
 * @throws ConfigError where it has errors, or exists under both names
 */
function loadAuthority(
  root: string,
  name: (path: string) => string,
): Outcome<readonly Authority[]> {
  const [file, oldFile] = [join(root, authorityNames[0]), join(root, authorityNames[1])];
  const [label, oldLabel] = [name(file), name(oldFile)];
  const current = readTrusted(file, label, 'subjects');
  const old = readTrusted(oldFile, oldLabel, 'subjects');
  if (current !== undefined && old !== undefined) {
    const values = { other: oldLabel };
    throw new ConfigError([
      { rule: 'authority-file-twice', severity: 'error', file: label, values },
    ]);
  }
  const yaml = current ?? old;
  if (yaml === undefined) return { value: [], diagnostics: [] };
  const { value, diagnostics } = readAuthority(yaml.map, old === undefined ? label : oldLabel);
  throwDiagnostics([...yaml.diagnostics, ...diagnostics]);
  if (old === undefined) return { value, diagnostics: [] };
  const at = { severity: 'warning', file: oldLabel } as const;
  const values = { name: label };
  return { value, diagnostics: [{ ...at, rule: 'authority-file-old-name', values }] };
}

/** Reads the editor's decisions about headings; without the file there are none. */
function loadDecisions(
  root: string,
  name: (path: string) => string,
): Outcome<readonly HeadingDecision[]> {
  const file = join(root, decisionFileName);
  const bytes = bytesOf(file, name(file), maxDecisionFileBytes);
  if (bytes === undefined) return { value: [], diagnostics: [] };
  return readDecisions(Buffer.from(bytes).toString('utf8'), name(file));
}

/** Loads modules that few sites need. */
const require = createRequire(import.meta.url);

/** The site's own pages as they were read last, so that what reads Markdown need not be loaded for every command. */
export interface OwnPagesCache {
  /** Returns what was read of these files; undefined where it is not known. */
  read(files: readonly RawFile[]): Outcome<readonly OwnPage[]> | undefined;
  /** Keeps what was read, where it can. */
  write(files: readonly RawFile[], pages: Outcome<readonly OwnPage[]>): void;
}

/** Reads the site's own pages. What reads Markdown takes a quarter of a second to load, so it waits for a page not known. */
function ownPages(
  files: readonly RawFile[],
  cache: OwnPagesCache | undefined,
): Outcome<readonly OwnPage[]> {
  if (files.length === 0) return { value: [], diagnostics: [] };
  const known = cache?.read(files);
  if (known !== undefined) return known;
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const module: typeof import('./own-pages.ts') = require(`./own-pages.${extension}`);
  const pages = module.readOwnPages(files);
  cache?.write(files, pages);
  return pages;
}

/** Returns an error for each own page with a name that no output of the site may show. */
function namesInPages(pages: readonly RawFile[], redact: readonly string[]): readonly Diagnostic[] {
  if (redact.length === 0) return [];
  const { has } = nameMatcher(redact);
  return pages.flatMap(({ path: file, bytes }): readonly Diagnostic[] =>
    has(decode(bytes, file).value?.text ?? '')
      ? [{ rule: 'redact-setting', severity: 'error', file, values: { key: file } }]
      : [],
  );
}

/**
 * Returns name and version of the package that makes smaller pictures. It is an optional one; whether it is installed
 * never decides what is published, so a setting that needs it is an error without it.
 *
 * @throws ConfigError where it is not installed, or does not run on this machine
 */
function pictureMaker(file: string, line: number = 1): string {
  try {
    const { versions } = require('sharp') as {
      readonly versions: Readonly<Record<string, string>>;
    };
    return `sharp ${versions.sharp}, libvips ${versions.vips}`;
  } catch (error) {
    const reason = messageOf(error).split('\n', 1)[0] ?? '';
    const at = { severity: 'error', file, line } as const;
    throw new ConfigError([{ ...at, rule: 'pictures-without-sharp', values: { reason } }]);
  }
}

/** The paths of a site's settings, absolute. */
export interface ConfigPaths {
  /** Holds `warraq.yaml` and `authority.yaml`, both optional. */
  readonly root: string;
  /** Another settings file, which must exist. */
  readonly config?: string | undefined;
}

/**
 * Reads a site's settings and its authority file.
 *
 * @param name returns a path as shown to the user
 * @param cache keeps the site's own pages from one command to the next
 * @returns the settings, with warnings about their files
 * @throws ConfigError with every error found
 */
export function loadConfig(
  { root, config }: ConfigPaths,
  name: (path: string) => string = (path) => relative(root, path),
  cache?: OwnPagesCache,
): Outcome<Config> {
  const path = config ?? join(root, 'warraq.yaml');
  const label = name(path);
  const read = readTrusted(path, label);
  if (read === undefined && config !== undefined) {
    const values = { reason: 'ENOENT' };
    throw new ConfigError([{ rule: 'seed-unreadable', severity: 'error', file: label, values }]);
  }
  const folder = join(root, ownPagesFolder);
  const files = readPagesFolder(folder, name(folder));
  const pages = ownPages(files.value, cache);
  const { value, diagnostics } = readConfig(read?.map ?? new Map(), label, pages.value);
  throwDiagnostics([
    ...(read?.diagnostics ?? []),
    ...diagnostics,
    ...namesInPages(files.value, value.redact),
  ]);
  const authority = loadAuthority(root, name);
  const learnedFile = join(root, learnedFileName);
  const learned = readLearned(name(learnedFile), () => bytesOf(learnedFile, name(learnedFile)));
  const decisions = loadDecisions(root, name);
  const pictures = value.pictures && {
    ...value.pictures,
    maker: pictureMaker(label, read?.map.get('pictures')?.line),
  };
  return {
    value: {
      ...value,
      ...(learned.value && { recovery: { ...value.recovery, learned: learned.value } }),
      pictures,
      authority: authority.value,
      decisions: decisions.value,
    },
    diagnostics: [
      ...files.diagnostics,
      ...pages.diagnostics,
      ...authority.diagnostics,
      ...learned.diagnostics,
      ...decisions.diagnostics,
    ],
  };
}
