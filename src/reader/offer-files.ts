import { metadata, otherFormats } from './citation-files.ts';
import { fileButton } from './save-file.ts';
import { blocksIn } from './text-files.ts';
import { interfaceTexts as words } from './texts.ts';

/** Returns an article as plain text, or as Markdown with front matter: its head, then headings and blocks. */
function textFile(article: HTMLElement, isMarkdown: boolean): string {
  const part = (selector: string): HTMLElement | null => article.querySelector(selector);
  const values = Object.entries({
    date: 'DC.date',
    source: 'DC.source',
    volume: 'citation_volume',
    issue: 'citation_issue',
    page: 'citation_firstpage',
    url: 'citation_public_url',
  }).flatMap(([name, written]) => metadata(written).map((value) => [name, value] as const));
  const texts = ['h1 title', '.kicker kicker', '.standfirst standfirst', '.byline byline'].flatMap(
    (text) => {
      const [selector = '', name = ''] = text.split(' ');
      const value = part(selector)?.innerText;
      return value ? [[name, value] as const] : [];
    },
  );
  const head = isMarkdown
    ? `---\n${[...texts, ...values]
        .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
        .join('')}---`
    : [
        ...blocksIn(part('.article-head'), false),
        values.map(([, value]) => value).join(' | '),
      ].join('\n');
  return `${[head, ...blocksIn(part('.prose'), isMarkdown)].join('\n\n')}\n`;
}

/**
 * Adds buttons to the citation of an article: for the formats of reference managers that the page does not hold, and for
 * the text, where it is no file of the site.
 */
export function offerFiles(article: HTMLElement): void {
  const id = article.dataset.article ?? '';
  const offer = (selector: string, label: string, form: string, content: () => string): void => {
    const place = document.querySelector(selector);
    if (!place?.querySelector(`[data-form=${form}]`))
      place?.append(fileButton(label, `${id}.${form}`, content));
  };
  offer('.citation-files', 'RIS', 'ris', () => otherFormats(id).ris);
  offer('.citation-files', 'CSL-JSON', 'json', () => otherFormats(id).csl);
  offer('[data-texts]', words.text, 'txt', () => textFile(article, false));
  offer('[data-texts]', 'Markdown', 'md', () => textFile(article, true));
}
