import type { Element, ElementContent, Root, RootContent } from 'hast';
import { directionalRuns } from '../arabic/directional-runs.ts';

/** Elements whose text is not isolated. */
const excluded = new Set(['bdi', 'code', 'pre']);

function isolatedText(value: string): ElementContent[] {
  return directionalRuns(value).map(({ text, leftToRight }): ElementContent => {
    const textNode = { type: 'text', value: text } as const;
    return leftToRight
      ? { type: 'element', tagName: 'bdi', properties: {}, children: [textNode] }
      : textNode;
  });
}

function isolateChildren(parent: Element | Root): void {
  const children: RootContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'text') {
      // Not spread into `push`: a table may have more runs than a call can have arguments.
      for (const node of isolatedText(child.value)) children.push(node);
      continue;
    }
    if (child.type === 'element' && !excluded.has(child.tagName)) isolateChildren(child);
    children.push(child);
  }
  parent.children = children as typeof parent.children;
}

/**
 * Isolates every left-to-right run of a tree in `<bdi>`, in place (UAX #9, W3C alreq 2.2): the full
 * stop after «BBC» and the bracket around it then stay on the Arabic side.
 */
export function isolateRuns(tree: Root): void {
  isolateChildren(tree);
}
