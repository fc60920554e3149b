import type { Asset } from '../../model/asset.ts';
import { maxOfficeBytes } from '../../model/limits.ts';
import type { Format, ParsedDocument } from '../format.ts';

/** Media types of pictures by the endings of their names. */
const mediaTypes: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** Returns the pictures that a text shows, as files of the article. */
function picturesIn(body: string, pictures: ReadonlyMap<string, Uint8Array>): readonly Asset[] {
  return [...pictures].flatMap(([name, bytes]): Asset[] => {
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    const mediaType = mediaTypes[extension] ?? 'application/octet-stream';
    return body.includes(name) ? [{ name, mediaType, bytes }] : [];
  });
}

/** Files of office programs: Word's (.docx) and OpenDocument's (.odt). One file is one article. */
export const office: Format = {
  name: 'office',
  extensions: ['.docx', '.docm', '.odt'],
  maxBytes: maxOfficeBytes,
  parse: (text) => ({
    documents: [{ format: 'text', text, metadata: undefined, assets: [] }],
    diagnostics: [],
  }),
  async convert(bytes, file) {
    // Loaded for the first such file.
    const { readOffice } = await import('../office/read-office.ts');
    const { value, diagnostics } = await readOffice(bytes, file);
    if (value === undefined) return { parsed: undefined, diagnostics };
    const [first] = value.articles;
    const { body, format } = first ?? { body: '', format: 'text' };
    const document: ParsedDocument = {
      ...{ format, text: body, metadata: undefined },
      assets: picturesIn(body, value.pictures),
    };
    const parsed = { documents: [document], diagnostics: [] } as const;
    if (!value.hasNotes) return { parsed, diagnostics };
    const reserved = { rule: 'office-original', severity: 'warning', file, values: {} } as const;
    return { parsed, isReserved: true, diagnostics: [...diagnostics, reserved] };
  },
};
