import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { maxTreeDepth } from '../../model/limits.ts';
import { marginLetters, silentOdt, spanAttribute, unseenPlaces } from './odt-parts.ts';
import { type OdtStyles, odtStyles } from './odt-styles.ts';
import { OfficeFault } from './office-fault.ts';
import type { OfficeHtml } from './office-html.ts';
import { packageParts } from './package-parts.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Elements that could not be read. */
const unread = new Set(['draw:object', 'draw:plugin', 'draw:applet']);

/** Converts `content.xml` of a text document to HTML. */
class OdtReader {
  private readonly parts: string[] = [];
  private readonly notes: string[] = [];
  private readonly stack: {
    readonly name: string;
    readonly close: string;
    readonly isSilent: boolean;
  }[] = [];
  private silentDepth = 0;
  /** Where the words stand that are being passed over. */
  private place: 'hidden' | 'deleted' | 'contents' | 'comments' | undefined;
  readonly unseen = { hidden: 0, deleted: 0, contents: 0, comments: 0, missingPictures: 0 };
  private isBody = false;
  /** Text of the note that is being read; the text around it waits. */
  private note: { readonly number: number; readonly from: number } | undefined;
  private alt = '';
  readonly leftOut = new Set<string>();

  private readonly styles: OdtStyles;
  private readonly hasPicture: (address: string) => boolean;

  constructor(styles: OdtStyles, hasPicture: (address: string) => boolean) {
    this.styles = styles;
    this.hasPicture = hasPicture;
  }

