import { composeYaml } from './compose.ts';
import { quoteHashtags, quoteYaml } from './quote.ts';

/** A top-level entry of a YAML map as written: its key's line and the lines that belong to it. */
export interface YamlChunk {
  readonly text: string;
  /** 0-based line in the whole text. */
  readonly line: number;
  /** Whether it opens with a key; text before the first key and stray lines do not. */
  readonly hasKey: boolean;
}

const keyLine =
  /^("[^"]*"|'[^']*'|[A-Za-z_][\w-]*|[^\s#\-?:,[\]{}&*!|>'"%@`][^:]*)[ \t]*:(?:[ \t]+(.*))?$/;
// `title:خبر` is frequent; a slash after the colon is that of a URL, not of a value.
const tightKeyLine = /^([A-Za-z_][\w-]*):([^\s/].*)$/;
// A list may start in the first column, and so may the bracket that closes one.
const strayLine = /^[^\s#\-\]}]/;
const itemLine = /^([ \t]*-)(?:[ \t]+(.*))?$/;

/** Splits a YAML text before each line with a key in the first column. */
export function splitChunks(text: string): readonly YamlChunk[] {
  const chunks: YamlChunk[] = [];
  let lines: string[] = [];
  let start = 0;
  let hasKey = false;
  const close = () => {
    if (lines.length > 0) chunks.push({ text: lines.join('\n'), line: start, hasKey });
    lines = [];
  };
  text.split('\n').forEach((raw, index) => {
    const line = raw.replace(/\r$/, '');
    const hasKeyLine = keyLine.test(line) || tightKeyLine.test(line);
    if (hasKeyLine || strayLine.test(line)) {
      close();
      start = index;
      hasKey = hasKeyLine;
    }
    lines.push(line);
  });
  close();
  return chunks;
}

/**
 * Rewrites an entry that YAML rejects or misreads so that its one-line values are read as whole
 * texts: `title: رئيس الوزراء: لا تفاوض` gains quotes. Valid values keep their syntax. The number of
 * lines does not change. An entry of another form is returned unchanged.
 */
export function repairChunk(text: string): string {
  const [head = '', ...rest] = text.split('\n');
  const keyMatch = keyLine.exec(head) ?? tightKeyLine.exec(head);
  const key = keyMatch?.[1];
  if (key === undefined) return text;
  const value = keyMatch?.[2] ?? '';
  const body = rest.filter((line) => !isBlank(line));
  if (body.every((line) => itemLine.test(line))) {
    const items = rest.map((line) => {
      const item = itemLine.exec(line);
      const mark = item?.[1];
      return mark === undefined || isBlank(line) ? line : repairLine(mark, item?.[2] ?? '');
    });
    return [repairLine(`${key}:`, value), ...items].join('\n');
  }
  // A plain value over several lines: YAML folds it, and so do single quotes.
  const isPlain = value !== '' && !/^[[{"'|>#]/.test(value);
  if (isPlain && body.every((line) => /^[ \t]/.test(line) && !itemLine.test(line))) {
    return `${key}: ${quoteYaml([value, ...rest].join('\n'))}`;
  }
  return text;
}

function repairLine(mark: string, value: string): string {
  if (value.trim() === '') return mark;
  const line = quoteHashtags(`${mark} ${value}`).text;
  if (composeYaml(line.trimStart()).errors.length === 0) return line;
  // The header of a block scalar is not a value.
  if (/^[|>][-+1-9]*$/.test(value.trim())) return line;
  const items = /^\[([^[\]{}"']*)\]$/.exec(value.trim())?.[1];
  if (items !== undefined) {
    const quoted = items.split(/[,،]/).filter((item) => item.trim() !== '');
    return `${mark} [${quoted.map((item) => quoteYaml(item.trim())).join(', ')}]`;
  }
  return `${mark} ${quoteYaml(value.replace(/[ \t]+#(?:\s.*)?$/, ''))}`;
}

function isBlank(line: string): boolean {
  return /^[ \t]*(?:#.*)?$/.test(line);
}
