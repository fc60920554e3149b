import type { Image, InlineCode, PhrasingContent } from 'mdast';

/** The inline marks of some words. */
export interface Marks {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly deleted: boolean;
  readonly href: string | undefined;
}

/** Words with their marks, an image or code, a line end, or a paragraph end. */
export type InlineRun =
  | { readonly kind: 'words'; readonly words: string; readonly marks: Marks }
  | { readonly kind: 'node'; readonly node: Image | InlineCode; readonly marks: Marks }
  | { readonly kind: 'break' }
  | { readonly kind: 'split' };

/** Marks of unmarked words. */
export const unmarked: Marks = {
  ...{ strong: false, emphasis: false, deleted: false },
  href: undefined,
};

type Words = Extract<InlineRun, { kind: 'words' }>;

const sameMarks = (a: Marks, b: Marks): boolean =>
  a.strong === b.strong &&
  a.emphasis === b.emphasis &&
  a.deleted === b.deleted &&
  a.href === b.href;

/** Splits runs into paragraphs, also at two consecutive line ends, as pages without `<p>` have them. */
function paragraphsOf(runs: readonly InlineRun[]): readonly (readonly InlineRun[])[] {
  const paragraphs: InlineRun[][] = [[]];
  let breaks = 0;
  for (const run of runs) {
    if (run.kind === 'words' && run.words.trim() === '' && breaks > 0) continue;
    breaks = run.kind === 'break' ? breaks + 1 : 0;
    const current = paragraphs.at(-1) ?? [];
    if (run.kind === 'split') paragraphs.push([]);
    else if (breaks > 1) {
      if (breaks === 2) {
        current.pop();
        paragraphs.push([]);
      }
    } else current.push(run);
  }
  return paragraphs;
}

/** Excludes white space from marks: a space between `**` and a word would invalidate the mark. */
function excludeSpaces({ words, marks }: Words): readonly Words[] {
  if (sameMarks(marks, unmarked)) return [{ kind: 'words', words, marks }];
  const bare = words.trim();
  const start = words.indexOf(bare);
  const parts: Words[] = [
    { kind: 'words', words: words.slice(0, start), marks: unmarked },
    { kind: 'words', words: bare, marks },
    { kind: 'words', words: words.slice(start + bare.length), marks: unmarked },
  ];
  return parts.filter((part) => part.words !== '');
}

const isShown = ({ kind }: InlineRun): boolean => kind === 'words' || kind === 'node';

/** Normalises one paragraph: white space collapsed and trimmed at line ends, equal neighbours joined. */
function normalize(runs: readonly InlineRun[]): readonly InlineRun[] {
  const joined: InlineRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.kind === 'words' && last?.kind === 'words' && sameMarks(last.marks, run.marks)) {
      joined[joined.length - 1] = { ...last, words: last.words + run.words };
    } else joined.push(run);
  }
  const spaced: InlineRun[] = [];
  for (const run of joined) {
    if (run.kind !== 'words') {
      spaced.push(run);
      continue;
    }
    for (const part of excludeSpaces({
      ...run,
      words: run.words.replace(/[ \t\n\r\f\u00a0]+/g, ' '),
    })) {
      const last = spaced.at(-1);
      const isOpen = last?.kind === 'node' || (last?.kind === 'words' && !last.words.endsWith(' '));
      const words = isOpen ? part.words : part.words.trimStart();
      if (words !== '') spaced.push({ ...part, words });
    }
  }
  const trimmed = spaced.map((run, i): InlineRun => {
    const next = spaced[i + 1];
    const isLast = next === undefined || next.kind === 'break';
    return run.kind === 'words' && isLast ? { ...run, words: run.words.trimEnd() } : run;
  });
  const filled = trimmed.filter((run) => run.kind !== 'words' || run.words !== '');
  const first = filled.findIndex(isShown);
  const last = filled.findLastIndex(isShown);
  return first === -1 ? [] : withPunctuationOutside(filled.slice(first, last + 1));
}

const isAttention = ({ strong, emphasis, deleted }: Marks): boolean =>
  strong || emphasis || deleted;

const isPunctuation = (letter: string): boolean => /[\p{P}\p{S}]/u.test(letter);

