import type { Diagnostic } from '../model/diagnostic.ts';
import { maxImportedArticles } from '../model/limits.ts';
import { sha256 } from '../publish/sha256.ts';
import { isWebUrl } from '../sources/metadata-forms.ts';
import { decodeBody } from './http-body.ts';
import type { ImportSource } from './import-source.ts';
import { archivesIn } from './packed-archives.ts';
import {
  type WarcEffects,
  type WarcFault,
  type WarcResponse,
  warcResponses,
} from './warc-records.ts';

/** A page in a web archive (WARC 1.1, ISO 28500). */
export interface Capture {
  /** Its URL without fragment. */
  readonly url: string;
  /** When it was fetched: RFC 3339 in UTC, which sorts as text. */
  readonly date: string;
  /** Where its record begins, unique within the source. */
  readonly position: string;
  /** The charset of the server's response. */
  readonly charset: string | undefined;
  /** Returns the page; undefined where it is larger than the limit. */
  readonly body: () => Uint8Array | undefined;
}

/** Returns the URL of a record without fragment. */
const urlOf = ({ fields }: Pick<WarcResponse, 'fields'>): string =>
  (fields.get('warc-target-uri') ?? '').replace(/^<|>$|#.*$/g, '');

/** Tells whether a response was fetched successfully and has a media type. */
function isFetched(response: Omit<WarcResponse, 'body'>, type: RegExp): boolean {
  const status = Number(/^\S+ +(\d{3})\b/.exec(response.status)?.[1]);
  if (!(status >= 200 && status < 300) || !isWebUrl(urlOf(response))) return false;
  return type.test(response.http.get('content-type') ?? '');
}

/** Tells whether a response is a successfully fetched HTML page. */
const isPage: WarcEffects['wants'] = (response) =>
  isFetched(response, /^\s*(?:text\/html|application\/xhtml\+xml)\b/i);

/** Tells whether a response is a successfully fetched picture. */
export const isPictureResponse: WarcEffects['wants'] = (response) =>
  isFetched(response, /^\s*image\//i);

function captureOf(response: WarcResponse, position: string): Capture {
  const { fields, http, body } = response;
  const isChunked = /chunked/i.test(http.get('transfer-encoding') ?? '');
  const codings = http.get('content-encoding') ?? '';
  return {
    ...{ url: urlOf(response), position },
    date: (fields.get('warc-date') ?? '').slice(0, 40).replace(/\s/g, ''),
    charset: /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(http.get('content-type') ?? '')?.[1],
    body: () => (body === undefined ? undefined : decodeBody(body, codings, isChunked)),
  };
}

/** Returns the diagnostic of a fault in a web archive. */
function diagnosticOf(file: string, fault: WarcFault, offset: number): Diagnostic {
  const at = { severity: 'error', file } as const;
  return fault === 'cut'
    ? { ...at, rule: 'import-cut-short', values: {} }
    : { ...at, rule: 'warc-record', values: { fault, offset } };
}

/**
 * Reads the pages in a WARC file, or in the WARC files of a WACZ package: HTML responses of status
 * 2xx. What cannot be read is reported and passed over.
 *
 * @param wants tells by its header whether a response is wanted; pages by default
 * @throws the file system's error, or that of a malformed package
 */
export async function* capturesIn(
  source: ImportSource,
  report: (diagnostic: Diagnostic) => void,
  wants: WarcEffects['wants'] = isPage,
): AsyncGenerator<Capture> {
  let archive = 0;
  let isDamaged = false;
  function reportDamage(diagnostic: Diagnostic): void {
    isDamaged = true;
    report(diagnostic);
  }
  for await (const chunks of archivesIn(source, reportDamage)) {
    archive += 1;
    isDamaged = false;
    let faults = 0;
    const effects = {
      wants,
      report(fault: WarcFault, offset: number): void {
        faults += 1;
        // Of a damaged gzip file it has been reported that it ends early.
        const isKnown = fault === 'cut' && isDamaged;
        if (!isKnown && faults <= maxReportedFaults)
          report(diagnosticOf(source.path, fault, offset));
      },
    };
    for await (const response of warcResponses(chunks, effects)) {
      yield captureOf(response, `${archive} ${response.offset}`);
    }
  }
}

/** Most faults of one web archive that are reported: one that is hostile has millions. */
const maxReportedFaults = 1000;

/** The newest capture of each URL. */
export interface NewestCaptures {
  /** Tells whether a capture is the newest of its URL. */
  readonly has: (source: ImportSource, capture: Capture) => boolean;
  /** Whether there are more URLs than the limit, of which the last are missing. */
  readonly isFull: boolean;
}

/** Returns a short key of a URL: a map of a million URLs themselves would take a gigabyte. */
export const urlKey = (url: string): string =>
  Buffer.from(sha256(Buffer.from(url)), 'hex').toString('latin1', 0, 12);

/** Returns the newest capture of each URL in all sources; the first where several have the same date. */
export async function newestCaptures(sources: readonly ImportSource[]): Promise<NewestCaptures> {
  /** Date, source and position of the newest capture by the key of its URL. */
  const newest = new Map<string, string>();
  const numbers = new Map(sources.map(({ absolute }, i) => [absolute, i]));
  const nameOf = (source: ImportSource, { date, position }: Capture): string =>
    `${date} ${numbers.get(source.absolute) ?? ''} ${position}`;
  let isFull = false;
  for (const source of sources) {
    try {
      for await (const capture of capturesIn(source, () => {})) {
        const key = urlKey(capture.url);
        const known = newest.get(key);
        if (known !== undefined && capture.date <= known.slice(0, known.indexOf(' '))) continue;
        if (known === undefined && newest.size >= maxImportedArticles) isFull = true;
        else newest.set(key, nameOf(source, capture));
      }
    } catch {
      // The error is reported when the pages are read.
    }
  }
  return {
    has: (source, capture) => newest.get(urlKey(capture.url)) === nameOf(source, capture),
    isFull,
  };
}
