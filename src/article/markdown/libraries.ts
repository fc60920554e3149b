import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The libraries that read Markdown. */
export interface MarkdownLibraries {
  readonly unified: typeof import('unified')['unified'];
  readonly remarkParse: typeof import('remark-parse')['default'];
  readonly table: typeof import('micromark-extension-gfm-table')['gfmTable'];
  readonly footnote: typeof import('micromark-extension-gfm-footnote')['gfmFootnote'];
  readonly strikethrough: typeof import('micromark-extension-gfm-strikethrough')['gfmStrikethrough'];
  readonly tableFromMarkdown: typeof import('mdast-util-gfm-table')['gfmTableFromMarkdown'];
  readonly footnoteFromMarkdown: typeof import('mdast-util-gfm-footnote')['gfmFootnoteFromMarkdown'];
  readonly strikethroughFromMarkdown: typeof import('mdast-util-gfm-strikethrough')['gfmStrikethroughFromMarkdown'];
}

/** The libraries that print inline marks as HTML. */
export interface InlineLibraries {
  readonly unified: typeof import('unified')['unified'];
  readonly remarkRehype: typeof import('remark-rehype')['default'];
  readonly rehypeStringify: typeof import('rehype-stringify')['default'];
}

let markdown: MarkdownLibraries | undefined;
let inline: InlineLibraries | undefined;

/** Returns the libraries that read Markdown. They are loaded for the first text in Markdown. */
export function markdownLibraries(): MarkdownLibraries {
  markdown ??= {
    unified: require('unified').unified,
    remarkParse: require('remark-parse').default,
    table: require('micromark-extension-gfm-table').gfmTable,
    footnote: require('micromark-extension-gfm-footnote').gfmFootnote,
    strikethrough: require('micromark-extension-gfm-strikethrough').gfmStrikethrough,
    tableFromMarkdown: require('mdast-util-gfm-table').gfmTableFromMarkdown,
    footnoteFromMarkdown: require('mdast-util-gfm-footnote').gfmFootnoteFromMarkdown,
    strikethroughFromMarkdown: require('mdast-util-gfm-strikethrough').gfmStrikethroughFromMarkdown,
  };
  return markdown;
}

/** Returns the libraries that print inline marks. They are loaded for the first block that has any. */
export function inlineLibraries(): InlineLibraries {
  inline ??= {
    unified: require('unified').unified,
    remarkRehype: require('remark-rehype').default,
    rehypeStringify: require('rehype-stringify').default,
  };
  return inline;
}
