import type { OfficeElement, OfficeNode } from './office-tree.ts';

/** Namespaces of elements that the preparation makes. */
const namespaces: OfficeElement['attributes'] = {
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
};

/** Declares at the top what elements declare that are no longer there. */
export function withNamespaces(
  nodes: readonly OfficeNode[],
  root: OfficeElement,
): readonly OfficeNode[] {
  const declared: Record<string, string> = { ...namespaces };
  const collect = (found: readonly OfficeNode[]): void => {
    for (const node of found) {
      if (typeof node === 'string') continue;
      for (const name in node.attributes) {
        if (name.startsWith('xmlns:')) declared[name] = node.attributes[name] ?? '';
      }
      collect(node.children);
    }
  };
  collect(root.children);
  return nodes.map((node) =>
    typeof node === 'string' ? node : { ...node, attributes: { ...declared, ...node.attributes } },
  );
}
