import type { Element, Root, RootContent } from 'hast';
import { createSlugger } from '../arabic/slug.ts';
import type { HeadingSpan } from '../model/structure.ts';

/** A section whose content is still a tree. */
export interface SectionTree {
  readonly id: string;
  readonly heading: Element;
  readonly origin: HeadingSpan['origin'];
  readonly confidence: number;
  readonly body: readonly RootContent[];
}

/** An article's content, split at its headings. */
export interface SectionedTree {
  readonly lead: readonly RootContent[];
  readonly sections: readonly SectionTree[];
}

/** Ids that the article template uses itself; no heading may take them. */
const reservedIds = new Set(['content', 'contents', 'citation', 'provenance', 'related', 'search']);

const isReserved = (id: string): boolean => reservedIds.has(id) || paragraphId.test(id);

/** Fragment names of paragraphs. */
const paragraphId = /^p\d+$/;

/** A heading without words is none: nothing would lead a reader to it. */
const headingDepth = (node: RootContent): number | undefined =>
  node.type === 'element' && /^h[1-6]$/.test(node.tagName) && /[\p{L}\p{N}]/u.test(textOf(node))
    ? Number(node.tagName.slice(1))
    : undefined;

/** Returns all text of a tree. */
export function textOf(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/**
 * Splits a tree at its shallowest headings. Deeper headings stay in their section, one level under
 * its `<h2>`. `recovered` are the headings of a plain text in order, where its structure was
 * recovered; without it every heading is the author's own.
 */
export function splitSections(
  tree: Root,
  recovered: readonly HeadingSpan[] | undefined,
): SectionedTree {
  const depths = tree.children.map(headingDepth);
  const top = depths.reduce<number>((least, depth) => Math.min(least, depth ?? least), 7);
  const identify = createSlugger(isReserved, 'قسم');
  const lead: RootContent[] = [];
  const sections: (SectionTree & { readonly body: RootContent[] })[] = [];
  tree.children.forEach((node, i) => {
    const depth = depths[i];
    const body = sections.at(-1)?.body ?? lead;
    if (node.type === 'element' && depth === undefined && /^h[1-6]$/.test(node.tagName)) return;
    if (node.type !== 'element' || depth === undefined) {
      body.push(node);
      return;
    }
    const id = identify(textOf(node));
    if (depth > top) {
      const level = Math.min(6, 2 + depth - top);
      body.push({ ...node, tagName: `h${level}`, properties: { id } });
      return;
    }
    const span = recovered?.[sections.length];
    sections.push({
      id,
      heading: node,
      origin: span?.origin ?? 'marked',
      confidence: span?.confidence ?? 1,
      body: [],
    });
  });
  return { lead, sections };
}
