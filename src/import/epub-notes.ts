import { attribute, type HtmlElement, type HtmlNode, isElement, walkTree } from '../html/tree.ts';

/** Most notes of a chapter. */
const maxNotes = 2000;

const typesOf = (element: HtmlElement): string =>
  `${attribute(element, 'epub:type') ?? ''} ${attribute(element, 'role') ?? ''}`;

/** Tells whether an element is a link that may lead to a note: one that says so, or that stands above the line. */
const isReference = (element: HtmlElement): boolean =>
  element.tagName === 'a' && (isTyped(element) || isRaised(element));

const isTyped = (element: HtmlElement): boolean =>
  /(?:^|\s)(?:doc-)?noteref(?:\s|$)/.test(typesOf(element));

const isRaised = ({ parentNode, childNodes }: HtmlElement): boolean =>
  parentNode?.nodeName === 'sup' || childNodes.some(({ nodeName }) => nodeName === 'sup');

const isNote = (element: HtmlElement): boolean =>
  /(?:^|\s)(?:doc-)?(?:footnote|rearnote|endnote)(?:\s|$)/.test(typesOf(element));

/** Removes the links from a note back to the text, in place. */
function withoutBackLinks(note: HtmlElement): readonly HtmlNode[] {
  for (const node of [note, ...walkTree(note.childNodes)]) {
    if (!isElement(node)) continue;
    node.childNodes = node.childNodes.filter(
      (child) => !(isElement(child) && /backlink/.test(typesOf(child))),
    );
  }
  return note.childNodes;
}

/** Returns the elements of a document by their ids. */
function elementsById(nodes: readonly HtmlNode[]): ReadonlyMap<string, HtmlElement> {
  const elements = new Map<string, HtmlElement>();
  for (const node of walkTree(nodes)) {
    const id = isElement(node) ? attribute(node, 'id') : undefined;
    if (isElement(node) && id !== undefined && !elements.has(id)) elements.set(id, node);
  }
  return elements;
}

/** A chapter without its notes. */
export interface ChapterWithNotes {
  readonly nodes: readonly HtmlNode[];
  /** Nodes of the notes by the ids `footnote-1`, … to which the references now lead. */
  readonly notes: ReadonlyMap<string, readonly HtmlNode[]>;
}

/**
 * Takes the notes out of a chapter that its references lead to, in place (EPUB Structural Semantics, notes). References
 * to notes in other documents find them there.
 *
 * @param nodes the chapter's body
 * @param other returns the body of the document at an address without its fragment
 */
export function takeChapterNotes(
  nodes: readonly HtmlNode[],
  other: (address: string) => readonly HtmlNode[],
): ChapterWithNotes {
  const notes = new Map<string, readonly HtmlNode[]>();
  const ids = new Map<string, string>();
  const documents = new Map<string, ReadonlyMap<string, HtmlElement>>();
  const taken = new Set<HtmlNode>();
  const references = [...walkTree(nodes)].filter(
    (node): node is HtmlElement => isElement(node) && isReference(node),
  );
  for (const reference of references.slice(0, maxNotes)) {
    const href = attribute(reference, 'href') ?? '';
    const [address = '', fragment = ''] = href.split('#');
    const document =
      documents.get(address) ?? elementsById(address === '' ? nodes : other(address));
    documents.set(address, document);
    const note = document.get(fragment);
    if (note === undefined || !(isTyped(reference) || isNote(note))) continue;
    const id = ids.get(href) ?? `footnote-${notes.size + 1}`;
    ids.set(href, id);
    if (address === '' && isNote(note)) taken.add(note);
    notes.set(id, withoutBackLinks(note));
    for (const one of reference.attrs) if (one.name === 'href') one.value = `#${id}`;
  }
  if (taken.size === 0) return { nodes, notes };
  for (const node of walkTree(nodes)) {
    if (isElement(node)) node.childNodes = node.childNodes.filter((child) => !taken.has(child));
  }
  return { nodes: nodes.filter((node) => !taken.has(node)), notes };
}
