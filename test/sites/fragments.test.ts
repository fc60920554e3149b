import { describe, expect, test } from 'vitest';
import { type Element, findAll, parsePage } from '../support/dom.ts';
import { temporarySite } from '../support/temporary-site.ts';

const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

/** Returns the first five words at each fragment of an article's text, as a reader finds them. */
function wordsAtFragments(page: string): ReadonlyMap<string, string> {
  const prose = page.slice(
    page.indexOf('<div data-lead>'),
    page.indexOf('<section class="citation"'),
  );
  const found = new Map<string, string>();
  for (const { 0: tag, 1: name = '', index } of prose.matchAll(/<[a-z0-9]+ id="([^"]+)"[^>]*>/g)) {
    const rest = prose.slice(index + tag.length).replace(/<[^>]*>/g, ' ');
    found.set(name, (rest.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, 5).join(' '));
  }
  return found;
}

const paragraphs = [
  'أعلنت بلدية الميناء صباح اليوم بدء ترميم الرصيف القديم بعد سنوات من الانتظار.',
  'وقال رئيس البلدية إن الأعمال تبدأ من الجهة الشرقية وتنتهي قبل موسم الصيد.',
  'وطالب الصيادون بتعويض عن أيام التوقف، وبمكان بديل ترسو فيه القوارب الصغيرة.',
  'ويذكر أن الرصيف بني قبل سبعين عامًا، ولم يرمم منذ العاصفة الكبيرة إلا مرة واحدة.',
];

describe('fragments of a published article', () => {
  test('every fragment leads to its words after other recovery and edits', async () => {
    const site = temporarySite();
    const flattened = `${paragraphs.slice(0, 2).join(' ')} مطالب الصيادين ${paragraphs.slice(2).join(' ')}`;
    const edits = [
      { config: 'recovery: { headings: off, paragraphs: off }', text: flattened },
      { config: 'recovery: { headings: eager }', text: flattened },
      {
        config: 'recovery: { headings: eager }',
        text: `فقرة جديدة وضعها المحرر في أول النص.\n\n${flattened}`,
      },
      {
        config: 'recovery: { headings: eager }',
        text: [
          paragraphs[3],
          '## مطالب الصيادين',
          paragraphs[2],
          paragraphs[0],
          paragraphs[1],
        ].join('\n\n'),
      },
      { config: 'recovery: { headings: off, paragraphs: off }', text: flattened },
    ];
    const published = new Map<string, string>();
    for (const { config, text } of edits) {
      site.write({ 'warraq.yaml': `${config}\n`, 'seeds/pier.txt': text });
      await site.build();
      const page = site.read('dist/articles/pier.html');
      const ids = findAll(parsePage(page), (one) => attribute(one, 'id') !== undefined);
      expect(new Set(ids.map((one) => attribute(one, 'id'))).size).toBe(ids.length);
      const now = wordsAtFragments(page);
      // The words of one fragment were deleted; it leads nowhere.
      const read = text.match(/[\p{L}\p{M}\p{N}]+/gu)?.join(' ') ?? '';
      for (const [name, words] of published) {
        if (read.includes(words)) expect(now.get(name), `#${name}`).toBe(words);
      }
      for (const [name, words] of now) published.set(name, words);
    }
    expect(published.size).toBeGreaterThan(4);
  });
});
