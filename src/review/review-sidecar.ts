import { appendFileSync, writeFileSync } from 'node:fs';
import type { CliMessages, SidecarState } from '../i18n/cli-messages.ts';
import type { Span } from '../model/structure.ts';
import { decode } from '../sources/encodings/decode.ts';
import { quoteYaml } from '../sources/yaml/quote.ts';
import { applyHeadings } from '../structure/editor.ts';
import type { Decision, Reviewed } from './review-file.ts';

/** A planned change of a sidecar. */
export interface SidecarPlan {
  readonly state: SidecarState;
  /** The text to write or append; empty where there is none. */
  readonly addition: string;
  /**
   * Headings that a build would find elsewhere or not at all, because their words occur earlier in
   * the text.
   */
  readonly lost: readonly string[];
}

const encoder = new TextEncoder();

// Letters and harmless punctuation; everything else is quoted.
const plainText = /^\p{L}[\p{L}\p{M}\p{N} ،؛.؟()«»]*$/u;
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/** Returns a heading as a YAML scalar on one line; white space may differ from the text's. */
function scalar(heading: string): string {
  const line = heading.replace(/\s+/g, ' ').trim();
  if (plainText.test(line)) return line;
  return unprintable.test(line) ? JSON.stringify(line) : quoteYaml(line);
}

/**
 * Returns the lines that list a seed's headings in a sidecar: shown ones as items, others as comments
 * that become items when their `#` is removed. Without any shown, the key is a comment too, because
 * an empty list would mean that there are no headings.
 *
 * @param file the seed's name, for the comment
 * @param decisions shown and left out, in order
 * @param messages language of the comment
 */
export function sidecarBlock(
  file: string,
  decisions: readonly Decision[],
  messages: CliMessages,
): string {
  const hasShown = decisions.some(({ shown }) => shown);
  const lines = decisions.map(({ heading, shown }) => {
    if (shown) return `  - ${scalar(heading.text)}`;
    // Without its # this is an item; so no space follows, and the confidence is a separate comment.
    return `  #- ${scalar(heading.text)}  # (${heading.confidence.toFixed(2)})`;
  });
  return [
    ...messages.review.sidecarComment(file.replace(/\s+/g, ' ')).map((line) => `# ${line}`),
    hasShown ? 'headings:' : '#headings:',
    ...lines,
    '',
  ].join('\n');
}

/**
 * Returns the lines of one record in a sidecar of many.
 *
 * @param isFirst whether the key `records` is still missing; else it must be the last of the sidecar
 */
function recordBlock(record: string, block: string, isFirst: boolean): string {
  const lines = block
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}\n`);
  return `${isFirst ? 'records:\n' : ''}  ${JSON.stringify(record)}:\n${lines.join('')}`;
}

const withoutHeadings = (metadata: object): string =>
  JSON.stringify({ ...metadata, headings: undefined });

/**
 * Returns the headings that a build would find with such a sidecar; undefined where it would misread
 * it.
 */
function headingsWith(reviewed: Reviewed, sidecar: string): readonly Span[] | undefined {
  const { document, structure } = reviewed;
  const before = reviewed.reread(reviewed.sidecar.bytes ?? new Uint8Array());
  const after = reviewed.reread(encoder.encode(sidecar));
  if (after.value === undefined || after.diagnostics.length > before.diagnostics.length) {
    return undefined;
  }
  const { metadata, text } = after.value;
  if (withoutHeadings(metadata) !== withoutHeadings(document.metadata)) return undefined;
  if (metadata.headings !== undefined)
    return applyHeadings(text, metadata.headings).structure.headings;
  return structure.headings.length === 0 ? [] : undefined;
}

/** Returns the text of a sidecar that lines can be appended to; undefined where they cannot. */
function appendable(reviewed: Reviewed): string | undefined {
  const { exists, bytes, name } = reviewed.sidecar;
  if (!exists) return '';
  if (bytes === undefined) return undefined;
  const { value, diagnostics } = decode(bytes, name);
  if (value === undefined) return diagnostics[0]?.rule === 'seed-empty' ? '' : undefined;
  return value.encoding.startsWith('utf-8') ? value.text : undefined;
}

/**
 * Plans the sidecar of a seed. The planned text is read back as a build reads it, so that a sidecar
 * always agrees with the review.
 *
 * @param reviewed the seed with its decisions
 * @param messages language of the comment in the sidecar
 */
export function planSidecar(reviewed: Reviewed, messages: CliMessages): SidecarPlan {
  const { decisions, document, isPlain, sidecar, structure, file } = reviewed;
  const withoutChange = (state: SidecarState): SidecarPlan => ({ state, addition: '', lost: [] });
  if (document.metadata.headings !== undefined) return withoutChange('kept');
  if (!isPlain) return withoutChange('markdown');
  const existing = appendable(reviewed);
  if (existing === undefined) return withoutChange('refused');
  const { record } = reviewed;
  if (record === undefined && /^#?\s*headings\s*:/m.test(existing)) return withoutChange('kept');
  if (decisions.length === 0) return withoutChange('nothing');
  const separator = existing === '' || existing.endsWith('\n') ? '' : '\n';
  const block = sidecarBlock(file, decisions, messages);
  const isFirst = !/^records[ \t]*:/m.test(existing);
  const addition = separator + (record === undefined ? block : recordBlock(record, block, isFirst));
  const foundHeadings = headingsWith(reviewed, existing + addition);
  if (foundHeadings === undefined) return withoutChange('refused');
  const missingFrom = (from: readonly Span[], to: readonly Span[]): readonly Span[] =>
    from.filter((span) => !to.some(({ start, end }) => start === span.start && end === span.end));
  // A heading found elsewhere counts twice: missing at its position and extra at the other.
  const { headings } = structure;
  const spans = [...missingFrom(headings, foundHeadings), ...missingFrom(foundHeadings, headings)];
  const lost = [...new Set(spans.map(({ start, end }) => document.text.slice(start, end)))];
  return { state: sidecar.exists ? 'appended' : 'written', addition, lost };
}

/**
 * Writes the planned change; existing text of a sidecar is never overwritten.
 *
 * @throws the file system's error, also where a file was created since
 */
export function writeSidecar({ sidecar }: Reviewed, { state, addition }: SidecarPlan): void {
  if (state === 'written') writeFileSync(sidecar.absolute, addition, { flag: 'wx' });
  else if (state === 'appended') appendFileSync(sidecar.absolute, addition);
}
