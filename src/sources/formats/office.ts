import type { Asset } from '../../model/asset.ts';
import { maxOfficeBytes } from '../../model/limits.ts';
import { kindOfName, pictureMediaTypes } from '../../pictures/picture-kind.ts';
import type { Format, ParsedDocument } from '../format.ts';

/** Returns the pictures that a text shows, as files of the article. */
function picturesIn(body: string, pictures: ReadonlyMap<string, Uint8Array>): readonly Asset[] {
  return [...pictures].flatMap(([name, bytes]): Asset[] => {
    const kind = kindOfName(name);
    const mediaType = kind === undefined ? 'application/octet-stream' : pictureMediaTypes[kind];
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
