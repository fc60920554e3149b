import type { Section } from '../../src/model/article.ts';
import type {
  Block,
  BlockKind,
  BlockOf,
  List,
  Note,
  Paragraph,
  Table,
  Verse,
  Words,
} from '../../src/model/block.ts';
import type { Messages } from '../../src/model/messages.ts';
import type { Site } from '../../src/model/site.ts';
import {
  escapeHtml,
  type Html,
  html,
  inline,
  keepRecent,
  languageAttributes,
  languageOf,
  listLanguage,
  literal,
  ownLanguage,
  quotationLanguage,
  tableLanguage,
  trusted,
} from '../../src/render/html.ts';
import { figure } from './figure.ts';
import { oncePerSite } from './once.ts';

/** Prints blocks inside another block, with a line break between them. */
export type PrintBlocks = (blocks: readonly Block[]) => Html;

/** Prints a block of one kind; `print` prints the blocks inside it. */
export type BlockPrinter<K extends BlockKind> = (
  block: BlockOf<K>,
  site: Site,
  print: PrintBlocks,
) => Html;

/** A printer for each kind of block. */
export type BlockPrinters = { readonly [K in BlockKind]: BlockPrinter<K> };

/** The attributes common to all blocks. */
const attributes = ({ id, qa }: Block): Html =>
  html`${id !== undefined && html` id="${id}"`}${qa !== undefined && html` data-qa="${qa}"`}`;

/** The number of a heading as printed; the style sheet shows it before the words. */
export const numberAttribute = (number: string | undefined): Html =>
  html`${number !== undefined && html` data-number="${number}"`}`;

function citingLink(id: string, isKept: boolean, site: Site, language: string): string {
  const { messages, number } = site;
  const printed = number(Number(id.slice(1)));
  const label = messages.paragraph.replace('{number}', printed);
  const given = isKept ? ` data-number="${escapeHtml(printed)}"` : '';
  const lang = language === messages.language ? '' : ` lang="${escapeHtml(messages.language)}"`;
  return `<a data-cite href="#${escapeHtml(id)}"${given} tabindex="-1"${lang} aria-label="${escapeHtml(label)}"></a>`;
}

/** The links before the first paragraphs of an article in the language of the interface: nearly all. */
const usualLinks = oncePerSite((site) =>
  keepRecent(250, (id: string) => citingLink(id, false, site, site.messages.language)),
);

/**
 * The link before a paragraph, for citing it; the style sheet prints its number, counted or as given. The Tab key
 * passes over it: a long text would have a hundred stops. Its label is in the language of the interface.
 *
 * @param language language of the paragraph
 */
const paragraphLink = (id: string, isKept: boolean, site: Site, language: string): string =>
  isKept || language !== site.messages.language
    ? citingLink(id, isKept, site, language)
    : usualLinks(site)(id);

/** An element that holds words, with its attributes and their language. */
function element(tag: string, words: Words, site: Site, others: Html | false = false): Html {
  const own = ownLanguage(words.text, site.textLanguage);
  const name = trusted(tag);
  return html`<${name}${others}${languageAttributes(own)}>${inline(words, own ?? languageOf(site.textLanguage))}</${name}>`;
}

/** A paragraph. Built without `html`, for speed: most blocks are paragraphs. */
function paragraph(block: Paragraph, site: Site): Html {
  const { id, qa } = block;
  const own = ownLanguage(block.text, site.textLanguage);
  const words = inline(block, own ?? languageOf(site.textLanguage));
  if (block.bare) return words;
  if (block.hidden) return trusted(`<p hidden>${words.source}</p>`);
  let tag = id === undefined ? '<p' : `<p id="${escapeHtml(id)}"`;
  if (qa !== undefined) tag += ` data-qa="${qa}"`;
  if (block.breakRecovered) tag += ' data-break="recovered"';
  if (own !== undefined) tag += languageAttributes(own)?.source ?? '';
  const language = own?.lang ?? site.textLanguage ?? 'ar';
  const link = id === undefined ? '' : paragraphLink(id, block.keptNumber === true, site, language);
  return trusted(`${tag}>${link}${words.source}</p>`);
}

const isBare = (block: Block | undefined): boolean => block?.kind === 'paragraph' && !!block.bare;

/** A list item: each block on its own line, a bare paragraph on the line of the item. */
function item(blocks: readonly Block[], site: Site, print: PrintBlocks): Html {
  const [first] = blocks;
  const own =
    first?.kind === 'paragraph' && first.bare === true
      ? ownLanguage(first.text, site.textLanguage)
      : undefined;
  const parts = blocks.map((block, i) => {
    return html`${(i > 0 || !isBare(block)) && '\n'}${print([block])}`;
  });
  const end = blocks.length > 0 && !isBare(blocks.at(-1)) && '\n';
  return html`<li${languageAttributes(own)}>${parts}${end}</li>\n`;
}

function list(block: List, site: Site, print: PrintBlocks): Html {
  const items = block.items.map((blocks) => item(blocks, site, print));
  const own = languageAttributes(listLanguage(block, site.textLanguage));
  if (!block.ordered) return html`<ul${attributes(block)}${own}>\n${items}</ul>`;
  const start = block.start !== undefined && html` start="${block.start}"`;
  return html`<ol${attributes(block)}${start}${own}>\n${items}</ol>`;
}

