import type { Element, ElementContent, Root, RootContent } from 'hast';
import { directionalRuns } from '../arabic/directional-runs.ts';

/** Elements whose text is not part of an Arabic line. */
const apart = new Set(['bdi', 'code', 'pre']);

function isolatedText(value: string): ElementContent[] {
  return directionalRuns(value).map(({ text, leftToRight }): ElementContent => {
    const words = { type: 'text', value: text } as const;
    return leftToRight
      ? { type: 'element', tagName: 'bdi', properties: {}, children: [words] }
      : words;
  });
}

function isolateChildren(parent: Element | Root): void {
  const children: RootContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'text') {
      // Not spread into push: a table of prices has more runs than a call may have arguments.
      for (const part of isolatedText(child.value)) children.push(part);
      continue;
    }
    if (child.type === 'element' && !apart.has(child.tagName)) isolateChildren(child);
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
