import type { Element, RootContent } from 'hast';
import { textOf } from './sections.ts';

const isNumbered = (node: RootContent): node is Element =>
  node.type === 'element' &&
  node.tagName === 'p' &&
  !node.properties.hidden &&
  textOf(node).trim() !== '';

/**
 * Gives every paragraph that readers see its fragment name, `p1`, `p2`, … in the order of the text; those
 * of quotations and lists count as parts of them.
 *
 * @param parts the lead and the sections, in order
 * @returns the parts, paragraphs numbered, and how many of them were recovered
 */
export function numberParagraphs(parts: readonly (readonly RootContent[])[]): {
  readonly parts: readonly (readonly RootContent[])[];
  readonly recovered: number;
} {
  let number = 0;
  let recovered = 0;
  const numbered = parts.map((part) =>
    part.map((node): RootContent => {
      if (!isNumbered(node)) return node;
      number += 1;
      if (node.properties.dataBreak !== undefined) recovered += 1;
      return { ...node, properties: { id: `p${number}`, ...node.properties } };
    }),
  );
  return { parts: numbered, recovered };
}
