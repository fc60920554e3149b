/** A child of an element. */
type Child = Node | string | undefined | false;

/**
 * Creates an element with attributes and children; undefined and false are left out. Strings become
 * text nodes.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) created.setAttribute(key, value);
  }
  created.append(...children.filter((child) => child !== undefined && child !== false));
  return created;
}
