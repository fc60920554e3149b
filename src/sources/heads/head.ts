import type { Diagnostic, Rule, RuleValues } from '../../model/diagnostic.ts';
import type { FieldSetting } from '../../model/field.ts';
import type { YamlMap } from '../yaml/yaml-value.ts';

/** A text split into front matter, where it has any, and body. */
export interface FrontMatter {
  /** Undefined where the text has no front matter. */
  readonly metadata: YamlMap | undefined;
  /** Everything after the front matter, unchanged; the whole text without front matter. */
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A text in which metadata are looked for. */
export interface HeadText {
  readonly text: string;
  /** Offset of the first line that may be metadata: blank lines and comments before it belong to nothing. */
  readonly start: number;
  /** 1-based line at `start`. */
  readonly line: number;
  /** Path for diagnostics. */
  readonly file: string;
  /** The fields that the site declares: their labels are known. */
  readonly own?: readonly FieldSetting[] | undefined;
}

/** Returns the number of line ends in a part of a text. */
export function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}

/** Returns a warning or an error about a head. */
export function headDiagnostic<R extends Rule>(
  { file }: HeadText,
  line: number,
  rule: R,
  values: RuleValues[R],
  severity: Diagnostic['severity'] = 'warning',
): Diagnostic {
  // The union is indexed by rule, which a generic literal cannot show to the compiler.
  return { rule, severity, file, line, values } as Diagnostic;
}

/** Returns a text that has no front matter. */
export const withoutHead = (
  text: string,
  diagnostics: readonly Diagnostic[] = [],
): FrontMatter => ({ metadata: undefined, body: text, bodyLine: 1, diagnostics });

/** Returns a text after its front matter: the body starts after the line end at `end`. */
export function withHead(
  { text }: HeadText,
  metadata: YamlMap,
  end: number,
  diagnostics: readonly Diagnostic[] = [],
): FrontMatter {
  const lineEnd = /\r?\n?/y;
  lineEnd.lastIndex = end;
  const start = end + (lineEnd.exec(text)?.[0].length ?? 0);
  const bodyLine = 1 + lineEnds(text, 0, start);
  return { metadata, body: text.slice(start), bodyLine, diagnostics };
}

/** Longest line of a head that is looked at, in UTF-16 code units. */
const maxLine = 8192;

/** Returns the line of a head at an offset, and the offset after it. */
export function headLine(text: string, at: number): { readonly raw: string; readonly to: number } {
  const next = text.indexOf('\n', at);
  const to = next === -1 ? text.length : next + 1;
  return { raw: text.slice(at, Math.min(to, at + maxLine)).replace(/\r?\n$/, ''), to };
}