/** Returns the character at the end of a run that touches its neighbour; a space where there is none. */
function edge(run: InlineRun | undefined, side: 'first' | 'last'): string {
  if (run?.kind !== 'words') return ' ';
  return (side === 'first' ? run.words[0] : run.words.at(-1)) ?? ' ';
}

const touches = (letter: string): boolean => letter.trim() !== '' && !isPunctuation(letter);

/** Returns where the punctuation at the end of words begins; an expression would take quadratic time. */
function punctuationStart(words: string): number {
  let start = words.length;
  for (;;) {
    const code = words.codePointAt(start - 2) ?? 0;
    const letter = code > 0xffff ? String.fromCodePoint(code) : (words[start - 1] ?? '');
    if (letter === '' || !isPunctuation(letter)) return start;
    start -= letter.length;
  }
}

/**
 * Moves punctuation at the edge of marked words out of the marks where a letter follows: CommonMark
 * (6.2) does not close `**«نص»**و`, but does «**نص**»و.
 */
function withPunctuationOutside(runs: readonly InlineRun[]): readonly InlineRun[] {
  return runs.flatMap((run, i): readonly InlineRun[] => {
    if (run.kind !== 'words' || !isAttention(run.marks)) return [run];
    const { words, marks } = run;
    const touchesLetter = touches(edge(runs[i - 1], 'last')) || touches(edge(runs[i + 1], 'first'));
    if (!touchesLetter) return [run];
    const start = /^[\p{P}\p{S}]*/u.exec(words)?.[0].length ?? 0;
    const end = Math.max(start, punctuationStart(words));
    const outsideMarks = { ...unmarked, href: marks.href };
    const parts: InlineRun[] = [
      { kind: 'words', words: words.slice(0, start), marks: outsideMarks },
      { kind: 'words', words: words.slice(start, end), marks },
      { kind: 'words', words: words.slice(end), marks: outsideMarks },
    ];
    return parts.filter((part) => part.kind === 'words' && part.words !== '');
  });
}

/** Groups neighbours by a key. */
function grouped<K>(
  runs: readonly InlineRun[],
  keyOf: (run: InlineRun) => K,
): { key: K; runs: InlineRun[] }[] {
  const groups: { key: K; runs: InlineRun[] }[] = [];
  for (const run of runs) {
    const key = keyOf(run);
    const last = groups.at(-1);
    if (last !== undefined && last.key === key) last.runs.push(run);
    else groups.push({ key, runs: [run] });
  }
  return groups;
}

function plainPhrasing(run: InlineRun): PhrasingContent {
  if (run.kind === 'words') return { type: 'text', value: run.words };
  return run.kind === 'node' ? run.node : { type: 'break' };
}

const marksOf = (run: InlineRun): Marks => ('marks' in run ? run.marks : unmarked);

function deletions(runs: readonly InlineRun[]): PhrasingContent[] {
  return grouped(runs, (run) => marksOf(run).deleted).flatMap((group) => {
    const children = group.runs.map(plainPhrasing);
    return group.key ? [{ type: 'delete' as const, children }] : children;
  });
}

function emphasized(runs: readonly InlineRun[]): PhrasingContent[] {
  return grouped(runs, (run) => marksOf(run).emphasis).flatMap((group) => {
    const children = deletions(group.runs);
    return group.key ? [{ type: 'emphasis' as const, children }] : children;
  });
}

function strengthened(runs: readonly InlineRun[]): PhrasingContent[] {
  return grouped(runs, (run) => marksOf(run).strong).flatMap((group) => {
    const children = emphasized(group.runs);
    return group.key ? [{ type: 'strong' as const, children }] : children;
  });
}

/**
 * Converts runs to paragraphs. White space is that of HTML: any amount of it is one space.
 *
 * @returns the content of each paragraph that has words
 */
export function phrasingOf(runs: readonly InlineRun[]): readonly PhrasingContent[][] {
  return paragraphsOf(runs)
    .map(normalize)
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) =>
      grouped(paragraph, (run) => marksOf(run).href).flatMap(
        ({ key, runs: linked }): PhrasingContent[] => {
          const children = strengthened(linked);
          // Links are not nested: the content of a link has no links.
          return key === undefined
            ? children
            : [{ type: 'link', url: key, children: children.filter((c) => c.type !== 'link') }];
        },
      ),
    );
}
