import type { FootnoteDefinition, FootnoteReference, Nodes, Parents, Root } from 'mdast';
import { slug } from '../../arabic/slug.ts';

declare module 'mdast' {
  interface FootnoteReferenceData {
    /** The note that it leads to. */
    note?: NoteLink;
  }
}

/** A reference to a note: its own fragment, that of the note, and the printed number. */
export interface NoteLink {
  readonly id: string;
  readonly note: string;
  readonly number: string;
}

/** A footnote of a text. */
export interface Footnote {
  /** Fragment name, of the label that its author gave: it stays where notes come before it. */
  readonly id: string;
  /** Its number in the order of the text; empty where nothing refers to it. */
  readonly number: string;
  /** Fragment names of the places that refer to it. */
  readonly from: readonly string[];
  readonly definition: FootnoteDefinition;
}

const digits = '٠١٢٣٤٥٦٧٨٩';

const arabicNumber = (number: number): string =>
  String(number).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);

/** Tells whether a text has Arabic letters; one without them has the digits of its own language. */
function hasArabic(root: Root): boolean {
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'text' && /[\u0620-\u064A]/.test(node.value)) return true;
    if ('children' in node) for (const child of node.children) stack.push(child);
  }
  return false;
}

/** Takes the definitions of notes out of a tree, in place; of several with one label all. */
function takeDefinitions(root: Root): readonly FootnoteDefinition[] {
  const definitions: FootnoteDefinition[] = [];
  const stack: Parents[] = [root];
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    const children: readonly Nodes[] = parent.children;
    const notes = children.filter((child) => child.type === 'footnoteDefinition');
    for (const note of notes) definitions.push(note);
    if (notes.length > 0) {
      parent.children = children.filter(
        ({ type }) => type !== 'footnoteDefinition',
      ) as typeof parent.children;
    }
    for (const child of children) if ('children' in child) stack.push(child);
  }
  return definitions.sort(
    (a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0),
  );
}

/** Returns the references to notes below a node, in reading order. */
function referencesIn(node: Nodes): readonly FootnoteReference[] {
  const references: FootnoteReference[] = [];
  const stack: Nodes[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.type === 'footnoteReference') references.push(next);
    if (!('children' in next)) continue;
    for (let i = next.children.length - 1; i >= 0; i -= 1) {
      const child = next.children[i];
      if (child !== undefined) stack.push(child);
    }
  }
  return references;
}

/**
 * Takes the footnotes out of a Markdown tree and numbers them in the order in which the text refers to them; each
 * reference gets its link. Notes without a reference follow.
 */
export function takeNotes(root: Root): readonly Footnote[] {
  const definitions = takeDefinitions(root);
  if (definitions.length === 0) return [];
  const printed = hasArabic(root) ? arabicNumber : String;
  const byLabel = new Map<string, FootnoteDefinition>();
  for (const definition of definitions) {
    if (!byLabel.has(definition.identifier)) byLabel.set(definition.identifier, definition);
  }
  const ids = new Set<string>();
  const idOf = (label: string): string => {
    const base = `note_${slug(label) || 'x'}`;
    let id = base;
    for (let number = 2; ids.has(id); number += 1) id = `${base}_${number}`;
    ids.add(id);
    return id;
  };
  const notes = new Map<FootnoteDefinition, { id: string; number: string; from: string[] }>();
  const queue: Nodes[] = [root];
  for (let at = 0; at < queue.length; at += 1) {
    for (const reference of referencesIn(queue[at] ?? root)) {
      const definition = byLabel.get(reference.identifier);
      if (definition === undefined) continue;
      const known = notes.get(definition);
      const note = known ?? {
        id: idOf(definition.identifier),
        number: printed(notes.size + 1),
        from: [],
      };
      if (known === undefined) {
        notes.set(definition, note);
        queue.push(definition);
      }
      const times = note.from.length === 0 ? '' : `_${note.from.length + 1}`;
      const id = `ref_${note.id.slice('note_'.length)}${times}`;
      note.from.push(id);
      reference.data = { ...reference.data, note: { id, note: note.id, number: note.number } };
    }
  }
  for (const definition of definitions) {
    if (!notes.has(definition)) {
      notes.set(definition, { id: idOf(definition.identifier), number: '', from: [] });
    }
  }
  return [...notes].map(([definition, note]) => ({ ...note, definition }));
}
