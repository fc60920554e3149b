import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { maxFrontMatterBytes } from '../model/limits.ts';
import type { MetadataKey } from '../model/metadata.ts';
import { cleanText } from '../sources/metadata-forms.ts';
import { metadataKey, metadataSchema } from '../sources/metadata-schema.ts';
import { quoteYaml } from '../sources/yaml/quote.ts';
import type { ImportedArticle, SeedMetadata } from './imported-article.ts';

/** A text that opens with a letter or digit and contains no YAML indicator. */
const plain = /^[\p{L}\p{N}](?!.*(?:: |:$| #))[^\p{C}\p{Z}\ufffe\uffff]*(?: [^\p{C}\p{Z}]+)*$/u;

/** A text without the indicators of a flow list. */
const plainItem = /^[^,[\]{}]*$/;

const unprintable = /[\p{C}\u2028\u2029]/u;

/** Bytes of the fences of front matter, with a margin. */
const fenceBytes = 16;

function scalar(text: string): string {
  if (plain.test(text)) return text;
  return unprintable.test(text) ? JSON.stringify(text) : quoteYaml(text);
}

const item = (text: string): string =>
  plain.test(text) && plainItem.test(text)
    ? text
    : unprintable.test(text)
      ? JSON.stringify(text)
      : quoteYaml(text);

const isList = (value: string | readonly string[]): value is readonly string[] =>
  typeof value !== 'string';

/** Returns the line of a key; empty where its value is empty. */
function keyLine(key: MetadataKey, value: string | readonly string[] | undefined): string {
  if (value === undefined) return '';
  if (!isList(value)) {
    const { text } = cleanText(value);
    return text === '' ? '' : `${key}: ${scalar(text)}\n`;
  }
  const items = value.map((name) => cleanText(name).text).filter((text) => text !== '');
  return items.length === 0 ? '' : `${key}: [${items.map(item).join(', ')}]\n`;
}

/** Returns the lines of all keys in the order of the schema. */
function keyLines(metadata: SeedMetadata): readonly (readonly [key: MetadataKey, line: string])[] {
  return Object.keys(metadataSchema).flatMap((name) => {
    const key = metadataKey(name);
    const line = key === undefined ? '' : keyLine(key, metadata[key]);
    return key === undefined || line === '' ? [] : [[key, line] as const];
  });
}

/**
 * Returns the text of a seed, metadata first. Values that would make the front matter longer than
 * builds read are omitted, the longest first.
 *
 * @param file the seed's path for diagnostics
 */
export function seedText(
  { metadata, status, body }: ImportedArticle,
  file: string,
): Outcome<string> {
  const lines = [...keyLines(metadata)];
  const diagnostics: Diagnostic[] = [];
  const bytesOf = ([, line]: readonly [MetadataKey, string]): number => Buffer.byteLength(line);
  let bytes = lines.reduce((sum, line) => sum + bytesOf(line), fenceBytes + (status?.length ?? 0));
  while (bytes > maxFrontMatterBytes) {
    const longest = lines.toSorted((a, b) => bytesOf(b) - bytesOf(a))[0];
    if (longest === undefined) break;
    bytes -= bytesOf(longest);
    lines.splice(lines.indexOf(longest), 1);
    const values = { key: longest[0] };
    diagnostics.push({ rule: 'import-too-long', severity: 'warning', file, values });
  }
  const held =
    status === undefined
      ? ''
      : `status: ${scalar(cleanText(status).text.slice(0, 60)) || 'draft'}\n`;
  const value = `---\n${lines.map(([, line]) => line).join('')}${held}---\n\n${body}`;
  return { value, diagnostics };
}
