import type { CST, Node } from 'yaml';
import { maxYamlDepth } from '../../model/limits.ts';
import { messageOf } from '../../model/system-error.ts';
import { yamlLibrary } from '../libraries.ts';

/**
 * An error in a YAML text. `tab` and `anchor` leave the values usable; every other kind makes them
 * doubtful or dangerous.
 */
export interface YamlError {
  readonly kind: 'syntax' | 'tab' | 'depth' | 'tag' | 'alias' | 'anchor' | 'set';
  /** The parser's message, or the tag, anchor or alias as written. */
  readonly reason: string;
  /** 0-based line in the text given. */
  readonly line: number;
}

/** A composed YAML text with its errors in the order found. */
export interface ComposedYaml {
  readonly root: Node | null;
  readonly errors: readonly YamlError[];
  /** 0-based line of an offset in the text given. */
  readonly lineAt: (offset: number) => number;
}

type OffsetError = Omit<YamlError, 'line'> & { readonly offset: number };

/**
 * Composes a YAML 1.2 text under the failsafe schema: every scalar stays a string. Depth is measured
 * on the flat token tree first, because composing recurses. Never throws.
 */
export function composeYaml(text: string): ComposedYaml {
  const { LineCounter, Parser } = yamlLibrary();
  const counter = new LineCounter();
  const lineAt = (offset: number) => Math.max(0, counter.linePos(offset).line - 1);
  const at = ({ kind, reason, offset }: OffsetError): YamlError => ({
    kind,
    reason,
    line: lineAt(offset),
  });
  const { stackTraceLimit } = Error;
  // Of a thousand errors each stack trace takes longer than the parser.
  Error.stackTraceLimit = 0;
  try {
    const tokens = [...new Parser(counter.addNewLine).parse(text)];
    const tokenErrors = inspectTokens(tokens);
    if (tokenErrors.some((error) => error.kind === 'depth')) {
      return { root: null, errors: tokenErrors.map(at), lineAt };
    }
    const [first, ...others] = compose(tokens, text.length);
    const errors = [...tokenErrors, ...(first?.errors ?? [])];
    const extra = others.find((document) => document.root !== null);
    if (extra !== undefined) {
      errors.push({ kind: 'syntax', reason: 'More than one document', offset: extra.offset });
    }
    return { root: first?.root ?? null, errors: errors.map(at), lineAt };
  } catch (error) {
    const reason = messageOf(error);
    return { root: null, errors: [{ kind: 'syntax', reason, line: 0 }], lineAt };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

interface Composition {
  readonly root: Node | null;
  readonly errors: readonly OffsetError[];
  readonly offset: number;
}

function compose(tokens: readonly CST.Token[], end: number): readonly Composition[] {
  // Every option is explicit, so that a `%YAML 1.1` line does not enable dates, booleans and merge
  // keys.
  const { Composer } = yamlLibrary();
  const composer = new Composer({
    schema: 'failsafe',
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  return [...composer.compose(tokens, true, end)].map((document) => {
    const root = document.contents;
    const isEmpty = root === null || (root.range[0] === root.range[2] && !('items' in root));
    return {
      root: isEmpty ? null : root,
      offset: document.range[0],
      errors: document.errors.map((error) => ({
        kind: error.code === 'TAB_AS_INDENT' ? 'tab' : 'syntax',
        reason: error.message,
        offset: error.pos[0],
      })),
    };
  });
}

/** Walks the token tree with an explicit stack, so that no input can exhaust the call stack. */
function inspectTokens(tokens: readonly CST.Token[]): readonly OffsetError[] {
  const errors: OffsetError[] = [];
  const open = tokens.map((token) => ({ token, depth: 0 })).reverse();
  let isTooDeep = false;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    const children = childTokens(token);
    if (token.type === 'tag' || token.type === 'anchor' || token.type === 'alias') {
      errors.push({ kind: token.type, reason: token.source, offset: token.offset });
    } else if (token.type === 'flow-collection' && hasLoneKey(token)) {
      errors.push({ kind: 'set', reason: 'A key without a value', offset: token.offset });
    }
    const innerDepth = depth + (isCollection(token) ? 1 : 0);
    if (innerDepth > maxYamlDepth) {
      if (!isTooDeep) errors.push({ kind: 'depth', reason: '', offset: token.offset });
      isTooDeep = true;
      continue;
    }
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) open.push({ token: child, depth: innerDepth });
    }
  }
  return errors;
}

function isCollection(token: CST.Token): boolean {
  return (
    token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection'
  );
}

function childTokens(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') {
    return [...token.start, ...(token.value === undefined ? [] : [token.value])];
  }
  if (!('items' in token)) return [];
  const children: CST.Token[] = [];
  for (const item of token.items) {
    children.push(...item.start);
    if (item.key) children.push(item.key);
    if (item.sep) children.push(...item.sep);
    if (item.value) children.push(item.value);
  }
  return children;
}

/**
 * Tells whether a flow collection is a lone key: `{عاجل}` is a map with an empty value to YAML, but
 * meant as a text in braces.
 */
function hasLoneKey(token: CST.FlowCollection): boolean {
  return (
    token.start.source === '{' &&
    token.items.some((item) => {
      const hasColon = item.sep?.some((separator) => separator.type === 'map-value-ind') ?? false;
      return (item.key ?? item.value ?? null) !== null && !hasColon;
    })
  );
}
