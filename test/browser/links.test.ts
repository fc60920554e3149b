import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Archives, openArchives, richPages } from '../support/browser/archives.ts';
import { withoutBrowser } from '../support/browser/chromium.ts';
import { numberedArticles, subfolder } from '../support/browser/site.ts';
import { look, tour } from '../support/browser/visit.ts';
import { skipIf } from '../support/skip.ts';

describe('links in a browser', skipIf(withoutBrowser), () => {
  let archives: Archives<'rich' | 'addressed'>;
  beforeAll(async () => {
    archives = await openArchives('rich', 'addressed');
  });
  afterAll(() => archives?.close());

  test.each(['file', 'hosted'] as const)('every internal link has a target (%s)', async (from) => {
    const { rich, browser } = archives;
    const home = rich[from]('');
    const seen = new Set<string>();
    for await (const { probe } of tour(browser, richPages.map(rich[from]))) {
      for (const link of await probe<string[]>('links()')) seen.add(link);
    }
    const inside = [...seen].filter((link) => link.startsWith(home));
    expect(inside.length).toBeGreaterThan(numberedArticles);
    // Citations are data URLs; saving them is tested below.
    const outside = [...seen].filter((link) => !inside.includes(link) && !link.startsWith('data:'));
    expect(
      outside.filter((link) => !/^https:\/\/(?:example\.org|www\.wikidata\.org)\//.test(link)),
    ).toEqual([]);
    // Of the sixty similar articles one in ten is opened; for the others the file must exist.
    const opened = new Map<string, string | undefined>();
    for (const link of inside) {
      const path = decodeURIComponent(new URL(link).href.slice(home.length).replace(/[?#].*/s, ''));
      const text = rich.read(path);
      // Downloads are no pages; other tests check their content.
      if (!path.endsWith('.html')) expect(text.length, link).toBeGreaterThan(0);
      else {
        expect(text, link).toContain('</html>');
        // Searches and the downloads that they make have tests of their own.
        const [address = '', fragment = ''] = link.split('#');
        if (fragment !== '') expect(text, link).toContain(` id="${decodeURIComponent(fragment)}"`);
        const kind = /<body class="page-([a-z-]+)">/.exec(text)?.[1];
        if (!/issue-\d*[1-9]\.html|search\.html\?/.test(link)) opened.set(address, kind);
      }
    }
    // Every target was read; the first of each kind and a sample are opened.
    const kinds = new Set<string | undefined>();
    const shown = [...opened].flatMap(([address, kind], i) => {
      const isFirst = !kinds.has(kind);
      kinds.add(kind);
      return isFirst || i % (from === 'hosted' ? 8 : 16) === 0 ? [address] : [];
    });
    expect(kinds.size).toBeGreaterThan(8);
    for await (const { address, page, troubles } of tour(browser, shown)) {
      expect(await page.locator('h1').count(), address).toBe(1);
      expect(troubles, address).toEqual([]);
    }
  });

  test.each(['file', 'hosted'] as const)(
    'a citation and the text are saved from the page, under their names (%s)',
    async (from) => {
      const address = archives.rich[from]('articles/mixed.html');
      const { page, troubles, close } = await look(archives.browser, address);
      for (const [name, file, opening] of [
        ['BibTeX', 'mixed.bib', '@article{mixed,'],
        ['RIS', 'mixed.ris', 'TY  - NEWS'],
        ['CSL-JSON', 'mixed.json', '[{"id":"mixed"'],
        ['نص عادي', 'mixed.txt', 'اقتصاد\nشركة Nordwind'],
        ['Markdown', 'mixed.md', '---\ntitle: "'],
      ] as const) {
        const saving = page.waitForEvent('download');
        const role = name === 'BibTeX' ? 'link' : 'button';
        await page.getByRole(role, { name, exact: true }).click();
        const download = await saving;
        expect(download.suggestedFilename()).toBe(file);
        expect(readFileSync(await download.path(), 'utf8').slice(0, opening.length)).toBe(opening);
      }
      expect(troubles).toEqual([]);
      await close();
    },
  );

  test.each(['file', 'hosted'] as const)(
    'the contents list scrolls to each Arabic heading (%s)',
    async (from) => {
      const address = archives.rich[from]('articles/many-sections.html');
      const { page, close } = await look(archives.browser, address);
      const items = page.locator('.contents a');
      expect(await items.count()).toBe(12);
      for (const index of [0, 5, 9]) {
        const heading = (await items.nth(index).textContent()) ?? '';
        await items.nth(index).click();
        const hash = `#${heading.replaceAll(' ', '-')}`;
        await page.waitForURL((url) => decodeURIComponent(url.hash) === hash);
        const box = await page.locator('[data-section] > h2', { hasText: heading }).boundingBox();
        expect(box?.y, heading).toBeGreaterThanOrEqual(0);
        expect(box?.y, heading).toBeLessThan(200);
      }
      await close();
    },
  );

  test.each(['file', 'hosted'] as const)(
    'a reader clicks from the home page to the oldest article and back (%s)',
    async (from) => {
      const { page, troubles, close } = await look(
        archives.browser,
        archives.rich[from]('index.html'),
      );
      expect(await page.locator('[data-entry]').count()).toBe(13);
      await page.locator('p.more').getByRole('link', { name: 'كل المقالات' }).click();
      await page.waitForURL('**/all/index.html');
      await page.getByRole('link', { name: 'مقالات أقدم' }).click();
      await page.waitForURL('**/all/page-1.html');
      await page.locator('[data-entry] a').last().click();
      await page.waitForURL('**/articles/*.html');
      expect(await page.locator('article[data-article]').count()).toBe(1);
      await page.locator('.masthead-name').click();
      await page.waitForURL('**/index.html');
      expect(await page.locator('.nameplate').textContent()).toBe('أرشيف «الميناء»');
      await close();
      expect(troubles).toEqual([]);
    },
  );

  test('the two pages of the list have every article once', async () => {
    const ids: (string | null)[] = [];
    for (const name of ['all/index.html', 'all/page-1.html']) {
      const { page, close } = await look(archives.browser, archives.rich.hosted(name));
      ids.push(
        ...(await page
          .locator('[data-entry]')
          .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('data-entry')))),
      );
      await close();
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(numberedArticles + 9);
  });

  test('the not-found page links to the front page at any depth of a site with baseUrl', async () => {
    const { browser, addressed } = archives;
    const context = await browser.newContext();
    const page = await context.newPage();
    const answer = await page.goto(addressed.hosted('no/such/page.html'));
    expect(answer?.status()).toBe(404);
    const face = await page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily");
    expect(face).toContain('IBM Plex Sans Arabic');
    await page.locator('main a').click();
    await page.waitForURL((url) => url.pathname === `${subfolder}index.html`);
    expect(await page.locator('.nameplate').count()).toBe(1);
    await context.close();
  });
});
