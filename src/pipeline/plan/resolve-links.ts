import { articleReader } from '../../catalogue/article-store.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { diagnosticWriter, removeStage, stages } from '../../catalogue/diagnostics.ts';
import { linkTargets } from '../../catalogue/link-targets.ts';
import { hasLinks, linkingDocuments, linkWriter } from '../../catalogue/links.ts';
import { inTransaction } from '../../catalogue/transaction.ts';
import type { Article } from '../../model/article.ts';
import type { Block } from '../../model/block.ts';
import { visitWords } from '../../model/block-text.ts';
import { type Anchor, resolveReferences } from './link-resolver.ts';

/** Articles whose ids are kept in memory while links are resolved. */
const keptArticles = 1000;

/** Returns the ids of blocks and of their inner blocks. */
function* blockAnchors(blocks: readonly Block[]): Generator<Anchor> {
  for (const block of blocks) {
    if (block.kind === 'page-break') yield { id: `page-${block.page}` };
    if (block.id !== undefined) {
      yield block.kind === 'heading' ? { id: block.id, heading: block.text } : { id: block.id };
    }
    if (block.kind === 'quotation' || block.kind === 'note') yield* blockAnchors(block.blocks);
    if (block.kind === 'list') for (const item of block.items) yield* blockAnchors(item);
  }
}

/** Yields the names of earlier versions, which are empty elements before the words to which they led. */
function* keptAnchors({ lead, sections }: Article): Generator<Anchor> {
  const markups: string[] = [];
  const collect = ({ markup }: { readonly markup?: string }): void => {
    if (markup?.includes('<span id="')) markups.push(markup);
  };
  for (const block of lead) visitWords(block, collect);
  for (const section of sections) {
    collect(section);
    for (const block of section.blocks) visitWords(block, collect);
  }
  for (const markup of markups) {
    for (const [, id = ''] of markup.matchAll(/<span id="([^"]+)"><\/span>/g)) yield { id };
  }
}

/** Yields the ids of an article's page. */
function* articleAnchors(article: Article): Generator<Anchor> {
  yield* blockAnchors(article.lead);
  for (const { id, heading, blocks } of article.sections) {
    yield { id, heading };
    yield* blockAnchors(blocks);
  }
  yield* keptAnchors(article);
}

/** Returns a function that returns the ids of an article's page. */
function anchorReader(catalogue: Catalogue): (doc: number) => readonly Anchor[] {
  const store = articleReader(catalogue);
  const known = new Map<number, readonly Anchor[]>();
  return (doc) => {
    const anchors = known.get(doc) ?? [...articleAnchors(store.article(doc))];
    if (known.size >= keptArticles) known.clear();
    known.set(doc, anchors);
    return anchors;
  };
}

/**
 * Finds where the links between articles lead, once all seeds are read: every reference of the archive, because
 * an article that comes, moves or goes may change any of them. An article whose links lead elsewhere than at the
 * last build is marked as changed, so that its page is rendered. Writes a diagnostic for each link to nothing.
 *
 * @param tracks false in a build that renders every page
 * @param name returns the path of a seed as the user knows it
 * @throws ArticleBytesError if a stored article cannot be read
 */
export function resolveLinks(
  catalogue: Catalogue,
  tracks: boolean,
  name: (seed: string) => string,
): void {
  if (!hasLinks(catalogue)) return;
  const targets = linkTargets(catalogue);
  const context = { targets, anchorsOf: anchorReader(catalogue), name };
  try {
    inTransaction(catalogue, () => {
      removeStage(catalogue, stages.links);
      const write = diagnosticWriter(catalogue);
      const links = linkWriter(catalogue);
      links.sweep();
      for (const document of linkingDocuments(catalogue)) {
        const { destinations, diagnostics } = resolveReferences(context, document);
        links.put(document.doc, destinations, tracks);
        write(document, stages.links, diagnostics);
      }
    });
  } finally {
    targets.close();
  }
}
