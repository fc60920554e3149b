import type { Diagnostic } from '../model/diagnostic.ts';
import { messageOf } from '../model/system-error.ts';
import { recordName } from '../sources/records/form.ts';
import { openRecords } from '../sources/records/open-records.ts';
import { unreadable } from '../sources/seed-file.ts';
import { gap } from '../sources/unpack-gzip.ts';
import { type Attachments, attachmentReader } from './attachments.ts';
import { dateOrderDetector } from './date-order.ts';
import { feedDecoder } from './feed-decoder.ts';
import { feedArticles } from './feed-items.ts';
import type { ImportSource } from './import-source.ts';
import type { ImportedArticle, ImportKind, ImportResult } from './imported-article.ts';
import type { FindPicture } from './imported-picture.ts';
import { readHead } from './list-sources.ts';
import { openUnpacked } from './packed-archives.ts';
import { picturesBeside } from './pictures-beside.ts';
import { readJson } from './read-json.ts';
import { readArchive, readPageFile } from './read-pages.ts';
import { readTei } from './read-tei.ts';
import { rowArticles } from './table-rows.ts';

/** Reads the attachments of a WordPress export; what is damaged is reported when the posts are read. */
async function readAttachments(source: ImportSource): Promise<Attachments> {
  const decoder = new TextDecoder();
  const reader = attachmentReader();
  for await (const chunk of openUnpacked(source, () => {})) {
    if (Buffer.isBuffer(chunk)) reader.push(decoder.decode(chunk, { stream: true }));
  }
  return reader.found;
}

async function* readFeed(source: ImportSource): AsyncGenerator<ImportResult> {
  const { path, absolute } = source;
  const { head } = readHead(absolute);
  const decoder = feedDecoder(head, path);
  const attachments = source.kind === 'wordpress' ? await readAttachments(source) : undefined;
  const reader = feedArticles(path, attachments);
  const found: Diagnostic[] = [];
  for await (const chunk of openUnpacked(source, (diagnostic) => void found.push(diagnostic))) {
    if (found.length > 0) yield { diagnostics: found.splice(0) };
    if (chunk === gap) reader.breakOff();
    else if (Buffer.isBuffer(chunk)) {
      const text = decoder.decode(chunk);
      const diagnostics = decoder.takeDiagnostics();
      if (diagnostics.length > 0) yield { diagnostics };
      yield* reader.push(text);
    }
    if (reader.isDone()) return;
  }
  yield* reader.push(decoder.decode());
  // Where the file is damaged at its end, that is told.
  yield* reader.end(found.length > 0);
  if (found.length > 0) yield { diagnostics: found };
}

async function* readTable({ path, absolute, gzipped }: ImportSource): AsyncGenerator<ImportResult> {
  const form = recordName(path)?.form === 'tsv' ? 'tsv' : 'csv';
  const openBatches = () => openRecords({ path, absolute, records: form, gzipped });
  const detector = dateOrderDetector();
  for await (const batch of openBatches()) detector.push(batch);
  const reader = rowArticles(path, detector.order());
  for await (const batch of openBatches()) yield* reader.push(batch);
}

/** Returns an article whose pictures are looked for beside its source too. */
const withPictures = (article: ImportedArticle, beside: FindPicture): ImportedArticle => ({
  ...article,
  pictures: (address) => article.pictures?.(address) ?? beside(address),
});

/** Reads the items of a file; an error that prevents reading to the end is the last item. Never throws. */
export type SourceReader = (source: ImportSource) => AsyncGenerator<ImportResult>;

/** Returns a reader of sources; web archives are scanned first for the newest capture of each URL. */
export async function sourceReader(sources: readonly ImportSource[]): Promise<SourceReader> {
  const archives = sources.filter(({ kind }) => kind === 'warc');
  const newest =
    archives.length === 0
      ? undefined
      : await (await import('./captures.ts')).newestCaptures(archives);
  const captured =
    archives.length === 0
      ? undefined
      : await (await import('./captured-pictures.ts')).capturedPictures(archives);
  const finderOf = (source: ImportSource): ((page: string | undefined) => FindPicture) => {
    if (source.kind !== 'warc') {
      const beside = picturesBeside(source);
      return () => beside;
    }
    return (page) =>
      page === undefined ? () => undefined : (captured?.of(page) ?? (() => undefined));
  };
  const readers: Readonly<Record<ImportKind, SourceReader>> = {
    wordpress: readFeed,
    feed: readFeed,
    csv: readTable,
    html: readPageFile,
    tei: readTei,
    json: readJson,
    warc: (source) => readArchive(source, newest),
  };
  return async function* read(source) {
    try {
      const pictures = finderOf(source);
      for await (const result of readers[source.kind](source)) {
        const { article } = result;
        // A reader that has its own pictures looks there first.
        yield article === undefined
          ? result
          : { ...result, article: withPictures(article, pictures(article.url)) };
      }
    } catch (error) {
      const { path: file, isZip } = source;
      // The operating system's errors have codes; others say what is wrong with the package.
      const values = { name: '', reason: messageOf(error) };
      const isDamaged = isZip && !(error instanceof Error && 'code' in error);
      const broken = { rule: 'zip-entry', severity: 'error', file, values } as const;
      yield { diagnostics: [isDamaged ? broken : unreadable(file, error)] };
    }
  };
}
