import { yamlLibrary } from '../libraries.ts';

/** A YAML text in which hashtags are not read as comments. */
export interface QuotedHashtags {
  readonly text: string;
  /** 0-based lines of the quoted hashtags. */
  readonly lines: readonly number[];
}

// A comment has white space or a row of symbols after its mark; a hashtag has a word or an opening
// quote.
const hashtag = /^#[\p{L}\p{M}\p{N}_\p{Ps}\p{Pi}"']/u;
const possibleHashtag = /[ \t]#[\p{L}\p{M}\p{N}_\p{Ps}\p{Pi}"']/u;

interface Token {
  readonly type: string | null;
  readonly source: string;
  readonly start: number;
}

/**
 * Quotes a text as a YAML 1.2 single-quoted scalar (section 7.3.2), where only `'` needs escaping;
 * line folding is the same as in a plain scalar.
 */
export function quoteYaml(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Quotes plain values followed by a hashtag on their line (`title: وسم #سوريا يتصدر`), which YAML
 * would cut at the `#`. A `#` with white space after it stays a comment. Line numbers do not change.
 * Never throws.
 */
export function quoteHashtags(text: string): QuotedHashtags {
  if (!possibleHashtag.test(text)) return { text, lines: [] };
  const tokens = readTokens(text);
  const parts: string[] = [];
  const lines: number[] = [];
  let copied = 0;
  let line = 0;
  let flowDepth = 0;
  tokens.forEach((token, index) => {
    if (token.type === 'flow-seq-start' || token.type === 'flow-map-start') flowDepth++;
    if (token.type === 'flow-seq-end' || token.type === 'flow-map-end') flowDepth--;
    if (token.type === 'comment' && flowDepth === 0 && hashtag.test(token.source)) {
      const start = valueStart(tokens, index, text);
      if (start !== undefined && start >= copied) {
        const end = token.start + token.source.length;
        parts.push(text.slice(copied, start), quoteYaml(text.slice(start, end)));
        lines.push(line);
        copied = end;
      }
    }
    for (const letter of token.source) if (letter === '\n') line++;
  });
  parts.push(text.slice(copied));
  return { text: parts.join(''), lines };
}

function readTokens(text: string): readonly Token[] {
  const { CST, Lexer } = yamlLibrary();
  const tokens: Token[] = [];
  let start = 0;
  let isScalar = false;
  for (const source of new Lexer().lex(text)) {
    const type: string | null = isScalar ? 'plain' : CST.tokenType(source);
    isScalar = type === 'scalar';
    // The lexer's marks for a document, a scalar and a closed flow collection are not in the text.
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') continue;
    tokens.push({ type, source, start });
    start += source.length;
  }
  return tokens;
}

/**
 * Returns the offset at which the value before a hashtag starts; undefined where the hashtag is a
 * comment.
 */
function valueStart(tokens: readonly Token[], comment: number, text: string): number | undefined {
  const hashtagToken = tokens[comment];
  const index = tokens[comment - 1]?.type === 'space' ? comment - 2 : comment - 1;
  const previous = tokens[index];
  if (hashtagToken === undefined || previous === undefined) return undefined;
  if (previous.type === 'plain') {
    // A word directly after a closing quote is an error; quoting would turn it into an escaped quote.
    return tokens[index - 1]?.type?.endsWith('quoted-scalar') ? undefined : previous.start;
  }
  const opensValue = previous.type === 'map-value-ind' || previous.type === 'seq-item-ind';
  const end = hashtagToken.start + hashtagToken.source.length;
  return opensValue && !hasNestedValue(text, hashtagToken.start, end)
    ? hashtagToken.start
    : undefined;
}

/** Tells whether the lines after a comment hold the value of the key or item before it. */
function hasNestedValue(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0].length ?? 0;
  const nextLine = /\n([ \t]*)(-[ \t\r\n])?[^\s#]/.exec(text.slice(end));
  if (nextLine === null) return false;
  const nextIndent = nextLine[1]?.length ?? 0;
  const opensItem = text[lineStart + indent] === '-';
  return nextIndent > indent || (nextIndent === indent && nextLine[2] !== undefined && !opensItem);
}
