import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The libraries that read HTML and write Markdown. */
export interface HtmlLibraries {
  readonly parseFragment: typeof import('parse5')['parseFragment'];
  readonly toMdast: typeof import('hast-util-to-mdast')['toMdast'];
  readonly toMarkdown: typeof import('mdast-util-to-markdown')['toMarkdown'];
  readonly table: typeof import('mdast-util-gfm-table')['gfmTableToMarkdown'];
  readonly footnote: typeof import('mdast-util-gfm-footnote')['gfmFootnoteToMarkdown'];
  readonly strikethrough: typeof import('mdast-util-gfm-strikethrough')['gfmStrikethroughToMarkdown'];
}

let loaded: HtmlLibraries | undefined;

/**
 * Returns the libraries that read HTML. They take 80 ms to load, and most archives have no HTML: they are loaded for
 * the first that is read, while a build reads seeds without waiting for anything.
 */
export function htmlLibraries(): HtmlLibraries {
  loaded ??= {
    parseFragment: require('parse5').parseFragment,
    toMdast: require('hast-util-to-mdast').toMdast,
    toMarkdown: require('mdast-util-to-markdown').toMarkdown,
    table: require('mdast-util-gfm-table').gfmTableToMarkdown,
    footnote: require('mdast-util-gfm-footnote').gfmFootnoteToMarkdown,
    strikethrough: require('mdast-util-gfm-strikethrough').gfmStrikethroughToMarkdown,
  };
  return loaded;
}
