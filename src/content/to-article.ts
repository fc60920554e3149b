import type { Root as HastRoot, RootContent } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Article, Section, SourceDocument } from '../model/article.ts';
import type { Authority } from '../model/authority.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { DownloadForm } from '../model/download.ts';
import { maxMarkdownBytes, maxTreeDepth, maxUncountedMarkdown } from '../model/limits.ts';
import type { Structure } from '../model/structure.ts';
import type { RecoverOptions } from '../structure/recover.ts';
import { titleLine } from '../structure/title-line.ts';
import { bodyOf, firstBlock, hideTitleLine, outerLines } from './beginning.ts';
import { calendarsDisagree } from './calendars.ts';
import {
  asTitle,
  collapse,
  countWords,
  deriveDescription,
  deriveTitle,
  readingMinutes,
} from './derive.ts';
import { divide } from './divide.ts';
import { isolateRuns } from './isolate.ts';
import { articleKeywords } from './keywords.ts';
import { parseMarkdown } from './markdown.ts';
import { numberParagraphs } from './number-paragraphs.ts';
import { type Inference, inferMetadata } from './opening/infer.ts';
import { articleId, permalink } from './permalink.ts';
import { plainHtml } from './plain-html.ts';
import { plainMarkdownTree, plainTree } from './plain-tree.ts';
import { safeTree } from './safe-tree.ts';
import { splitSections, textOf } from './sections.ts';
import { articleTerms } from './subjects.ts';
import { withoutControls } from './without-controls.ts';

/** What the site decides of every article. */
export interface ArticleOptions {
  readonly ids?: Config['ids'];
  /** Pattern of the page's place: `articles/{id}.html`. */
  readonly permalink: string;
  readonly recovery: RecoverOptions & {
    /** Whether the text completes its metadata. */
    readonly metadata: boolean;
  };
  readonly authority: readonly Authority[];
  /** What an article can be taken away as: only for that is its Markdown kept. */
  readonly downloads: readonly DownloadForm[];
}

/** An article, and the headings that were not sure enough for its page. */
export interface Compiled {
  readonly article: Article;
  readonly suggestions: Structure['suggestions'];
}

/** The one pipeline that plain text and Markdown share from the Markdown tree on. */
const pipeline = unified().use(remarkRehype).use(rehypeStringify).freeze();

const stringify = (children: readonly RootContent[]): string =>
  plainHtml(children) ?? pipeline.stringify({ type: 'root', children: [...children] } as HastRoot);

/** The content of a document as HTML tree, and its structure where it is not the author's own. */
interface Content {
  readonly tree: HastRoot;
  readonly structure?: Structure;
  /** Whether the tree was made of Markdown. */
  readonly isMarkdown?: boolean;
  /** What a plain text says of itself. */
  readonly inference?: Inference;
  /** The text's own title, where its first line or heading is one. */
  readonly title?: string;
}

function plainContent(
  document: SourceDocument,
  options: ArticleOptions,
  report: (diagnostic: Diagnostic) => void,
): Content {
  const inference = infer(document.text, document, options);
  const { text } = document;
  const { value: structure, diagnostics } = divide(document, options.recovery);
  diagnostics.forEach(report);
  const body = inference.titleAt === 0 ? text : text.slice(inference.titleAt);
  const line = titleLine(body);
  const tree = plainTree(text, structure);
  return {
    ...{ tree, structure, inference },
    ...(line === undefined ? {} : { title: asTitle(body.slice(line.start, line.end)) }),
  };
}

/** What a text says of itself at its head and foot, where it is asked for. */
function infer(text: string, document: SourceDocument, options: ArticleOptions): Inference {
  const { metadata, provenance } = document;
  return options.recovery.metadata
    ? inferMetadata(text, metadata, provenance.path)
    : { metadata, inferred: [], opening: [], titleAt: 0, diagnostics: [] };
}

