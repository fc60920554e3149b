import type { Article } from '../model/article.ts';
import type { InlineHtml } from '../model/block.ts';
import type { OwnPage } from '../model/own-page.ts';
import type { Destination } from '../model/reference.ts';
import { escapeHtml } from './html.ts';

/** A link in stored markup: its reference, its title, its content. Quotation marks within the title are escaped. */
const storedLink = /<a href="ref:(\d+)"( title="[^"]*")?>(.*?)<\/a>/gs;

/** Returns plain data with every `markup` in it changed. */
function withMarkup<T>(data: T, change: (markup: InlineHtml) => InlineHtml): T {
  if (Array.isArray(data)) return data.map((item: unknown) => withMarkup(item, change)) as T;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]: [string, unknown]) => [
      key,
      key === 'markup' ? change(value as InlineHtml) : withMarkup(value, change),
    ]),
  ) as T;
}

/** Returns the Markdown source with the addresses that its links lead to. */
function linkedMarkdown(
  { markdown, referenceSpans = [] }: Article,
  hrefOf: (reference: number) => string | undefined,
  isKept: (reference: number) => boolean,
): string | undefined {
  if (markdown === undefined) return undefined;
  const parts: string[] = [];
  let end = 0;
  for (const span of referenceSpans.toSorted((a, b) => a.start - b.start)) {
    if (isKept(span.reference) || span.start < end) continue;
    const href = hrefOf(span.reference);
    parts.push(markdown.slice(end, span.start));
    parts.push(href === undefined ? span.label : `[${span.label}](<${href}>)`);
    end = span.end;
  }
  return parts.join('') + markdown.slice(end);
}

/**
 * Returns an own page with the addresses of its links; a link to nothing becomes its text.
 *
 * @param hrefOf returns the link from the page that shows the text to another page
 */
export function linkedPage(page: OwnPage, hrefOf: (outputPath: string) => string): OwnPage {
  const { links, lead, sections } = page;
  const inMarkup = (markup: InlineHtml): InlineHtml =>
    markup.replace(storedLink, (_, number: string, title = '', content: string) => {
      const link = links[Number(number)];
      if (link === undefined || link.destination === 'nothing') return content;
      const { destination } = link;
      const href =
        destination === 'as-written'
          ? link.href
          : `${hrefOf(destination.outputPath)}${
              destination.fragment === '' ? '' : `#${encodeURIComponent(destination.fragment)}`
            }`;
      return `<a href="${escapeHtml(href)}"${title}>${content}</a>`;
    }) as InlineHtml;
  return { ...page, lead: withMarkup(lead, inMarkup), sections: withMarkup(sections, inMarkup) };
}

/** Returns the addresses of an article's links, in the page and in the download of its Markdown. */
export interface LinkForms {
  /** Returns the link from the article's page to another page. */
  readonly page: (outputPath: string) => string;
  /** The same in the Markdown file, which is read elsewhere too. */
  readonly markdown: (outputPath: string) => string;
}

/**
 * Returns an article whose links have the addresses that they lead to; a link to nothing becomes its text.
 *
 * @param destinations those of its references, in their order; one that is missing is nothing
 */
export function destinationLinks(
  article: Article,
  destinations: readonly Destination[],
  forms: LinkForms,
): Article {
  const { references } = article;
  if (references === undefined) return article;
  function hrefOf(number: number, form: LinkForms['page'], own: string): string | undefined {
    const destination = destinations[number] ?? 'nothing';
    if (destination === 'nothing') return undefined;
    if (destination === 'as-written') return references?.[number]?.href;
    const { outputPath, fragment } = destination;
    const hash = fragment === '' ? '' : `#${encodeURIComponent(fragment)}`;
    return outputPath === article.outputPath && hash !== '' ? own + hash : form(outputPath) + hash;
  }
  const inMarkup = (markup: InlineHtml): InlineHtml =>
    markup.replace(storedLink, (_, number: string, title = '', content: string) => {
      const href = hrefOf(Number(number), forms.page, '');
      return href === undefined ? content : `<a href="${escapeHtml(href)}"${title}>${content}</a>`;
    }) as InlineHtml;
  const markdown = linkedMarkdown(
    article,
    (number) => hrefOf(number, forms.markdown, ''),
    (number) => destinations[number] === 'as-written',
  );
  return {
    ...article,
    lead: withMarkup(article.lead, inMarkup),
    sections: withMarkup(article.sections, inMarkup),
    ...(markdown === undefined ? {} : { markdown }),
  };
}
