import type { PhrasingContent } from 'mdast';
import { decodeEscapes } from '../../arabic/decode-escapes.ts';

/** Elements within lines for which Markdown has a form. */
const forms: Readonly<Record<string, 'strong' | 'emphasis' | 'delete' | 'link'>> = {
  ...{ b: 'strong', strong: 'strong', i: 'emphasis', em: 'emphasis' },
  ...{ s: 'delete', del: 'delete', strike: 'delete', a: 'link' },
};

/** Elements whose content is no text. */
const silent = new Set(['script', 'style', 'noscript', 'template', 'object', 'svg', 'iframe']);

/** Elements that stand on lines of their own. */
const blockTags = new Set(
  'p div br section article center table tr ul ol li h1 h2 h3 h4 h5 h6 blockquote hr'.split(' '),
);

/** Most elements that are open at once; more are read without their marks. */
const maxOpen = 20;

interface Open {
  readonly name: string;
  readonly href: string;
  readonly nodes: PhrasingContent[];
}

const tag = /^<(\/?)([a-zA-Z][a-zA-Z\d-]*)([\s\S]*?)\/?>$/;

function attributeIn(attributes: string, name: string): string {
  const match = new RegExp(
    `(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`,
    'i',
  ).exec(attributes);
  const value = match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
  return (value.includes('&') ? (decodeEscapes(value)?.text ?? value) : value).trim();
}

/** Returns the node of an element; its content where Markdown has no form for it. */
function nodesOf({ name, href, nodes }: Open): readonly PhrasingContent[] {
  const type = forms[name];
  if (type === undefined || nodes.length === 0) return nodes;
  if (type !== 'link') return [{ type, children: nodes }];
  if (href === '') return nodes;
  return [{ type, url: href, children: nodes }];
}

/** Returns inline nodes with the tags among them replaced by what they mean; `drop` counts what is left out. */
export function inlineHtmlNodes(
  nodes: readonly PhrasingContent[],
  drop: (count: number) => void,
): PhrasingContent[] {
  const root: Open = { name: '', href: '', nodes: [] };
  const open: Open[] = [root];
  let skipped: string | undefined;
  const add = (...added: readonly PhrasingContent[]): void => {
    for (const node of added) (open.at(-1) ?? root).nodes.push(node);
  };
  const closeLast = (): void => {
    const last = open.pop();
    if (last !== undefined) add(...nodesOf(last));
  };
  for (const node of nodes) {
    if (node.type !== 'html') {
      if (skipped === undefined) add(node);
      continue;
    }
    const [, slash, written = '', attributes = ''] = tag.exec(node.value) ?? [];
    const name = written.toLowerCase();
    if (skipped !== undefined) {
      if (slash === '/' && name === skipped) skipped = undefined;
    } else if (silent.has(name)) {
      if (slash === '/') continue;
      drop(1);
      if (!node.value.endsWith('/>')) skipped = name;
    } else if (name === 'img' && slash === '') {
      const url = attributeIn(attributes, 'src');
      if (url !== '') add({ type: 'image', url, alt: attributeIn(attributes, 'alt') });
    } else if (blockTags.has(name)) add({ type: 'break' });
    else if (Object.hasOwn(forms, name)) {
      if (slash === '' && open.length <= maxOpen) {
        open.push({ name, href: name === 'a' ? attributeIn(attributes, 'href') : '', nodes: [] });
      } else if (slash === '/' && open.some((one) => one.name === name)) {
        while (open.at(-1)?.name !== name) closeLast();
        closeLast();
      }
    }
  }
  while (open.length > 1) closeLast();
  return root.nodes;
}
