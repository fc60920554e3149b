import type { Publication, PublicationMark } from '../model/publication.ts';
import { addMark, readDamagedEntry } from './publication.ts';
import { publicationKey } from './publication-keys.ts';
import type { YamlMap, YamlValue } from './yaml/yaml-value.ts';

/** Most UTF-16 code units of a text that are searched for damaged metadata. */
const maxHead = 64 * 1024;

/** Words without which no line is about publication; a cheap check before all others. */
const telltale =
  /draft|publish|stat|visib|private|hidden|unlisted|headless|passw|permalink|build|exclude|embargo|expir|مسودة|منشور|النشر|مخفي|محظور|ينشر/i;

/** Tells whether a text has a word that keys about publication, withdrawal or redaction have. */
export const mayHoldBack = (text: string): boolean =>
  telltale.test(text) || /withdraw|retract|redact|مسحوب|محجوب|سحب|حجب/i.test(text);

/** What may stand before metadata by mistake: a comment or a heading, where a fence follows. */
const preamble =
  /^(?:<!--[^>]{0,400}-->|#[^\n]{0,400}|%[^\n]{0,100})\s*\n\s*(?=[-+]{3,}[ \t]*\r?\n)/;

/** The first line of a text that may open with metadata: a fence of any kind, a brace, or a key. */
const opening =
  /^(?:[-\u2010-\u2015+;=~`#*_]+[ \t]*[A-Za-z]*[ \t]*$|\{|(?:["':]|#\+)?[A-Za-z_][\w .-]{0,40}["']?[ \t]*[:=]|(?:مسودة|منشور|حالة النشر)[ \t]*[:=：][ \t]*\S{1,12}[ \t]*$)/;

/** A line that may belong to metadata: blank, indented, a comment, a list's or a map's, or a key with a value. */
const metadataLine = /^(?:\s|[#:-]|[[\]{}]|$|["']?[\p{L}_][^:=\n]{0,60}[:=：])/u;

const lineEnd = /\r\n|\r|\n/;

/** A key and a value: `draft: true`, `draft:true`, `draft = true`, `"draft": true`. */
const keyAndValue =
  /^([ \t]*(?:[-{,][ \t]*)*)(?:["'“”:]|#\+)?([\p{L}_][\p{L}\p{M}\w -]{0,40}?)["'“”]?[ \t\u00a0]*[:=：]{1,2}[>]?[ \t\u00a0]*(.*)$/u;

/** A key and a value without anything between them. */
const keyBesideValue = /^(\p{L}+)[ \t]+(\S+)[ \t]*$/u;

/** The same within a line of JSON, or of a map in braces. */
const pairInBraces =
  /[{,]\s*["']?([\p{L}_][\w -]{0,40}?)["']?\s*[:=]\s*("(?:[^"\\\n]|\\.)*"|[^,}\]\n]+)/gu;

/** A key in quotation marks after another entry, of which a comma is missing. */
const quotedPair = /"[ \t]*"([\p{L}_][\w -]{0,40}?)"\s*[:=]\s*("(?:[^"\\\n]|\\.)*"|[^,}\]\n"]+)/gu;

/** Returns the lines of YAML entries that were read, those of maps within maps too. */
function linesRead(map: YamlMap, lines: Set<number> = new Set()): ReadonlySet<number> {
  const visit = (value: YamlValue): void => {
    if (typeof value === 'string') return;
    if (value instanceof Map) linesRead(value, lines);
    else for (const item of value as readonly YamlValue[]) visit(item);
  };
  for (const { value, line } of map.values()) {
    lines.add(line);
    visit(value);
  }
  return lines;
}

/** Returns the lines at the start of a text that are metadata, or may be meant as such; none in most texts. */
function headLines(text: string): readonly string[] {
  const blank = /[^\s\ufeff]/.exec(text.slice(0, 1000))?.index ?? 0;
  const start = blank + (preamble.exec(text.slice(blank, blank + 1000))?.[0].length ?? 0);
  const [opened = ''] = /^[^\n\r]*/.exec(text.slice(start, start + 200)) ?? [];
  if (!opening.test(opened)) return [];
  const isFence = /^[^\w{"':#]|^#[^+]/.test(opened);
  const mayHoldBlanks = isFence || opened.startsWith('{');
  const close = isFence ? text.indexOf(`\n${opened.trim()}`, start + opened.length) : -1;
  const blankLine = mayHoldBlanks ? -1 : text.slice(start, maxHead).search(/\n\s*\n/);
  const end = close !== -1 ? close : blankLine !== -1 ? start + blankLine : maxHead;
  // Front matter over its limit may still end with a key that counts.
  const head = text.slice(0, close === -1 ? Math.min(end, maxHead) : end);
  if (!telltale.test(head)) return [];
  const lines = head.split(lineEnd);
  if (close !== -1) return lines;
  const first = text.slice(0, start).split(lineEnd).length - 1;
  const last = lines.findIndex((line, i) => i > first && !metadataLine.test(line));
  return last === -1 ? lines : lines.slice(0, last);
}

/** Returns all lines of a text that is metadata; none where no key is about publication. */
const wholeLines = (text: string): readonly string[] =>
  telltale.test(text) ? text.slice(0, maxHead).split(lineEnd) : [];

function marksOf(line: string, number: number): readonly PublicationMark[] {
  const marks: PublicationMark[] = [];
  function add(key: string, value: string, needsCertainty: boolean): void {
    if (publicationKey(key) === undefined) return;
    const mark = readDamagedEntry(key, value, { line: number, needsCertainty });
    if (mark !== undefined) marks.push(mark);
  }
  const [, indent = '', key = '', value = ''] = keyAndValue.exec(line) ?? [];
  add(key, value.replace(/[ \t]+#.*$/, '').replace(/,$/, ''), indent !== '');
  const [, word = '', beside = ''] = keyBesideValue.exec(line) ?? [];
  add(word, beside, true);
  if (!line.includes('{')) return marks;
  for (const [, name = '', content = ''] of line.matchAll(pairInBraces)) add(name, content, false);
  for (const [, name = '', content = ''] of line.matchAll(quotedPair)) {
    add(name, content.trim(), true);
  }
  return marks;
}

/**
 * Finds lines of metadata that say, or may say, that an article is not published, and that no reader understood: a
 * line with an error, another notation, a key given twice, front matter that is not closed.
 *
 * @param text a file's text
 * @param map the metadata read from it; undefined where it was read as text
 * @param isWhole whether all of it is metadata, as in a sidecar
 */
export function damagedMarks(
  text: string,
  map: YamlMap | undefined,
  isWhole: boolean,
): Publication {
  const lines = isWhole ? wholeLines(text) : headLines(text);
  let read: ReadonlySet<number> | undefined;
  let publication: Publication = {};
  lines.forEach((line, i) => {
    if (!telltale.test(line)) return;
    read ??= linesRead(map ?? new Map());
    if (read.has(i + 1)) return;
    for (const mark of marksOf(line, i + 1)) publication = addMark(publication, mark);
  });
  return publication;
}
