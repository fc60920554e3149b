import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { maxReferences } from '../../model/limits.ts';
import type { Reference, ReferenceSpan } from '../../model/reference.ts';
import { textOf } from './tree-blocks.ts';

/** The links of a Markdown text. */
export interface References {
  /** Each address once, in the order of the text. */
  readonly references: readonly Reference[];
  readonly spans: readonly ReferenceSpan[];
}

/** Where a parsed part of a text begins in the whole text. */
interface Start {
  readonly line: number;
  readonly offset: number;
}

/** Collects the links of one text. */
export interface ReferenceCollector {
  /**
   * Replaces the address of each link of a safe tree by the number of its reference, in place, and makes links
   * of `[[name]]`. The scheme `ref:` is not among those that `safeTree` lets through, so that no text can write
   * such an address itself.
   *
   * @param source the Markdown that the tree was parsed from
   */
  readonly collect: (tree: Root, source: string, start: Start) => Root;
  /** Returns what was collected. */
  readonly found: () => References;
  /** Whether the text has more links than the limit; the rest became text. */
  readonly isFull: () => boolean;
  /** Forgets what was collected, before the text is parsed in another way. */
  readonly reset: () => void;
}

/**
 * `[[name]]`, `[[folder/name#heading|text]]`; not `![[picture.png]]`, not `[[1]]`, a note's number, not `[[[name]]]`,
 * and not `[[name]]: /address`, which is meant as a definition.
 */
const wikiLink =
  /(?<![![])\[\[(?!\p{N}{1,2}\]\])([^[\]|#\n]*)(#[^[\]|\n]+)?(?:\|([^[\]\n]*))?\]\](?!\]|:\s*[/<#])/gu;

/** Stand for the backslash of an escaped character; that before `|`, which separates columns within a table, apart. */
const [escaped, escapedBar] = ['\ue000', '\ue001'];

/** Most names of one text that are written with escapes or entities. */
const maxMisses = 20;

/** Elements whose text has no `[[name]]`: a link holds no other link. */
const literalElements = new Set(['a', 'code', 'pre']);

/** Returns the text that a `[[name]]` without a text of its own shows. */
const shownName = (name: string, heading: string): string =>
  [name.replace(/\.(?:md|markdown|txt|text)$/i, ''), heading.replaceAll('#', ' > ').trim()]
    .filter((part) => part !== '')
    .join(' > ')
    .replace(/^> /, '');

/** Returns a collector of the links of one text. */
export function referenceCollector(): ReferenceCollector {
  let references: Reference[] = [];
  let spans: ReferenceSpan[] = [];
  let numbers = new Map<string, number>();
  let isFull = false;

  /** Returns the number of a reference; undefined where there are too many. */
  function numberOf(kind: Reference['kind'], href: string, line: number): number | undefined {
    const key = `${kind} ${href}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    if (references.length === maxReferences) {
      isFull = true;
      return undefined;
    }
    numbers.set(key, references.length);
    references.push({ kind, href, line });
    return references.length - 1;
  }

  /** Returns a link with the number of its reference as its address, or its content. */
  function numbered(link: Element, source: string, start: Start): readonly ElementContent[] {
    const { href } = link.properties;
    const { position } = link;
    // Links to pictures have no position, as the text has the picture itself.
    if (typeof href !== 'string' || position === undefined || !isReference(href)) return [link];
    const kind = /^https?:/i.test(href) ? 'url' : 'path';
    const number = numberOf(kind, href, start.line + position.start.line - 1);
    if (number === undefined) return kind === 'url' ? [link] : link.children;
    const [from, to] = [position.start.offset ?? 0, position.end.offset ?? 0];
    const labelFrom = link.children[0]?.position?.start.offset;
    const labelTo = link.children.at(-1)?.position?.end.offset;
    const label =
      labelFrom === undefined || labelTo === undefined
        ? textOf(link)
        : source.slice(labelFrom, labelTo);
    spans.push({
      ...{ reference: number, label },
      ...{ start: start.offset + from, end: start.offset + to },
    });
    return [{ ...link, properties: { ...link.properties, href: `ref:${number}` } }];
  }

  /** Returns a text with links in place of each `[[name]]` that is not escaped in the source. */
  function withWikiLinks(text: Text, source: string, start: Start): readonly ElementContent[] {
    const { value, position } = text;
    if (!value.includes('[[') || position === undefined) return [text];
    const from = position.start.offset ?? 0;
    const written = masked(source.slice(from, position.end.offset ?? from));
    const parts: ElementContent[] = [];
    let line = start.line + position.start.line - 1;
    let [end, counted, escapes, misses] = [0, 0, 0, 0];
    for (const match of written.matchAll(wikiLink)) {
      const whole = match[0].replaceAll(escapedBar, '');
      const [name = '', heading = '', shown = ''] = match
        .slice(1)
        .map((part: string | undefined) => part?.replaceAll(escapedBar, '').trim());
      if (name === '' && heading === '') continue;
      const before = written.slice(counted, match.index);
      line += countOf(before, '\n');
      escapes += countOf(before, escaped) + countOf(before, escapedBar);
      counted = match.index;
      // An escaped character is one of the value; where entities are decoded the place is searched.
      const expected = match.index - escapes;
      const at = value.startsWith(whole, expected) ? expected : value.indexOf(whole, end);
      if (at < end) {
        // With escapes or entities in it; after several the rest stays as it is, so that time stays linear.
        misses += 1;
        if (misses > maxMisses) break;
        continue;
      }
      const number = numberOf('name', name + heading, line);
      if (number === undefined) continue;
      const label = shown === '' ? shownName(name, heading.slice(1)) : shown;
      const offset = start.offset + from + match.index;
      spans.push({ reference: number, label, start: offset, end: offset + match[0].length });
      if (at > end) parts.push({ type: 'text', value: value.slice(end, at) });
      const children: ElementContent[] = [{ type: 'text', value: label }];
      const properties = { href: `ref:${number}` };
      parts.push({ type: 'element', tagName: 'a', properties, children });
      end = at + whole.length;
    }
    if (parts.length === 0) return [text];
    if (end < value.length) parts.push({ type: 'text', value: value.slice(end) });
    return parts;
  }

  function visit(parent: Root | Element, source: string, start: Start): void {
    const children: RootContent[] = [];
    for (const child of parent.children) {
      if (child.type === 'text') {
        for (const part of withWikiLinks(child, source, start)) children.push(part);
      } else if (child.type !== 'element') children.push(child);
      else if (child.data?.note === true) children.push(child);
      else if (child.tagName === 'a') {
        for (const part of numbered(child, source, start)) children.push(part);
      } else {
        if (!literalElements.has(child.tagName)) visit(child, source, start);
        children.push(child);
      }
    }
    parent.children = children as typeof parent.children;
  }

  return {
    collect(tree, source, start) {
      visit(tree, source, start);
      return tree;
    },
    found: () => ({ references, spans }),
    isFull: () => isFull,
    reset() {
      [references, spans, numbers, isFull] = [[], [], new Map(), false];
    },
  };
}

/** Tells whether an address may lead to another article: not mail, and not a query of the page itself. */
const isReference = (href: string): boolean => href !== '' && !/^(?:mailto:|\?)/i.test(href);

/** Returns a source of the same length in which escaped characters are no signs. */
const masked = (source: string): string =>
  source.includes('\\')
    ? source.replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) =>
        sign === '|' ? `${escapedBar}|` : `${escaped}\ue002`,
      )
    : source;

/** Returns how often a character stands in a text. */
function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1))
    count += 1;
  return count;
}