function markdownContent(
  document: SourceDocument,
  options: ArticleOptions,
  report: (diagnostic: Diagnostic) => void,
): Content {
  const { path: file, bytes } = document.provenance;
  const large = bytes > maxMarkdownBytes;
  const dropped = new Set<string>();
  const safe = (root: MdastRoot): HastRoot =>
    safeTree(pipeline.runSync(root), (what) => dropped.add(what));
  const tellDropped = (): void => {
    for (const what of dropped) {
      report({ rule: 'markup-dropped', severity: 'warning', file, values: { what } });
    }
  };
  let part: 'whole' | 'next' = 'whole';
  const plain = plainMarkdownTree(document.text, (paragraph) => {
    if (large) return undefined;
    const parsed = parseMarkdown(paragraph, part);
    if (document.text.length > maxUncountedMarkdown) part = 'next';
    if (parsed.root === undefined || parsed.flattened) return undefined;
    const [element, ...others] = safe(parsed.root).children;
    return element?.type === 'element' && others.length === 0 ? element : undefined;
  });
  if (plain !== undefined) {
    tellDropped();
    return { tree: plain, isMarkdown: true };
  }
  dropped.clear();
  const parsed = large ? undefined : parseMarkdown(document.text);
  if (large) {
    const values = { bytes, limit: maxMarkdownBytes };
    report({ rule: 'markdown-too-large', severity: 'warning', file, values });
  } else if (parsed?.root === undefined && parsed?.refused === 'work') {
    report({ rule: 'markdown-too-tangled', severity: 'warning', file, values: {} });
  } else if (parsed?.root === undefined || parsed.flattened) {
    const values = { limit: maxTreeDepth };
    report({ rule: 'markdown-too-deep', severity: 'warning', file, values });
  }
  if (parsed?.root === undefined) return plainContent(document, options, report);
  const tree = safe(parsed.root);
  tellDropped();
  const first = parsed.root.children[0];
  const heading = tree.children[0];
  return first?.type === 'heading' && first.depth === 1 && heading !== undefined
    ? { tree, isMarkdown: true, title: asTitle(textOf(heading)) }
    : { tree, isMarkdown: true };
}

/**
 * Turns a source document into the article that readers read. Pure; the same document and options
 * give the same article.
 */
export function toArticle(received: SourceDocument, options: ArticleOptions): Outcome<Compiled> {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  const document = withoutControls(received, report);
  const { provenance } = document;
  // An editor's headings are strings of the text as it stands, so Markdown is then read as text.
  const content =
    document.format === 'markdown' && document.metadata.headings === undefined
      ? markdownContent(document, options, report)
      : plainContent(document, options, report);
  const { tree, structure } = content;
  const { metadata, inferred, opening, titleAt, diagnostics } =
    content.inference ?? infer(outerLines(tree), document, options);
  found.push(...diagnostics);
  const disagreement = calendarsDisagree({ ...document, metadata });
  if (disagreement !== undefined) report(disagreement);
  const text = tree.children.map(textOf).join(' ');
  const id = articleId(metadata.id, provenance, options.ids);
  // Of a text without a word there is still something to click on.
  const title =
    metadata.title ?? content.title ?? (deriveTitle(firstBlock(tree, opening) || text) || id);
  const titleDerived = metadata.title === undefined && content.title === undefined;
  const before = titleAt === 0 ? 0 : opening.length;
  const hidden = content.title === title ? hideTitleLine(tree, title, before) : undefined;
  const beginning = bodyOf(tree, opening) || text;
  isolateRuns(tree);
  // A heading that became the title's line is no section any more.
  const taken = hidden !== undefined && /^h[1-6]$/.test(hidden.tagName) ? 1 : 0;
  const { lead, sections } = splitSections(tree, structure?.headings.slice(taken));
  const { parts, recovered } = numberParagraphs([lead, ...sections.map(({ body }) => body)]);
  const words = countWords(text);
  const article: Article = {
    id,
    url: permalink(options.permalink, { id, title, date: metadata.date }),
    title,
    titleDerived,
    description:
      metadata.standfirst ?? deriveDescription(beginning, titleDerived ? title : undefined),
    descriptionDerived: metadata.standfirst === undefined,
    metadata,
    inferred,
    provenance,
    terms: articleTerms(
      metadata,
      () => [title, metadata.standfirst, text].join('\n'),
      options.authority,
    ),
    keywords: articleKeywords(title, text),
    leadHtml: stringify(parts[0] ?? []),
    sections: sections.map(
      (section, i): Section => ({
        id: section.id,
        heading: collapse(textOf(section.heading)),
        origin: section.origin,
        confidence: section.confidence,
        headingHtml: stringify(section.heading.children),
        html: stringify(parts[i + 1] ?? []),
      }),
    ),
    paragraphsRecovered: recovered,
    ...(content.isMarkdown === true && options.downloads.includes('markdown')
      ? { markdown: document.text }
      : {}),
    words,
    readingMinutes: readingMinutes(words),
  };
  return { value: { article, suggestions: structure?.suggestions ?? [] }, diagnostics: found };
}
