import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { recoverStructure } from '../article/recover-structure.ts';
import { replaceControls } from '../article/replace-controls.ts';
import type { SourceDocument } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { maxMarkdownBytes, maxSidecarBytes } from '../model/limits.ts';
import type { HeadingSpan, Structure } from '../model/structure.ts';
import type { ConvertedFile } from '../sources/format.ts';
import { extensionOf, formatOf } from '../sources/formats.ts';
import { readDocument } from '../sources/read-document.ts';
import { recordName } from '../sources/records/form.ts';
import { readSeed } from '../sources/seed-file.ts';
import {
  type Evidence,
  evidenceOf,
  type Surroundings,
  surroundings,
} from '../structure/rules/evidence.ts';

/** A heading, shown or left out, with its evidence and context. */
export interface Decision extends Surroundings {
  readonly heading: HeadingSpan;
  readonly shown: boolean;
  readonly evidence: readonly Evidence[];
}

/** The existing or proposed sidecar of a seed. */
export interface Sidecar {
  /** Its path as named by the user. */
  readonly name: string;
  readonly absolute: string;
  readonly exists: boolean;
  /** Its bytes; undefined where it is missing or unreadable. */
  readonly bytes?: Uint8Array;
}

/** A seed whose headings are reviewed. */
export interface Reviewed {
  /** Its path as named by the user. */
  readonly file: string;
  readonly document: SourceDocument;
  /** Whether builds read it as plain text; Markdown's structure is its author's. */
  readonly isPlain: boolean;
  readonly structure: Structure;
  /** Decisions in text order. */
  readonly decisions: readonly Decision[];
  readonly sidecar: Sidecar;
  /** The name of the record in the sidecar, where the seed holds several. */
  readonly record?: string;
  /** Reads the seed again with other bytes of its sidecar. */
  readonly reread: (sidecar: Uint8Array) => Outcome<SourceDocument | undefined>;
}

/** Reviews do not use the hash of the seed. */
const noHash = (): string => '';

/**
 * Reads a seed's bytes with a sidecar's, as a build does.
 *
 * @param file the seed's name for diagnostics
 * @param bytes its bytes
 * @param sidecar name and bytes of its sidecar, where there is one
 * @param converted its text, where the seed is no text itself
 * @returns the source document of the article
 */
export function readReviewed(
  file: string,
  bytes: Uint8Array,
  sidecar: Pick<Sidecar, 'name' | 'bytes'>,
  converted?: ConvertedFile,
): Outcome<SourceDocument | undefined> {
  const sidecarFile =
    sidecar.bytes === undefined ? {} : { sidecar: { path: sidecar.name, bytes: sidecar.bytes } };
  const text = converted === undefined ? {} : { converted };
  const { value, diagnostics } = readDocument(
    { path: file, bytes, ...sidecarFile, ...text },
    noHash,
  );
  const allDiagnostics = [...diagnostics];
  const document =
    value && replaceControls(value, (diagnostic) => void allDiagnostics.push(diagnostic));
  return { value: document, diagnostics: allDiagnostics };
}

/** Returns the sidecar of a seed or of a seed with records, found as the walk finds it: in any letter case, `.yaml` before `.yml`. */
export function findSidecar(file: string, absolute: string): Sidecar {
  const stemOf = (path: string): string =>
    (recordName(path)?.stem ?? path.slice(0, path.length - extensionOf(path).length)).normalize(
      'NFC',
    );
  const folder = dirname(absolute);
  const stem = stemOf(basename(absolute));
  const [existing] = readdirSync(folder)
    .filter((name) => ['.yaml', '.yml'].includes(extensionOf(name)) && stemOf(name) === stem)
    .sort();
  const name = existing ?? `${basename(absolute, basename(absolute).slice(stem.length))}.yaml`;
  return {
    name: file.slice(0, file.length - basename(file).length) + name,
    absolute: join(folder, name),
    exists: existing !== undefined,
  };
}

function decide(text: string, structure: Structure): readonly Decision[] {
  const toDecision = (shown: boolean) => (heading: HeadingSpan) => ({
    heading,
    shown,
    ...surroundings(text, heading),
    evidence: evidenceOf(text, structure, heading),
  });
  return [
    ...structure.headings.map(toDecision(true)),
    ...structure.suggestions.map(toDecision(false)),
  ].sort((a, b) => a.heading.start - b.heading.start);
}

/**
 * Reads a seed and recovers its structure as a build with the same settings would.
 *
 * @param file the seed as named by the user
 * @param absolute the path to open it by
 * @param recovery level of heading recovery
 * @param decisions an editor's decisions about its headings
 * @returns the seed with its decisions; undefined, with diagnostics, where it holds no text
 * @throws the file system's error where the seed's folder cannot be listed
 */
export async function reviewFile(
  file: string,
  absolute: string,
  recovery: Config['recovery'],
  decisions: Config['decisions'] = [],
): Promise<Outcome<Reviewed | undefined>> {
  const diagnostics: Diagnostic[] = [];
  const format = formatOf(file);
  const seed = readSeed({ path: file, absolute }, format?.maxBytes);
  diagnostics.push(...seed.diagnostics);
  if (seed.value === undefined) return { value: undefined, diagnostics };
  let sidecar = findSidecar(file, absolute);
  if (sidecar.exists) {
    const read = readSeed({ path: sidecar.name, absolute: sidecar.absolute }, maxSidecarBytes);
    diagnostics.push(...read.diagnostics);
    if (read.value !== undefined) sidecar = { ...sidecar, bytes: read.value };
  }
  const converted = await format?.convert?.(seed.value, file);
  const { value: document, diagnostics: documentDiagnostics } = readReviewed(
    file,
    seed.value,
    sidecar,
    converted,
  );
  diagnostics.push(...documentDiagnostics);
  if (document === undefined) return { value: undefined, diagnostics };
  const bytes = seed.value;
  const { name } = sidecar;
  const reread: Reviewed['reread'] = (changed) =>
    readReviewed(file, bytes, { name, bytes: changed }, converted);
  const decided = decisions.length === 0 ? document : { ...document, decisions };
  const reviewed = reviewDocument(decided, bytes.length, recovery);
  diagnostics.push(...reviewed.diagnostics);
  return { value: { file, ...reviewed.value, sidecar, reread }, diagnostics };
}

/**
 * Recovers the structure of a document as a build with the same settings would.
 *
 * @param bytes length of the document's seed or record
 */
export function reviewDocument(
  document: SourceDocument,
  bytes: number,
  recovery: Config['recovery'],
): Outcome<Pick<Reviewed, 'document' | 'isPlain' | 'structure' | 'decisions'>> {
  const { text, format, metadata } = document;
  const isPlain = format === 'text' || metadata.headings !== undefined || bytes > maxMarkdownBytes;
  const recovered = recoverStructure(
    document,
    isPlain ? recovery : { ...recovery, headings: 'off' },
  );
  const structure = recovered.value;
  const decisions = decide(text, structure);
  return {
    value: { document, isPlain, structure, decisions },
    diagnostics: recovered.diagnostics,
  };
}
