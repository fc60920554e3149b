import type { ArticleWriter } from '../catalogue/store.ts';
import { toArticle } from '../content/to-article.ts';
import type { SourceDocument } from '../model/article.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { maxSidecarBytes } from '../model/limits.ts';
import { reservedBy } from '../pages/kinds.ts';
import { readDocument } from '../sources/read-document.ts';
import { type FoundSeed, readSeed, walkSeeds } from '../sources/walk.ts';
import { sha256 } from './sha256.ts';

/** Whom reading tells what it meets. */
export interface ReadingEffects {
  /** The name by which the user knows a path under the seeds folder. */
  readonly name: (path: string) => string;
  readonly report: (diagnostic: Diagnostic) => void;
  readonly progress: (done: number) => void;
}

type Report = ReadingEffects['report'];

/** Reads a seed and its sidecar; a sidecar that cannot be read does not hold the text back. */
function readSource(found: FoundSeed, report: Report): SourceDocument | undefined {
  const seed = readSeed(found);
  seed.diagnostics.forEach(report);
  if (seed.value === undefined) return undefined;
  const beside = found.sidecar && readSeed(found.sidecar, maxSidecarBytes);
  beside?.diagnostics.forEach(report);
  const sidecar =
    found.sidecar !== undefined && beside?.value !== undefined
      ? { sidecar: { path: found.sidecar.path, bytes: beside.value } }
      : {};
  const document = readDocument({ path: found.path, bytes: seed.value, ...sidecar }, sha256);
  document.diagnostics.forEach(report);
  return document.value;
}

/** Writes one article to the catalogue, unless its id or its place belongs to something else. */
function claim(
  document: SourceDocument,
  config: Config,
  writer: ArticleWriter,
  { name, report }: Pick<ReadingEffects, 'name' | 'report'>,
): void {
  const { permalink, recovery } = config;
  const compiled = toArticle(document, { permalink, recovery });
  compiled.diagnostics.forEach(report);
  const { article, suggestions } = compiled.value;
  const { id, url } = article;
  const fault = { severity: 'error', file: document.provenance.path } as const;
  const kind = reservedBy(url);
  if (kind !== undefined) {
    report({ ...fault, rule: 'url-reserved', values: { url, kind } });
    return;
  }
  const collision = writer.add(article, suggestions);
  if (collision === undefined) return;
  const other = name(collision.other);
  report(
    collision.claim === 'id'
      ? { ...fault, rule: 'id-collision', values: { id, other } }
      : { ...fault, rule: 'url-collision', values: { url, other } },
  );
}

/**
 * Reads every seed of a folder into the catalogue, in the order of their paths. A fault of one file
 * is reported and leaves the others alone.
 */
export function readArticles(
  seeds: string,
  config: Config,
  writer: ArticleWriter,
  { name, report: tell, progress }: ReadingEffects,
): void {
  const report: Report = (found) => tell({ ...found, file: name(found.file) });
  let done = 0;
  for (const { value: found, diagnostics } of walkSeeds(seeds)) {
    diagnostics.forEach(report);
    const document = found && readSource(found, report);
    if (document !== undefined) claim(document, config, writer, { name, report });
    done += 1;
    progress(done);
  }
  writer.commit();
}
