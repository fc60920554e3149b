import { defaultTreeAdapter } from 'parse5';
import type { SeedBody } from '../../html/seed-body.ts';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  walkTree,
} from '../../html/tree.ts';

/** Ids of footnotes and endnotes. */
const noteId = /^(?:footnote|endnote)-\d+$/;

/** Stand around the id of a note in a text until it is Markdown. */
const [before, after] = ['\ue010', '\ue011'];

const marked = /\ue010([a-z]+-\d+)\ue011/g;

/** The text of a document and its notes by their ids. */
export interface TakenFootnotes {
  readonly nodes: readonly HtmlNode[];
  readonly notes: ReadonlyMap<string, readonly HtmlNode[]>;
}

/** Returns the items of a list of notes; undefined for another element. */
function noteItems(node: HtmlNode): readonly HtmlElement[] | undefined {
  if (!isElement(node) || node.tagName !== 'ol') return undefined;
  const items = node.childNodes.filter(isElement);
  const areNotes =
    items.length > 0 && items.every((item) => noteId.test(attribute(item, 'id') ?? ''));
  return areNotes ? items : undefined;
}

/** Removes the links from notes back to the text, in place. */
function removeBackLinks(item: HtmlElement): readonly HtmlNode[] {
  for (const node of walkTree(item.childNodes)) {
    if (!isElement(node)) continue;
    node.childNodes = node.childNodes.filter(
      (child) =>
        !(isElement(child) && /^#(?:foot|end)note-ref-/.test(attribute(child, 'href') ?? '')),
    );
  }
  return item.childNodes;
}

/** Takes the lists of notes out of a document. */
export function takeFootnotes(nodes: readonly HtmlNode[]): TakenFootnotes {
  const notes = new Map<string, readonly HtmlNode[]>();
  const others = nodes.filter((node) => {
    const items = noteItems(node);
    for (const item of items ?? []) notes.set(attribute(item, 'id') ?? '', removeBackLinks(item));
    return items === undefined;
  });
  return { nodes: others, notes };
}

/** Replaces the links to notes by their ids between marks, in place. */
export function markFootnotes(nodes: readonly HtmlNode[]): void {
  for (const node of walkTree(nodes)) {
    if (!isElement(node) || node.tagName !== 'a') continue;
    const id = attribute(node, 'href')?.slice(1) ?? '';
    if (!noteId.test(id)) continue;
    const { createTextNode } = defaultTreeAdapter;
    node.childNodes = [createTextNode(`${before}${id}${after}`)];
  }
}

/** Returns a text whose notes are those of Markdown, each below the text; a text without notes stays as it is. */
export function withFootnotes(
  { body, format }: SeedBody,
  notes: ReadonlyMap<string, string>,
): SeedBody {
  const numbers = new Map<string, number>();
  const text = body.replace(marked, (_, id: string) => {
    const note = notes.get(id);
    if (note === undefined || note.trim() === '') return '';
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `[^${number}]`;
  });
  if (numbers.size === 0) return { body: text, format };
  const definitions = [...numbers].map(([id, number]) => {
    const lines = (notes.get(id) ?? '').trim().split('\n');
    return `[^${number}]: ${lines.map((line, i) => (i === 0 || line === '' ? line : `    ${line}`)).join('\n')}\n`;
  });
  return { body: `${text.trimEnd()}\n\n${definitions.join('\n')}`, format: 'markdown' };
}
