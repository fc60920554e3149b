import { messageOf } from '../../model/system-error.ts';
import { OfficeFault } from './office-fault.ts';
import type { OfficeHtml } from './office-html.ts';
import { type PackageParts, packageParts } from './package-parts.ts';
import { wordHeadingStyle } from './prepare-word.ts';
import { type PreparedWord, preparedWord } from './prepared-word.ts';

/** Styles that the converter knows only by these lines; a page break becomes a rule that is taken out again. */
const styleMap = [
  `p.${wordHeadingStyle(0)} => h1.title:fresh`,
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.${wordHeadingStyle(level)} => h${level}:fresh`),
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='اقتباس'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "br[type='page'] => hr.page",
  'u => em',
  'strike => s',
];

/** An element that the converter does not know, in its message. */
const unknownElement = /unrecognised element was ignored: (\S+)/;

/** Elements without words of their own. */
const silentElements =
  /^(?:w:(?:lastRenderedPageBreak|proofErr|bookmark|permStart|permEnd|sectPr|sdtEndPr|moveFrom|moveTo)|mc:|wp:|a:|w14:|v:(?:shapetype|fill|stroke|path|lock)|o:lock|office-word:)/;

/** The unpacked parts, in the form of the converter's own reader of packages. */
const packageOf = (parts: PackageParts, prepared: PreparedWord['parts']) => ({
  exists: (name: string): boolean => parts.has(name),
  async read(name: string, encoding?: string): Promise<Uint8Array | string> {
    const part = parts.get(name);
    if (part === undefined) throw new OfficeFault('damaged', name);
    if (encoding === undefined) return part;
    if (encoding === 'base64') return Buffer.from(part).toString('base64');
    return prepared.get(name) ?? new TextDecoder(encoding).decode(part);
  },
});

/**
 * Converts a Word file (.docx, ECMA-376) to HTML, by mammoth. It is given the unpacked parts in place of the file, so that
 * nothing is unpacked without a limit.
 *
 * @throws OfficeFault where it is none, or over the limits
 */
export async function docxHtml(bytes: Uint8Array): Promise<OfficeHtml> {
  const parts = await packageParts(bytes, () => true);
  if (!parts.has('[Content_Types].xml')) throw new OfficeFault('damaged', '[Content_Types].xml');
  const { default: mammoth } = await import('mammoth');
  const prepared = preparedWord(parts);
  const pictures = new Map<string, Uint8Array>();
  // The option `file` is not in its types.
  const input = { file: packageOf(parts, prepared.parts) } as unknown as Parameters<
    typeof mammoth.convertToHtml
  >[0];
  try {
    const { value, messages } = await mammoth.convertToHtml(input, {
      styleMap,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async (image) => {
        const [, kind = 'bin'] = /^image\/(?:x-)?([a-z]{2,5})/.exec(image.contentType) ?? [];
        const name = `pictures/${pictures.size + 1}.${kind === 'jpeg' ? 'jpg' : kind}`;
        pictures.set(name, new Uint8Array(await image.readAsBuffer()));
        return { src: name };
      }),
    });
    const leftOut = messages.flatMap(({ message }) => unknownElement.exec(message)?.[1] ?? []);
    return {
      html: value,
      pictures,
      leftOut: [...new Set(leftOut.filter((name) => !silentElements.test(name)))].sort(),
      unseen: prepared.unseen,
      hasMacros: [...parts.keys()].some((name) => name.endsWith('vbaProject.bin')),
    };
  } catch (error) {
    throw error instanceof OfficeFault ? error : new OfficeFault('damaged', messageOf(error));
  }
}
