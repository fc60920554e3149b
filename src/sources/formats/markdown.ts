import type { Format } from '../format.ts';
import { splitFrontMatter } from '../front-matter.ts';

/** Markdown (CommonMark), with or without front matter: its author marked the structure. */
export const markdown: Format = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  parse: (text, file, own) => {
    const { metadata, body, bodyLine: textLine, diagnostics } = splitFrontMatter(text, file, own);
    const document = { format: 'markdown', text: body, textLine, metadata, assets: [] } as const;
    return { documents: [document], diagnostics };
  },
};
