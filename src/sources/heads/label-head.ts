import { maxQuoted } from '../../model/limits.ts';
import { plainName } from '../key-names.ts';
import { fieldNamed } from '../own-fields.ts';
import { readPublicationEntry } from '../publication.ts';
import type { YamlEntry } from '../yaml/yaml-value.ts';
import {
  type FrontMatter,
  type HeadText,
  headDiagnostic,
  headLine,
  lineEnds,
  withoutHead,
} from './head.ts';
import { knownName } from './known-name.ts';
import { headKeys, textLabels } from './label-names.ts';

/** Longest first line of a head in UTF-16 code units. */
const maxFirstLine = 400;

/** Most lines of a head. */
const maxLines = 40;

/** Longest head in UTF-16 code units. */
const maxLength = 8192;

/** Longest value but that of a summary. */
const maxValue = 300;

/** Keys whose values may be a paragraph. */
const longKeys: ReadonlySet<string> = new Set(['standfirst', 'description', 'topics', 'rights']);

/**
 * A label and its value: «العنوان: …», `Title: …`; as Org (`#+title: …`) and reStructuredText (`:title: …`) have it, and
 * bold in Markdown; with a slash as newspapers have it («الكاتب/ …»). An address (`http://…`) and a time (`10:30`) have
 * no label.
 */