/** Blocks inside another, each on its own line. */
const lines = (blocks: readonly Block[], print: PrintBlocks): Html =>
  html`\n${print(blocks)}${blocks.length > 0 && '\n'}`;

/** A line of verse, with one element for each half. */
const verseLine = (parts: readonly Words[], site: Site): Html =>
  html`\n<p>${parts.map((part, i) => html`${i > 0 && ' '}${element('span', part, site)}`)}</p>`;

const verse = (block: Verse, site: Site): Html =>
  html`<div data-verse${attributes(block)}>${block.lines.map((line) => verseLine(line, site))}\n</div>`;

/** What a table without a caption is called: «جدول: الحي، الطول», by its first row. */
function tableName(
  { rows: [first = []] }: Table,
  { table: word, listSeparator }: Messages,
): string {
  const cells = first.map(({ text }) => text.trim()).filter((text) => text !== '');
  const names = cells.join(listSeparator);
  if (names === '') return word;
  return `${word}: ${names.length <= 80 ? names : `${names.slice(0, 80).replace(/\s+\S*$|[\uD800-\uDBFF]$/, '')}…`}`;
}

const columnScope = html` scope="col"`;

/** A table, in a container that scrolls sideways where the page is narrower; keys scroll it as well. */
function table(block: Table, site: Site): Html {
  const caption = block.caption !== undefined && html`\n${element('caption', block.caption, site)}`;
  const rows = block.rows.map((cells, i) => {
    const row = cells.map((cell) =>
      i < block.headRows ? element('th', cell, site, columnScope) : element('td', cell, site),
    );
    return html`\n<tr>${row}</tr>`;
  });
  const label = block.caption?.text ?? tableName(block, site.messages);
  const own = languageAttributes(tableLanguage(block, site.textLanguage));
  return html`<div class="table" role="region" tabindex="0" aria-label="${label}"><table data-table${attributes(block)}${own}>${caption}${rows}\n</table></div>`;
}

/** The links from a note back to the places that refer to it. */
function backLinks({ from = [], number = '' }: Note, { messages }: Site): Html {
  const label = messages.noteBack.replace('{number}', number);
  return html`${from.map((id) => html` <a href="#${id}" aria-label="${label}">↩</a>`)}`;
}

/** A note: its number, its blocks, and the way back. */
function note(block: Note, site: Site, print: PrintBlocks): Html {
  const number =
    block.number !== undefined &&
    block.number !== '' &&
    html`\n<span class="note-number">[${block.number}]</span>`;
  const back =
    (block.from?.length ?? 0) > 0 && html`<p class="note-back">${backLinks(block, site)}</p>\n`;
  return html`<aside data-note${attributes(block)}>${number}${lines(block.blocks, print)}${back}</aside>`;
}

/** The built-in printers. */
export const blockPrinters: BlockPrinters = {
  paragraph,
  heading: (block, site) =>
    element(
      `h${block.level}`,
      block,
      site,
      html`${attributes(block)}${numberAttribute(block.number)}`,
    ),
  list,
  quotation: (block, site, print) =>
    html`<blockquote${attributes(block)}${languageAttributes(quotationLanguage(block, site.textLanguage))}>${lines(block.blocks, print)}</blockquote>`,
  verse,
  table,
  figure: (block, site) => figure(block, site, attributes(block)),
  note,
  code: (block) => html`<pre${attributes(block)}><code>${literal(block.text)}</code></pre>`,
  'page-break': ({ page, id }) => html`<a data-page="${page}" id="${id ?? `page-${page}`}"></a>`,
  separator: (block) =>
    html`<hr${attributes(block)}${block.signs !== undefined && html` data-signs="${block.signs}"`}>`,
};

type HeadingWords = Pick<Section, 'heading' | 'markup'>;

/** The attributes `lang` and `dir` of a section's heading that is of another language than the text. */
export const headingLanguage = ({ heading }: HeadingWords, site: Site): Html | undefined =>
  languageAttributes(ownLanguage(heading, site.textLanguage));

/** Prints the text of a section's heading, with its inline marks. */
export const sectionHeading = ({ heading: text, markup }: HeadingWords, site?: Site): Html =>
  inline(
    markup === undefined ? { text } : { text, markup },
    ownLanguage(text, site?.textLanguage) ?? languageOf(site?.textLanguage),
  );

/**
 * Prints blocks in order, with a line break between them.
 *
 * @param printers replace the built-in printers of their kinds of block, also inside other blocks
 */
export function blocks(
  list: readonly Block[],
  site: Site,
  printers?: Partial<BlockPrinters>,
): Html {
  const all = printers === undefined ? blockPrinters : { ...blockPrinters, ...printers };
  const printOne = <K extends BlockKind>(kind: K, block: BlockOf<K>): Html =>
    all[kind](block, site, print);
  function print(children: readonly Block[]): Html {
    const [first, ...others] = children;
    let source = first === undefined ? '' : printOne(first.kind, first).source;
    for (const block of others) source += `\n${printOne(block.kind, block).source}`;
    return trusted(source);
  }
  return print(list);
}
