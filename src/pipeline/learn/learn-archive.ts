import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalogue } from '../../catalogue/database.ts';
import { openCatalogue } from '../../catalogue/open.ts';
import { compareCodePoints } from '../../model/code-points.ts';
import type { Config } from '../../model/config.ts';
import { fnv1aText } from '../../model/fnv1a.ts';
import type { LearnedHeadings } from '../../model/learned-headings.ts';
import type { LearningResult, SourceLearning } from '../../model/learning-result.ts';
import { labelArticle } from '../../structure/learn/label-article.ts';
import {
  adaptationFor,
  evidenceOfArticles,
  learnHeadings,
  sourceName,
} from '../../structure/learn/learn-headings.ts';
import { articleSample, type KnownArticle } from '../../structure/learn/sample-articles.ts';
import { weightsHash } from '../../structure/learn/weights-hash.ts';
import { loadWeights } from '../../structure/learned/load-weights.ts';
import { scanSeeds } from '../read/scan-seeds.ts';
import { archiveDocuments } from './archive-documents.ts';
import { documentEvidence, isArabic, mayBeFlattened, plainContentOf } from './known-document.ts';

/** Callbacks invoked while learning. */
export interface LearningEffects {
  /** Number of articles read: all are read twice, first for what they teach, then for what that changes. */
  readonly progress: (done: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What the articles of an archive show of their structure. */
interface ArchiveEvidence
  extends Pick<LearningResult, 'articles' | 'known' | 'otherLanguage' | 'missing'> {
  readonly bySource: ReadonlyMap<string, readonly KnownArticle[]>;
}

/** Reads every article for what it shows of its structure. */
async function gatherEvidence(
  catalogue: Catalogue,
  config: Config,
  { progress, signal }: LearningEffects,
): Promise<ArchiveEvidence> {
  const sample = articleSample();
  const weights = loadWeights();
  let [articles, known, otherLanguage, missing] = [0, 0, 0, 0];
  for await (const document of archiveDocuments(catalogue, config)) {
    signal?.throwIfAborted();
    articles += 1;
    progress(articles);
    if (document.metadata.withdrawn !== undefined) continue;
    if (!isArabic(document)) {
      otherLanguage += 1;
      continue;
    }
    // Nothing is known of most articles that lost their lines.
    const isFlat = mayBeFlattened(document) && !document.text.includes('\n');
    if (isFlat && document.decisions === undefined) continue;
    const evidence = documentEvidence(document, config);
    missing += evidence.missing;
    if (evidence.known === undefined) continue;
    known += 1;
    const hash = fnv1aText(evidence.known.text) >>> 0;
    if (!sample.wants(evidence.source, hash)) continue;
    sample.add(evidence.source, { hash, labelled: labelArticle(evidence.known, weights) });
  }
  return { bySource: sample.articles(), articles, known, otherLanguage, missing };
}

/** Counts of flattened articles of a source. */
interface Change {
  flattened: number;
  more: number;
  fewer: number;
}

/** Counts the headings that flattened articles show more and fewer with what was learned, by source. */
async function countChanges(
  catalogue: Catalogue,
  config: Config,
  learned: LearnedHeadings,
  { progress, signal }: LearningEffects,
  read: number,
): Promise<ReadonlyMap<string, Change>> {
  const changes = new Map<string, Change>();
  const { learned: _, ...recovery } = config.recovery;
  let done = read;
  for await (const document of archiveDocuments(catalogue, config)) {
    signal?.throwIfAborted();
    done += 1;
    progress(done);
    if (document.metadata.withdrawn !== undefined || !mayBeFlattened(document)) continue;
    if (!isArabic(document)) continue;
    const { structure, header } = plainContentOf(document, { recovery });
    const source = sourceName(header.metadata.source);
    const change = changes.get(source) ?? { flattened: 0, more: 0, fewer: 0 };
    changes.set(source, change);
    if (structure === undefined) continue;
    change.flattened += 1;
    if (adaptationFor(learned, source) === undefined) continue;
    const after = plainContentOf(document, { recovery: { ...recovery, learned } }).structure;
    const [was, is] = [structure, after].map(
      (one) => new Set(one?.headings.map(({ start, end }) => `${start} ${end}`)),
    );
    change.more += is?.difference(was ?? new Set()).size ?? 0;
    change.fewer += was?.difference(is ?? new Set()).size ?? 0;
  }
  return changes;
}

/** Returns what learning did for each source, those with the most headings gained first. */
function sourceResults(
  { bySource }: ArchiveEvidence,
  learned: LearnedHeadings,
  changes: ReadonlyMap<string, Change>,
): readonly SourceLearning[] {
  const names = new Set([...bySource.keys(), ...changes.keys()]);
  const none: Change = { flattened: 0, more: 0, fewer: 0 };
  return [...names]
    .map((source): SourceLearning => {
      const isOwn = Object.hasOwn(learned.sources, source);
      const ofArchive = learned.archive === undefined ? 'none' : 'archive';
      return {
        source,
        adaptation: isOwn ? 'own' : ofArchive,
        ...evidenceOfArticles(bySource.get(source) ?? []),
        ...(changes.get(source) ?? none),
      };
    })
    .sort((a, b) => b.more - a.more || compareCodePoints(a.source, b.source));
}

/**
 * Learns from the articles of an archive whose structure is known, and counts what that changes. Writes nothing but a
 * catalogue in the system's folder for temporary files, which is removed.
 *
 * @param seeds absolute path of the seeds folder
 * @throws the file system's error, the signal's reason
 */
export async function learnArchive(
  seeds: string,
  config: Config,
  effects: LearningEffects,
): Promise<LearningResult> {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-learn-'));
  const catalogue = openCatalogue(folder, true);
  try {
    scanSeeds(catalogue, seeds, 0, config);
    const evidence = await gatherEvidence(catalogue, config, effects);
    const learned = learnHeadings(evidence.bySource, weightsHash());
    const isEmpty = learned.archive === undefined && Object.keys(learned.sources).length === 0;
    const changes = isEmpty
      ? new Map<string, Change>()
      : await countChanges(catalogue, config, learned, effects, evidence.articles);
    const { articles, known, otherLanguage, missing } = evidence;
    const sources = sourceResults(evidence, learned, changes);
    return { learned, sources, articles, known, otherLanguage, missing };
  } finally {
    catalogue.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
