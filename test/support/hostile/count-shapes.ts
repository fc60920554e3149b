import { createHash } from 'node:crypto';
import { workCounter } from './count-work.ts';

/**
 * Prints, as a line of JSON for each shape, the work from bytes to HTML at some sizes, beside that of prose:
 * `node count-shapes.ts BYTES NAME…` with the least size; the others are twice and four times as large. Without names,
 * all shapes. `--compositions FROM TO` in place of names: random compositions of shapes, by number.
 */
const work = workCounter();
const { toArticle } = await import('../../../src/article/to-article.ts');
const { defineConfig } = await import('../../../src/config/define.ts');
const { messagesFor } = await import('../../../src/i18n/languages.ts');
const { articleMarkdown } = await import('../../../src/outputs/article-markdown.ts');
const { articleText } = await import('../../../src/outputs/article-text.ts');
const { articleKind } = await import('../../../src/pages/kinds.ts');
const { loadTemplates } = await import('../../../src/pipeline/load-templates.ts');
const { articleRow } = await import('../../../src/pipeline/read/article-row.ts');
const { renderPage, siteFor } = await import('../../../src/pages/render-page.ts');
const { collectAssets } = await import('../../../src/render/assets.ts');
const { readDocument } = await import('../../../src/sources/read-document.ts');
const { alone } = await import('../sample-archive.ts');
const { composedShape } = await import('./compose-shapes.ts');
const { proseOfSize, shapes } = await import('./shapes.ts');

const config = defineConfig({ authority: [{ kind: 'place', name: 'القاهرة', variants: [] }] });
const templates = await loadTemplates('/none');
const site = siteFor(config, collectAssets('/none', config.look, config.search));
const planning = { config, messages: messagesFor(config.language) };
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reads a seed and prints its page and its text, as a build does. */
function convert(path: string, text: string): void {
  const { value: document } = readDocument({ path, bytes: Buffer.from(text) }, sha256);
  if (document === undefined) return;
  const { article, suggestions } = toArticle(document, config).value;
  articleRow(article, suggestions, {
    ...{ refused: false, original: undefined, publication: undefined },
    identity: { hash: '', isWithheld: false },
  });
  const page = articleKind.page(alone(article), planning);
  renderPage(page, templates, site(page));
  articleText(article, undefined);
  articleMarkdown(article);
}

const [least = '2000', ...names] = process.argv.slice(2);
const sizes = [1, 2, 4].map((times) => times * Number(least));
// What is computed once (tables, patterns) is not the work of a text.
for (const format of ['md', 'txt']) convert(`a.${format}`, `${proseOfSize(2000)}\n\n* **ا**\n`);
convert('a.txt', proseOfSize(3000).replaceAll('\n', ' '));
const prose = sizes.map((size) => work(() => convert('a.md', proseOfSize(size))));
process.stdout.write(`${JSON.stringify({ name: 'prose', work: prose })}\n`);
const [option, from = '0', to = '0'] = names;
const chosen =
  option === '--compositions'
    ? Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) =>
        composedShape(Number(from) + i),
      )
    : [
        ...shapes.filter(({ name }) => names.length === 0 || names.includes(name)),
        ...names.flatMap((name) => {
          const number = /^composition (\d+)$/.exec(name)?.[1];
          return number === undefined ? [] : [composedShape(Number(number))];
        }),
      ];
for (const { name, format, text } of chosen) {
  const counts = sizes.map((size) => {
    const seed = text(size);
    return work(() => convert(`a.${format}`, seed));
  });
  process.stdout.write(`${JSON.stringify({ name, format, work: counts })}\n`);
}
