import type { SaxesTagNS } from 'saxes';
import { maxTeiDepth, maxTeiNodes } from '../model/limits.ts';
import { xmlParser } from './xml-parser.ts';

/** An element of XML by its local name. */
export interface XmlElement {
  readonly name: string;
  /** By local name; `xml:id` is `id`, `xml:lang` is `lang`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

/** Why XML is not read to its end: it declares entities, or has more elements than can be held. */
export type XmlStop = 'declarations' | 'size';

/** Reads XML into a tree. */
export interface XmlTreeReader {
  readonly push: (text: string) => void;
  /** Ends the input; returns the elements that are in no other. */
  readonly end: () => readonly XmlElement[];
  readonly stopped: () => XmlStop | undefined;
  /** The first error of XML that is not well-formed. */
  readonly error: () => string | undefined;
}

/** Tells whether a node is an element. */
export const isXmlElement = (node: XmlElement | string): node is XmlElement =>
  typeof node !== 'string';

/**
 * Returns a reader of XML into a tree. A document type with declarations is refused, none is ever fetched; elements
 * deeper than the limit are reduced to their text.
 */
export function xmlTree(): XmlTreeReader {
  const roots: XmlElement[] = [];
  const stack: XmlElement[] = [];
  let [nodes, depth] = [0, 0];
  let stop: XmlStop | undefined;
  let firstError: string | undefined;

  function count(): void {
    nodes += 1;
    if (nodes > maxTeiNodes) stop ??= 'size';
  }

  function open({ local, attributes }: SaxesTagNS): void {
    depth += 1;
    if (stop !== undefined || depth > maxTeiDepth) return;
    count();
    const named = Object.values(attributes).map((one) => [one.local, one.value] as const);
    const element = { name: local, attributes: new Map(named), children: [] };
    const parent = stack.at(-1);
    if (parent === undefined) roots.push(element);
    else parent.children.push(element);
    stack.push(element);
  }

  const parser = xmlParser({
    onAny: () => {},
    openTag: open,
    closeTag() {
      if (stop === undefined && depth <= maxTeiDepth) stack.pop();
      depth -= 1;
    },
    text(text) {
      const parent = stack.at(-1);
      if (stop !== undefined || parent === undefined) return;
      count();
      parent.children.push(text);
    },
    declarations() {
      stop ??= 'declarations';
    },
    error(reason) {
      firstError ??= reason;
    },
  });
  return {
    push(text) {
      if (stop === undefined) parser.write(text);
    },
    end() {
      if (stop === undefined) parser.close();
      return roots;
    },
    stopped: () => stop,
    error: () => firstError,
  };
}

/** Returns the text below a node, white space collapsed. */
export function xmlWords(node: XmlElement | string): string {
  const parts: string[] = [];
  const stack: (XmlElement | string)[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (!isXmlElement(next)) parts.push(next);
    else for (const child of next.children.toReversed()) stack.push(child);
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Yields the elements of a name below an element, in document order; none within another of them. */
export function* xmlBelow(element: XmlElement, name: string): Generator<XmlElement> {
  const stack = element.children.filter(isXmlElement).toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.name === name) yield next;
    else stack.push(...next.children.filter(isXmlElement).toReversed());
  }
}

/** Returns the first element at a path below an element, such as `fileDesc/titleStmt`. */
export function xmlAt(element: XmlElement | undefined, path: string): XmlElement | undefined {
  return path
    .split('/')
    .reduce<XmlElement | undefined>(
      (at, name) => at?.children.filter(isXmlElement).find((child) => child.name === name),
      element,
    );
}
