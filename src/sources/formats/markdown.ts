import type { Format } from '../format.ts';
import { splitFrontMatter } from '../front-matter.ts';

/** Markdown (CommonMark), with or without front matter: its author marked the structure. */
export const markdown: Format = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  parse: (text, file) => {
    const { metadata, body, diagnostics } = splitFrontMatter(text, file);
    return { documents: [{ format: 'markdown', text: body, metadata, assets: [] }], diagnostics };
  },
};
