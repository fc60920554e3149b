import type { Element, ElementContent, Root, RootContent } from 'hast';
import { directionalRuns } from '../arabic/directional-runs.ts';
import { foreignRuns, hasForeignLetters } from '../arabic/foreign-runs.ts';
import { runLanguage } from '../arabic/latin-language.ts';
import { textLanguage } from '../arabic/text-language.ts';

/** Elements whose text is not isolated. */
const excluded = new Set(['bdi', 'code', 'pre']);

/** Stands for an element in the text of its line: neutral in UAX #9. */
const atom = '\ufffc';

/** A child of a parent, with its place in the parent's text. */
interface Placed {
  readonly child: RootContent;
  readonly start: number;
  readonly end: number;
}

const isReference = (node: Element): boolean => node.properties.dataNoteRef !== undefined;

/** The text of a node as its line reads it: code and references to notes are one sign, a line break ends a run. */
function lineText(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  if (node.tagName === 'br') return '\u2029';
  if (excluded.has(node.tagName) || node.tagName === 'img' || isReference(node)) return atom;
  return node.children.map(lineText).join('');
}

function bdi(children: ElementContent[], lang: string | undefined): Element {
  const properties = lang === undefined ? {} : { lang };
  return { type: 'element', tagName: 'bdi', properties, children };
}

/** Returns the parts of a text node with its runs isolated. */
function isolatedText(value: string): ElementContent[] {
  return directionalRuns(value).flatMap(({ text, leftToRight }): readonly ElementContent[] => {
    if (leftToRight) return [bdi([{ type: 'text', value: text }], runLanguage(text))];
    if (!hasForeignLetters(text)) return [{ type: 'text', value: text }];
    return foreignRuns(text).map(({ text: value, language }): ElementContent => {
      const part = { type: 'text', value } as const;
      return language === undefined ? part : bdi([part], language);
    });
  });
}

/** Returns a child as it stands outside runs that span several children: with the runs inside it isolated. */
function ownRuns(child: RootContent): readonly RootContent[] {
  if (child.type === 'text') return isolatedText(child.value);
  if (child.type === 'element' && !excluded.has(child.tagName)) isolateChildren(child);
  return [child];
}

/** Isolates the references to notes within a run, whose numbers stand alone. */
function isolateReferences(node: RootContent): void {
  if (node.type !== 'element') return;
  if (isReference(node)) isolateChildren(node);
  else for (const child of node.children) isolateReferences(child);
}

/** Returns the part of a text node between two places of its parent's text. */
const slice = ({ child, start }: Placed, from: number, to: number): RootContent =>
  child.type === 'text'
    ? { type: 'text', value: child.value.slice(Math.max(0, from - start), Math.max(0, to - start)) }
    : child;

/** Whether a run takes the whole of each element that it touches, so that one `<bdi>` can hold it. */
const holdsWhole = (touched: readonly Placed[], from: number, to: number): boolean =>
  touched.every(({ child, start, end }) => child.type === 'text' || (start >= from && end <= to));

/** Returns the children that a run touches, from the first that may be one of them. */
function touchedBy(
  placed: readonly Placed[],
  first: number,
  from: number,
  to: number,
): readonly Placed[] {
  const touched: Placed[] = [];
  for (let i = first; i < placed.length; i += 1) {
    const one = placed[i];
    if (one === undefined || one.start >= to) break;
    if (one.end > from) touched.push(one);
  }
  return touched;
}

/** Isolates the runs of an element's line; one that spans several of its children is one `<bdi>` around them. */
function isolateChildren(parent: Element | Root): void {
  const placed: Placed[] = [];
  let text = '';
  for (const child of parent.children) {
    const start = text.length;
    text += lineText(child);
    placed.push({ child, start, end: text.length });
  }
  if (placed.length === 1) {
    const [{ child } = { child: undefined }] = placed;
    parent.children = (child === undefined ? [] : [...ownRuns(child)]) as typeof parent.children;
    return;
  }
  const children: RootContent[] = [];
  let next = 0;
  let done = 0;
  /** Adds the children before a place, each with its own runs. */
  function addUpTo(place: number): void {
    for (
      let one = placed[next];
      one !== undefined && (one.start < place || one.end <= place);
      one = placed[next]
    ) {
      const piece = slice(one, Math.max(done, one.start), Math.min(one.end, place));
      // Not spread into `push`: a table may have more runs than a call can have arguments.
      for (const node of ownRuns(piece)) children.push(node);
      if (one.end > place) break;
      next += 1;
    }
    done = Math.max(done, place);
  }
  let [at, first] = [0, 0];
  for (const run of directionalRuns(text)) {
    const [from, to] = [at, at + run.text.length];
    at = to;
    if (!run.leftToRight) continue;
    while (placed[first] !== undefined && (placed[first]?.end ?? 0) <= from) first += 1;
    const touched = touchedBy(placed, first, from, to);
    if (touched.length < 2 || !holdsWhole(touched, from, to)) continue;
    addUpTo(from);
    const inner = touched.map((one) =>
      slice(one, Math.max(from, one.start), Math.min(to, one.end)),
    );
    for (const node of inner) isolateReferences(node);
    children.push(bdi(inner as ElementContent[], runLanguage(run.text)));
    done = to;
    next = first + touched.length;
    if ((touched.at(-1)?.end ?? to) > to) next -= 1;
  }
  addUpTo(Number.POSITIVE_INFINITY);
  parent.children = children as typeof parent.children;
}

/**
 * Isolates every left-to-right run of a tree in `<bdi>`, in place (UAX #9, W3C alreq 2.2): the full
 * stop after «BBC» and the bracket around it then stay on the Arabic side. In a text from left to right only the
 * numbers of notes are isolated.
 */
export function isolateRuns(tree: Root): void {
  if (textLanguage(tree.children.map(lineText).join(''))?.direction === 'ltr') {
    for (const child of tree.children) isolateReferences(child);
    return;
  }
  isolateChildren(tree);
}
