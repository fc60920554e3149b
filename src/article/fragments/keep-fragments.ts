import type { Article, Section } from '../../model/article.ts';
import type { Block, Words } from '../../model/block.ts';
import { mapWords } from '../../model/block-text.ts';
import { assignFragments } from './assign-fragments.ts';
import { decodeFragments, encodeFragments, fragmentKind } from './fragment-list.ts';
import { insertAnchors, type WordAnchor } from './insert-anchors.ts';
import { fragmentKeys, streamWords, type TextStream, textStream } from './word-stream.ts';

/** An article and its fragments, as `encodeFragments` writes them. */
export interface ArticleFragments {
  readonly article: Article;
  readonly fragments: string;
}

/** Returns the fragments of an article that was never published, as `encodeFragments` writes them. */
export function ownFragments(article: Pick<Article, 'lead' | 'sections'>): string {
  const stream = textStream(article);
  const keys = fragmentKeys(stream);
  return encodeFragments(
    stream.starts.map(({ name }, index) => ({ name, state: 'own', key: keys[index] ?? 0 })),
  );
}

/**
 * Returns the anchors of each text of a stream, by the words of the text. One before a heading is at the end of
 * the text above, since a section begins with its heading.
 */
function anchorsByText(
  { texts, starts }: TextStream,
  anchors: readonly WordAnchor[],
): ReadonlyMap<number, readonly WordAnchor[]> {
  const byText = new Map<number, WordAnchor[]>();
  if (anchors.length === 0) return byText;
  const words = streamWords(texts);
  const headings = new Set(starts.flatMap(({ kind, text }) => (kind === 'heading' ? [text] : [])));
  const firstWord = new Map<number, number>();
  words.forEach(({ text }, index) => {
    if (!firstWord.has(text)) firstWord.set(text, index);
  });
  for (const { name, word } of [...anchors].sort((a, b) => a.word - b.word)) {
    const text = words[word]?.text;
    if (text === undefined) continue;
    const number = word - (firstWord.get(text) ?? 0);
    const isAbove = number === 0 && text > 0 && headings.has(text);
    const own = { name, word: isAbove ? Number.POSITIVE_INFINITY : number };
    const target = isAbove ? text - 1 : text;
    const known = byText.get(target);
    if (known === undefined) byText.set(target, [own]);
    else known.push(own);
  }
  return byText;
}

/** Returns an article with new names and anchors; it visits texts and starts in the order of `textStream`. */
function withFragments(
  article: Article,
  names: readonly string[],
  anchors: ReadonlyMap<number, readonly WordAnchor[]>,
): Article {
  let [text, start, paragraph] = [0, 0, 0];
  function changeWords<W extends Words>(words: W): W {
    const own = anchors.get(text);
    text += 1;
    return own === undefined ? words : insertAnchors(words, own);
  }
  function changeBlock(block: Block): Block {
    if (block.kind === 'paragraph' && block.hidden) return block;
    if (block.kind === 'code') {
      // Code has no markup; its first anchor is the block's own name.
      const [first] = anchors.get(text) ?? [];
      text += 1;
      return first === undefined || block.id !== undefined ? block : { ...block, id: first.name };
    }
    const isStart =
      block.id !== undefined && (block.kind === 'paragraph' || block.kind === 'heading');
    if (!isStart) return mapWords(block, changeWords);
    const id = names[start] ?? block.id;
    start += 1;
    if (block.kind === 'heading') return mapWords({ ...block, id }, changeWords);
    paragraph += 1;
    const isKept = id !== `p${paragraph}`;
    return mapWords({ ...block, id, ...(isKept ? { keptNumber: true } : {}) }, changeWords);
  }
  return {
    ...article,
    lead: article.lead.map(changeBlock),
    sections: article.sections.map((section): Section => {
      const id = names[start] ?? section.id;
      start += 1;
      const { heading, markup } = section;
      const words = changeWords(
        markup === undefined ? { text: heading } : { text: heading, markup },
      );
      const changed = { ...section, id, blocks: section.blocks.map(changeBlock) };
      return words.markup === undefined ? changed : { ...changed, markup: words.markup };
    }),
  };
}

/**
 * Returns a new version of an article in which every published fragment name leads to the words to which it led:
 * see `assignFragments`. Pure: the same version and record give the same article.
 *
 * @param article the new version, with names of its own
 * @param recorded the published fragments, as `encodeFragments` writes them
 */
export function keepFragments(article: Article, recorded: string): ArticleFragments {
  const stream = textStream(article);
  const published = decodeFragments(recorded).filter(
    // The name of a heading shows its words, which may have been withheld since.
    ({ name }) => !article.redacted || fragmentKind(name) === 'paragraph',
  );
  const { names, anchors, fragments } = assignFragments(stream, published);
  return {
    article: withFragments(article, names, anchorsByText(stream, anchors)),
    // The key of words that are gone is that of a withheld name, perhaps: a guess could be tested against it.
    fragments: encodeFragments(
      article.redacted ? fragments.filter(({ state }) => state !== 'gone') : fragments,
    ),
  };
}