const labelled =
  /^(?:[-•*‣–][ \t]+)?(?:#\+|:|\*\*|__)?([\p{L}][\p{L}\p{M}\p{N}_ .-]{0,38}?)(?:\*\*|__)?[ \t\u00a0]*(?:[:：](?!\/\/)|\/(?=[ \t]))(?:\*\*|__)?(?:[ \t\u00a0]+|(?=[^\d\s])|$)(.*)$/u;

/** The fields that the site declares. */
type Fields = HeadText['own'];

/** A line with a label. */
interface LabelledLine {
  readonly label: string;
  readonly value: string;
  /** The key that the label stands for; undefined if it is not known. */
  readonly key: string | undefined;
}

function labelledLine(line: string, own: Fields): LabelledLine | undefined {
  const [, label, value = ''] = labelled.exec(line) ?? [];
  if (label === undefined) return undefined;
  const text = value.trim();
  const holds = () => (readPublicationEntry(label, text, 1) === undefined ? undefined : 'status');
  const field = () =>
    own !== undefined && fieldNamed(label, own) !== undefined ? 'other' : undefined;
  return { label, value: text, key: knownName(label) ?? field() ?? holds() };
}

/** Returns the labels of a line: one, or several that slashes or bars part, where all are known. */
function labelsOf(line: string, own: Fields): readonly LabelledLine[] {
  const parts = /[ \t][/|][ \t]/.test(line) ? line.split(/[ \t]+[/|][ \t]+/) : [];
  const labels = parts.flatMap((part) => labelledLine(part, own) ?? []);
  const areKnown = labels.length === parts.length && labels.every(({ key }) => key !== undefined);
  if (labels.length > 1 && areKnown) return labels;
  const whole = labelledLine(line, own);
  return whole === undefined ? [] : [whole];
}

/** Tells whether a line is that of a head: its value is not too long for its key. */
const isShort = ({ key = '', value }: LabelledLine): boolean =>
  value.length <= (longKeys.has(key) ? maxLength : maxValue);

/** The lines at the start of a text that have labels. */
interface LabelBlock {
  readonly read: ReadonlyMap<string, YamlEntry>;
  /** Lines that stay in the text, with their line ends. */
  readonly left: readonly string[];
  readonly keys: ReadonlySet<string>;
  /** Offset of the first line after the block. */
  readonly end: number;
  readonly endLine: number;
}

/** How the labels of a head stand. */
interface HeadLayout {
  /** Whether there are blank lines between them. */
  readonly isSpaced: boolean;
  /** Whether each value stands on the line below its label. */
  readonly isBelow: boolean;
}

/** Returns how the labels of a head stand, by the first of them. */
function layoutOf({ text, start, own }: HeadText): HeadLayout {
  const first = headLine(text, start);
  const [label] = labelsOf(first.raw, own);
  const second = headLine(text, first.to);
  const isBelow =
    label?.value === '' &&
    second.raw.trim() !== '' &&
    labelsOf(second.raw, own)[0]?.key === undefined;
  const after = isBelow ? headLine(text, second.to) : second;
  return { isSpaced: after.raw.trim() === '' && after.to > start, isBelow };
}

/** Tells whether a line is the name of the text, which begins below it. */
const isTextLabel = (label: LabelledLine | undefined): boolean =>
  label?.key === undefined && label?.value === '' && textLabels.has(plainName(label.label));

/**
 * Returns the offset of the next line of the head after blank lines: the name of the text or, where the labels stand
 * apart, a known label; undefined where another line follows.
 */
function nextLabel({ text, own }: HeadText, start: number, isSpaced: boolean): number | undefined {
  let at = start;
  for (let { raw, to } = headLine(text, at); raw.trim() === ''; { raw, to } = headLine(text, at)) {
    if (to >= text.length || to - start > maxFirstLine) return undefined;
    at = to;
  }
  const labels = labelsOf(headLine(text, at).raw, own);
  if (isTextLabel(labels[0])) return at;
  const areKnown = isSpaced && labels.length > 0 && labels.every(({ key }) => key !== undefined);
  return areKnown && labels.every(isShort) ? at : undefined;
}

function labelBlock(head: HeadText): LabelBlock {
  const { text, start, own, line: firstLine } = head;
  const { isSpaced, isBelow } = layoutOf(head);
  const read = new Map<string, YamlEntry>();
  const left: string[] = [];
  const keys = new Set<string>();
  let [end, line, lines] = [start, firstLine, 0];
  // Lines with unknown labels belong to the block only where one with a known label follows, or a blank line.
  let pending: string[] = [];
  let [at, atLine] = [start, firstLine];
  for (; lines < maxLines && at < text.length && at - start < maxLength; lines += 1) {
    const { raw, to } = headLine(text, at);
    const written = text.slice(at, Math.min(to, at + maxLength));
    const again = raw.trim() === '' ? nextLabel(head, at, isSpaced) : undefined;
    if (again !== undefined) {
      atLine += lineEnds(text, at, again);
      at = again;
      continue;
    }
    if (raw.trim() === '') {
      // What stands before the blank line belongs to the head.
      left.push(...pending);
      if (pending.length > 0) [end, line] = [at, atLine];
      break;
    }
    const labels = labelsOf(raw, own);
    const [found] = labels;
    if (found === undefined || !labels.every(isShort)) break;
    const { label, key } = found;
    const below =
      isBelow && found.value === '' && key !== undefined ? headLine(text, to) : undefined;
    const value = below?.raw.trim() ?? found.value;
    if (below !== undefined && labelsOf(below.raw, own)[0]?.key === undefined && value !== '') {
      if (!isShort({ ...found, value })) break;
      keys.add(key ?? '');
      read.set(label, { value, line: atLine + 1 });
      [at, atLine] = [below.to, atLine + 2];
      [end, line] = [at, atLine];
      continue;
    }
    const isAgain = key !== undefined && key !== 'other' && read.has(label);
    if (isTextLabel(found)) {
      left.push(...pending);
      [end, line] = [to, atLine + 1];
      break;
    }
    if (key === undefined || isAgain) pending.push(written);
    else {
      left.push(...pending);
      pending = [];
      for (const each of labels) {
        keys.add(each.key ?? key);
        if (each.value !== '') read.set(each.label, { value: each.value, line: atLine });
      }
      [end, line] = [to, atLine + 1];
    }
    [at, atLine] = [to, atLine + 1];
  }
  return { read, left, keys, end, endLine: line };
}

/**
 * Reads lines with labels at the head of a text: «العنوان: …», «الكاتب: …», `Title: …`. They are metadata where at least
 * two of them have different known labels, one of them that of a title, an author or the like; other lines stay in the
 * text.
 *
 * @returns undefined where the text has no such head
 */
export function readLabelHead(head: HeadText): FrontMatter | undefined {
  const { text, start, line } = head;
  const newline = text.slice(start, start + maxFirstLine).indexOf('\n');
  if (newline === -1) return undefined;
  const first = text.slice(start, start + newline);
  if (!/[:：/]/.test(first)) return undefined;
  const [opening] = labelsOf(first.replace(/\r$/, ''), head.own);
  if (opening?.key === undefined) return undefined;
  const { read, left, keys, end, endLine } = labelBlock(head);
  const isHead = keys.size > 1 && [...keys].some((key) => headKeys.has(key)) && read.size > 1;
  if (!isHead) return foreignHead(head);
  const rest = text.slice(end);
  const diagnostics =
    left.length === 0
      ? []
      : [
          headDiagnostic(head, line, 'front-matter-foreign', {
            line: (left[0] ?? '').trim().slice(0, maxQuoted),
          }),
        ];
  const after = rest.replace(/^[ \t]*\r?\n/, '');
  const blank = after.length < rest.length ? 1 : 0;
  // The line of the body is that of the text below the lines that stay.
  if (left.length === 0)
    return { metadata: read, body: after, bodyLine: endLine + blank, diagnostics };
  const body = `${left.join('')}\n${after}`;
  return { metadata: read, body, bodyLine: endLine + blank - left.length - 1, diagnostics };
}

/** Latin labels of which only one is known: metadata of another program, which stay in the text. */
function foreignHead(head: HeadText): FrontMatter | undefined {
  const { text, start, line } = head;
  const block = /(?:(?:#\+|:)?[A-Za-z][\w-]{0,30}:[ \t][^\n]{0,200}\n){2,40}[ \t]*\r?\n/y;
  block.lastIndex = start;
  if (!block.test(text)) return undefined;
  const shown = text.slice(start, start + maxQuoted).split('\n')[0] ?? '';
  return withoutHead(text, [headDiagnostic(head, line, 'front-matter-foreign', { line: shown })]);
}
