import { wordForms } from '../../arabic/word-letters.ts';
import { daysOf, type QueryField, queryFieldOf } from './query-fields.ts';
import type { Query, QueryNode } from './query-node.ts';

/** Greatest number of words in a query; further ones are ignored. */
const maxWords = 32;

/** Greatest length of a query; the rest is ignored. */
const maxQueryLength = 1000;

/** Greatest depth of parentheses; deeper ones only separate. */
const maxDepth = 8;

/** Text in quotation marks of any kind; where the second is missing, up to the end. */
const quoted = /«([^»]*)»?|["“”„]([^"“”„]*)["“”„]?/y;
/** Text up to white space, a quotation mark, a parenthesis or a bar. */
const run = /[^\s"“”„«»()|]+/y;
const fieldName = /([\p{L}\p{M}\u0640]+)[:：](\s*)(?=[^\s)|])/uy;
const hyphens = /[-−–]+(?=[^\s−–)|-])/y;

/** Where the parser stands. */
interface State {
  readonly input: string;
  at: number;
  depth: number;
  words: number;
  lastWord: string | undefined;
}

/** Reads a pattern at the current place; undefined where it does not match. */
function take(state: State, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = state.at;
  const match = pattern.exec(state.input);
  if (match === null) return undefined;
  state.at = pattern.lastIndex;
  return match;
}

/** Returns several conditions as one; undefined for none. */
function together(kind: 'all' | 'any', nodes: readonly QueryNode[]): QueryNode | undefined {
  const [first, ...others] = nodes;
  return others.length === 0 ? first : { kind, nodes };
}

/** Returns the condition of the text of a value. */
function valueNode(
  state: State,
  text: string,
  isQuoted: boolean,
  field: QueryField | undefined,
): QueryNode | undefined {
  if (field === 'before' || field === 'after' || field === 'date') {
    const [first, last] = daysOf(text.trim()) ?? [];
    if (first === undefined || last === undefined) return undefined;
    if (field === 'before') return { kind: 'date', from: 0, to: first - 1 };
    const [from, to] = field === 'after' ? [last + 1, 0] : [first, last];
    return { kind: 'date', from, to };
  }
  const forms = wordForms(text).slice(0, maxWords - state.words);
  state.words += forms.length;
  if (forms.length === 0) return undefined;
  if (field !== undefined && field !== 'title') return { kind: 'term', field, forms };
  const inTitle = field === 'title';
  if (isQuoted) return { kind: 'phrase', forms, inTitle };
  if (!inTitle && state.at >= state.input.length) state.lastWord = forms.at(-1);
  return together(
    'all',
    forms.map((form): QueryNode => ({ kind: 'word', form, inTitle })),
  );
}

/** Reads one condition: a word, a phrase, a group in parentheses, each with its field or exclusion. */
function readNode(state: State, field: QueryField | undefined): QueryNode | undefined {
  const { input } = state;
  const before = input[state.at - 1] ?? ' ';
  const start = state.at;
  // A hyphen within a word («جدة-الرياض») excludes nothing.
  if (/[\s(]/.test(before) && take(state, hyphens) !== undefined) {
    const node = readNode(state, field);
    return node && { kind: 'not', node };
  }
  const name = field === undefined ? take(state, fieldName) : undefined;
  if (name !== undefined) {
    const named = queryFieldOf(wordForms(name[1] ?? '').join(''), name[2] !== '');
    const node = named && readNode(state, named);
    if (node !== undefined) return node;
    // No field, or a value that it cannot have («بعد:غد»): words.
    state.at = start;
  }
  const quotation = take(state, quoted);
  if (quotation !== undefined)
    return valueNode(state, quotation[1] ?? quotation[2] ?? '', true, field);
  if (input[state.at] === '(') {
    state.at += 1;
    if (state.depth >= maxDepth) return undefined;
    state.depth += 1;
    const nodes = readAll(state, field);
    state.depth -= 1;
    return together('all', nodes);
  }
  const text = take(state, run)?.[0];
  if (text !== undefined) return valueNode(state, text, false, field);
  state.at += 1;
  return undefined;
}

/** A word between conditions that says how they are joined, in capitals or in Arabic. */
const connective = /(?:(OR|أو|او)|(AND)|(NOT))(?=[\s()«"“„|]|$)/y;
const bars = /\|+/y;

/** Reads conditions up to the end of the group or of the query. */
function readAll(state: State, field: QueryField | undefined): readonly QueryNode[] {
  const nodes: QueryNode[] = [];
  let isOr = false;
  let isNot = false;
  while (state.at < state.input.length) {
    if (/\s/.test(state.input[state.at] ?? '')) {
      state.at += 1;
      continue;
    }
    if (state.input[state.at] === ')') {
      state.at += 1;
      if (state.depth > 0) break;
      continue;
    }
    const isApart = /[\s()»"”|]/.test(state.input[state.at - 1] ?? ' ');
    const joined = take(state, bars) ?? (isApart ? take(state, connective) : undefined);
    if (joined !== undefined) {
      const [sign, or, and, not] = joined;
      if (or !== undefined || sign.startsWith('|')) isOr = nodes.length > 0;
      else if (and === undefined) isNot = not !== undefined;
      continue;
    }
    const node = readNode(state, field);
    if (node === undefined) continue;
    const read: QueryNode = isNot ? { kind: 'not', node } : node;
    const previous = isOr ? nodes.pop() : undefined;
    if (previous === undefined) nodes.push(read);
    else if (previous.kind === 'any') nodes.push({ kind: 'any', nodes: [...previous.nodes, read] });
    else nodes.push({ kind: 'any', nodes: [previous, read] });
    isOr = false;
    isNot = false;
  }
  return nodes;
}

/** Returns conditions with groups of several resolved, each once. */
function flattened(nodes: readonly QueryNode[]): readonly QueryNode[] {
  const distinct = new Map<string, QueryNode>();
  for (const node of nodes) {
    const parts = node.kind === 'all' ? flattened(node.nodes) : [node];
    for (const part of parts) distinct.set(JSON.stringify(part), part);
  }
  return [...distinct.values()];
}

/**
 * Parses a query; every text is one. Conditions side by side must all be fulfilled; `OR`, «أو» and `|`
 * between two ask for one of them; a hyphen or `NOT` before one excludes it; quotation marks of any kind
 * make a phrase; a name with a colon (`title:`, «المصدر:») asks for a field; parentheses make groups. All
 * other characters separate words.
 */
export function parseQuery(input: string): Query {
  // Keyboards insert directional marks, which could separate a hyphen from the white space before it.
  const query = input.slice(0, maxQueryLength).replace(/\p{Cf}/gu, '');
  const state: State = { input: query, at: 0, depth: 0, words: 0, lastWord: undefined };
  const nodes = flattened(readAll(state, undefined));
  if (nodes.length > 0) return { nodes, lastWord: state.lastWord };
  // Nothing but «أو».
  const forms = wordForms(query).slice(0, maxWords);
  const words = forms.map((form): QueryNode => ({ kind: 'word', form, inTitle: false }));
  return { nodes: flattened(words), lastWord: forms.at(-1) };
}
