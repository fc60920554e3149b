import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a package: its text or bytes, and a size to claim in place of its own. */
export interface Part {
  readonly content: string | Uint8Array;
  readonly claimed?: number;
}

/** Returns a ZIP file (APPNOTE 6.3) of parts by their names; the first is not packed. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array | Part>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [i, [name, given]] of Object.entries(parts).entries()) {
    const part = typeof given === 'object' && 'content' in given ? given : { content: given };
    const content = Buffer.from(part.content as string);
    const method = i === 0 ? 0 : 8;
    const packed = i === 0 ? content : deflateRawSync(content);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(0x800, 2);
    header.writeUInt16LE(method, 4);
    header.writeUInt32LE(crc32(content), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(part.claimed ?? content.length, 18);
    header.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = [Buffer.from('PK\x03\x04', 'latin1'), header, Buffer.from(name), packed];
    local.push(...entry);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(...[Buffer.from('PK\x01\x02\x14\x00', 'latin1'), header, tail, Buffer.from(name)]);
    offset += entry.reduce((sum, { length }) => sum + length, 0);
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...central, end]);
}

/** A picture of one pixel (PNG). */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** Returns a paragraph of a Word file; `style` is a style's id. */
export const wordParagraph = (
  text: string,
  { style, bold, page }: { style?: string; bold?: 'b' | 'bCs'; page?: boolean } = {},
): string =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}` +
  `<w:r><w:rPr>${bold === undefined ? '' : `<w:${bold}/>`}<w:rtl/></w:rPr>` +
  `${page ? '<w:br w:type="page"/>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A paragraph with the picture `rId1`. */
export const wordPicture =
  '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">' +
  '<wp:docPr id="1" name="x" descr="ميناء الصيد عند الفجر"/>' +
  '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>' +
  '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>' +
  `<a:blip xmlns:r="${relations}" r:embed="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

/** Returns a Word file. */
export function wordFile(
  body: string,
  extra: Readonly<Record<string, string | Uint8Array | Part>> = {},
): Buffer {
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships ${packageRelations}><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships ${packageRelations}><Relationship Id="rId1" Type="${relations}/image" Target="media/image1.png"/><Relationship Id="rId2" Type="${relations}/footnotes" Target="footnotes.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles ${w}>${[
      ['Title', 'Title'],
      ['Heading1', 'heading 1'],
      ['Heading2', 'heading 2'],
    ]
      .map(
        ([id, name]) =>
          `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
      )
      .join('')}</w:styles>`,
    'word/media/image1.png': pixel,
    'word/footnotes.xml': `<w:footnotes ${w}><w:footnote w:id="1">${wordParagraph('من أوراق البلدية.')}</w:footnote></w:footnotes>`,
    ...extra,
  });
}

/** Returns an OpenDocument text file. */
export const openDocument = (body: string, styles = ''): Buffer =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'Pictures/1.png': pixel,
  });

/** Returns an EPUB of chapters by their names. */
export const epub = (chapters: Readonly<Record<string, string>>): Buffer =>
  zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/content.opf': `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>مجلة البيدر - العدد ٥</dc:title><dc:creator>هيئة التحرير</dc:creator><dc:date>2015-03-01</dc:date><dc:language>ar</dc:language></metadata><manifest>${Object.keys(
      chapters,
    )
      .map(
        (name) =>
          `<item id="${name}" href="text/${name}.xhtml" media-type="application/xhtml+xml"${name === 'nav' ? ' properties="nav"' : ''}/>`,
      )
      .join(
        '',
      )}<item id="pic" href="images/1.png" media-type="image/png"/></manifest><spine>${Object.keys(
      chapters,
    )
      .map((name) => `<itemref idref="${name}"/>`)
      .join('')}</spine></package>`,
    'OEBPS/images/1.png': pixel,
    ...Object.fromEntries(
      Object.entries(chapters).map(([name, html]) => [`OEBPS/text/${name}.xhtml`, html]),
    ),
  });
