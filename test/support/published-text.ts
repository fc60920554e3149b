import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { base91Decode } from '../../src/search/codec/base91-decode.ts';
import { docCapacityFor } from '../../src/search/codec/postings.ts';
import { openPostingsFile } from '../../src/search/codec/postings-file.ts';
import { scsuText } from '../../src/search/codec/scsu.ts';

/** Returns the words that a file of the search index holds; empty for one of positions. */
function indexText(file: string, script: string): string {
  const data = /^warraq\("[^"]*","([^"]*)"\)/.exec(script)?.[1] ?? '';
  const bytes = inflateRawSync(base91Decode(data));
  if (/search\/(?:cards|texts)\//.test(file)) return scsuText(bytes);
  if (!file.startsWith('search/terms/')) return '';
  return openPostingsFile(bytes, docCapacityFor(1))
    .stems.flatMap(({ stem, forms }) => [stem, ...forms.map(({ form }) => form)])
    .join('\n');
}

/** Adds what files within a text hold: citation files in `data:` addresses. */
const withData = (text: string): string =>
  text.replace(
    /data:[a-z/;=+.-]*(?:charset=utf-8;)?base64,([A-Za-z0-9+/=]+)/g,
    (whole, data) => `${whole} ${Buffer.from(String(data), 'base64').toString('utf8')} `,
  );

/** Returns text with percent-encoded UTF-8 decoded. */
const withoutPercents = (text: string): string =>
  text.replace(/(?:%[0-9A-F]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });

/** A file of a site: its output path, and all that can be read in it, unpacked and decoded. */
export interface ReadableFile {
  readonly outputPath: string;
  readonly text: string;
}

/** Returns everything that can be read in a built site. */
export function publishedText(dist: string): readonly ReadableFile[] {
  return readdirSync(dist, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const outputPath = relative(dist, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
      const bytes = readFileSync(join(dist, outputPath));
      const text = (outputPath.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      const isIndex = outputPath.startsWith('search/');
      return {
        outputPath,
        text: withoutPercents(withData(isIndex ? indexText(outputPath, text) : text)),
      };
    });
}
