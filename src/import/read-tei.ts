import type { Diagnostic } from '../model/diagnostic.ts';
import { maxTeiBytes } from '../model/limits.ts';
import { gap } from '../sources/unpack-gzip.ts';
import { feedDecoder } from './feed-decoder.ts';
import type { ImportSource } from './import-source.ts';
import type { ImportResult } from './imported-article.ts';
import { readHead } from './list-sources.ts';
import { openUnpacked } from './packed-archives.ts';
import { teiArticles } from './tei-articles.ts';
import { xmlTree } from './xml-tree.ts';

/**
 * Reads the articles of a TEI file. One that declares entities, or is larger than can be held, is refused.
 *
 * @throws the file system's error
 */
export async function* readTei(source: ImportSource): AsyncGenerator<ImportResult> {
  const { path: file, name } = source;
  const decoder = feedDecoder(readHead(source.absolute).head, file);
  const tree = xmlTree();
  const found: Diagnostic[] = [];
  let bytes = 0;
  for await (const chunk of openUnpacked(source, (diagnostic) => void found.push(diagnostic))) {
    if (chunk === gap || !Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > maxTeiBytes) {
      const at = { rule: 'seed-too-large', severity: 'error', file } as const;
      yield { diagnostics: [{ ...at, values: { bytes, limit: maxTeiBytes } }] };
      return;
    }
    tree.push(decoder.decode(chunk));
  }
  tree.push(decoder.decode());
  const roots = tree.end();
  const stop = tree.stopped();
  const at = { severity: 'error', file } as const;
  found.push(...decoder.takeDiagnostics());
  if (stop === 'declarations') found.push({ ...at, rule: 'import-doctype', values: {} });
  if (stop === 'size')
    found.push({ ...at, rule: 'seed-too-large', values: { bytes, limit: maxTeiBytes } });
  const reason = tree.error();
  if (stop === undefined && reason !== undefined)
    found.push({ ...at, severity: 'warning', rule: 'import-malformed', values: { reason } });
  if (found.length > 0) yield { diagnostics: found };
  if (stop === undefined) yield* teiArticles(roots, { file, name });
}