  /** Returns the HTML before and after the content of an element. */
  private tags({ name, attributes }: SaxesTagPlain): readonly [string, string] {
    const style = this.styles.of(attributes['text:style-name']);
    const before = style.pageBreak ? '<hr class="page">' : '';
    const after = style.pageEnd ? '<hr class="page">' : '';
    switch (name) {
      case 'text:h': {
        const level = Math.min(6, Math.max(1, Number(attributes['text:outline-level'] ?? 1) || 1));
        return [`${before}<h${level}>`, `</h${level}>${after}`];
      }
      case 'text:p': {
        if (style.level === 0) return [`${before}<h1 class="title">`, `</h1>${after}`];
        if (style.level !== undefined)
          return [`${before}<h${style.level}>`, `</h${style.level}>${after}`];
        if (style.isQuote) return [`${before}<blockquote><p>`, `</p></blockquote>${after}`];
        const [open, close] = style.bold ? ['<strong>', '</strong>'] : ['', ''];
        return [`${before}<p>${open}`, `${close}</p>${after}`];
      }
      case 'text:span':
        return [
          (style.bold ? '<strong>' : '') + (style.italic ? '<em>' : ''),
          (style.italic ? '</em>' : '') + (style.bold ? '</strong>' : ''),
        ];
      case 'text:a':
        return [`<a href="${escapeText(attributes['xlink:href'] ?? '')}">`, '</a>'];
      case 'text:list': {
        const tag = this.styles.isNumbered(attributes['text:style-name'], this.listDepth())
          ? 'ol'
          : 'ul';
        return [`<${tag}>`, `</${tag}>`];
      }
      case 'text:list-item':
      case 'text:list-header':
        return ['<li>', '</li>'];
      case 'table:table':
        return ['<table>', '</table>'];
      case 'table:table-header-rows':
        return ['<thead>', '</thead>'];
      case 'table:table-row':
        return ['<tr>', '</tr>'];
      case 'table:table-cell':
        return [
          `<td${spanAttribute('col', attributes)}${spanAttribute('row', attributes)}>`,
          '</td>',
        ];
      case 'text:line-break':
        return ['<br>', ''];
      case 'text:tab':
        return ['\t', ''];
      case 'text:s':
        return [' '.repeat(Math.min(100, Number(attributes['text:c'] ?? 1) || 1)), ''];
      case 'draw:image': {
        const address = attributes['xlink:href'] ?? '';
        if (this.hasPicture(address))
          return [`<img src="${escapeText(address.replace(/^\.\//, ''))}" alt="@@alt@@">`, ''];
        // Of a chart or a formula that picture is shown which the program made of it.
        if (!/^\.\/ObjectReplacements\//.test(address)) this.unseen.missingPictures += 1;
        return ['', ''];
      }
      default:
        return ['', ''];
    }
  }

  private listDepth(): number {
    return this.stack.filter(({ name }) => name === 'text:list').length;
  }

  /** Tells whether an element is one that readers of the document do not see. */
  private isHidden({ name, attributes }: SaxesTagPlain): boolean {
    if (name === 'text:section')
      return /^(?:none|condition)$/.test(attributes['text:display'] ?? '');
    return /^text:(?:p|h|span)$/.test(name) && this.styles.of(attributes['text:style-name']).hidden;
  }

  open(tag: SaxesTagPlain): void {
    if (this.stack.length > maxTreeDepth * 4) throw new OfficeFault('damaged', 'depth');
    const { name } = tag;
    if (name === 'office:text') this.isBody = true;
    let close = '';
    if (this.isBody && this.silentDepth === 0) {
      if (unread.has(name)) this.leftOut.add(name);
      if (name === 'text:note') {
        const number = this.notes.length + 1;
        this.parts.push(`<sup><a href="#footnote-${number}">[${number}]</a></sup>`);
        this.note = { number, from: this.parts.length };
      }
      const [open, end] = this.tags(tag);
      this.parts.push(open);
      close = end;
    }
    const isSilent = silentOdt.has(name) || this.isHidden(tag);
    if (isSilent) {
      if (this.silentDepth === 0) this.place = unseenPlaces[name];
      this.silentDepth += 1;
    }
    if (name === 'svg:title' || name === 'svg:desc') this.alt = '';
    this.stack.push({ name, close, isSilent });
  }

  close(): void {
    const element = this.stack.pop();
    if (element === undefined) return;
    const { name, close, isSilent } = element;
    if (isSilent) this.silentDepth -= 1;
    if (this.silentDepth === 0) this.parts.push(close);
    if (name === 'svg:title' || name === 'svg:desc') this.describePicture();
    if (name === 'text:note' && this.note !== undefined) {
      const text = this.parts.splice(this.note.from).join('');
      this.notes.push(`<li id="footnote-${this.note.number}">${text}</li>`);
      this.note = undefined;
    }
    if (name === 'office:text') this.isBody = false;
  }

  /** Gives the last picture the text that describes it. */
  private describePicture(): void {
    const last = this.parts.findLastIndex((part) => part.includes('alt="@@alt@@"'));
    const part = this.parts[last];
    if (part !== undefined && this.alt !== '')
      this.parts[last] = part.replace('@@alt@@', escapeText(this.alt));
  }

  text(text: string): void {
    const name = this.stack.at(-1)?.name ?? '';
    if (name === 'svg:title' || name === 'svg:desc') this.alt += text;
    else if (this.silentDepth > 0 && this.place !== undefined && /^text:/.test(name))
      this.unseen[this.place] += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    // White space between elements is none of the text (OpenDocument 1.3, 6.1.2).
    else if (
      this.isBody &&
      this.silentDepth === 0 &&
      /^text:(?!list|note$|section|note-body)/.test(name)
    )
      this.parts.push(escapeText(text));
  }

  html(): string {
    const notes = this.notes.length === 0 ? '' : `<ol>${this.notes.join('')}</ol>`;
    return this.parts.join('').replaceAll('@@alt@@', '') + notes;
  }
}

/**
 * Converts a text document (.odt, OpenDocument 1.3) to HTML.
 *
 * @throws OfficeFault where it is none, or over the limits
 */
export async function odtHtml(bytes: Uint8Array): Promise<OfficeHtml> {
  const parts = await packageParts(bytes, (name) =>
    /^(?:content|styles)\.xml$|^Pictures\/|^Basic\/.+\.xml$/.test(name),
  );
  const content = parts.get('content.xml');
  if (content === undefined) throw new OfficeFault('damaged', 'content.xml');
  const decoder = new TextDecoder();
  const xml = decoder.decode(content);
  const stylesXml = decoder.decode(parts.get('styles.xml') ?? new Uint8Array());
  const styles = odtStyles([stylesXml, xml]);
  const pictures = new Map([...parts].filter(([name]) => name.startsWith('Pictures/')));
  const reader = new OdtReader(styles, (address) => pictures.has(address.replace(/^\.\//, '')));
  const parser = new SaxesParser({});
  parser.on('opentag', (tag) => reader.open(tag));
  parser.on('closetag', () => reader.close());
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  parser.on('error', ({ message }) => {
    throw new OfficeFault('damaged', message);
  });
  parser.write(xml).close();
  return {
    html: reader.html(),
    pictures,
    leftOut: [...reader.leftOut].sort(),
    unseen: { ...reader.unseen, margins: marginLetters(stylesXml) },
    hasMacros: [...parts.keys()].some(
      (name) => name.startsWith('Basic/') && !/script-lc|dialog-lc/.test(name),
    ),
  };
}
