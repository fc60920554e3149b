import type { Format } from '../format.ts';
import { splitFrontMatter } from '../front-matter.ts';

/** Plain text, with or without front matter: its structure is recovered. */
export const plainText: Format = {
  name: 'plain-text',
  extensions: ['.txt', '.text'],
  parse: (text, file, own) => {
    const { metadata, body, diagnostics } = splitFrontMatter(text, file, own);
    return { documents: [{ format: 'text', text: body, metadata, assets: [] }], diagnostics };
  },
};
