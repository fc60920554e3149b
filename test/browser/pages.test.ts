import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Archives, openArchives, richPages, seedPage } from '../support/browser/archives.ts';
import { withoutBrowser } from '../support/browser/chromium.ts';
import { look, tour } from '../support/browser/visit.ts';
import { repository } from '../support/paths.ts';
import { skipIf } from '../support/skip.ts';

const bare = (text: string): string => text.replace(/\s+/gu, '');

describe('pages in a browser', skipIf(withoutBrowser), () => {
  let archives: Archives<'own' | 'rich' | 'addressed' | 'english'>;
  beforeAll(async () => {
    archives = await openArchives('own', 'rich', 'addressed', 'english');
  });
  afterAll(() => archives?.close());

  test('the archives build', () => {
    for (const { code, said } of [archives.own, archives.rich, archives.english]) {
      expect(code, said).toBe(0);
    }
  });

  test.each(['file', 'hosted'] as const)(
    'pages are in Arabic, from right to left; none requests another host, fails a request, logs an error or runs a script but the reader’s (%s)',
    async (from) => {
      const { own, rich, browser } = archives;
      const ours = ['index.html', 'all/index.html', '404.html', seedPage];
      for (const [archive, names] of [
        [own, ours],
        [rich, richPages],
      ] as const) {
        for await (const view of tour(browser, names.map(archive[from]))) {
          const inline = 'script:not([src]), [onclick], [onload], [style], iframe';
          expect(await view.page.locator(inline).count(), view.address).toBe(0);
          expect(await view.page.locator('script').count(), view.address).toBe(1);
          const root = view.page.locator('html');
          expect(await root.getAttribute('lang'), view.address).toBe('ar');
          expect(await root.getAttribute('dir'), view.address).toBe('rtl');
          for (const selector of ['html', 'main', 'h1']) {
            const found = await view.probe(`style('${selector}', 'direction')`);
            expect(found, view.address).toEqual({ direction: 'rtl' });
          }
          expect(view.troubles, view.address).toEqual([]);
        }
      }
    },
  );

  test('pages of a site with baseUrl log nothing on its host', async () => {
    const names = ['index.html', 'articles/mixed.html', '404.html'];
    const addresses = names.map(archives.addressed.hosted);
    for await (const { address, troubles } of tour(archives.browser, addresses)) {
      expect(troubles, address).toEqual([]);
    }
  });

  test('from a disk a site with baseUrl only lacks its font preloads', async () => {
    // Font preloads are cross-origin requests, which fail for pages on a disk.
    const address = archives.addressed.file('articles/mixed.html');
    const { page, troubles, close } = await look(archives.browser, address);
    const faces = await page.evaluate('[...document.fonts].map(({ status }) => status)');
    await close();
    expect(faces).not.toContain('error');
    expect(faces).toContain('loaded');
    const others = troubles.filter(
      (line) => !/\.woff2|^console: Failed to load resource/.test(line),
    );
    expect(others).toEqual([]);
  });

  test('in an English interface Arabic articles are set from right to left', async () => {
    const { english, browser } = archives;
    const article = await look(browser, english.file('articles/mixed.html'));
    expect(await article.page.locator('html').getAttribute('dir')).toBe('ltr');
    for (const selector of ['h1', '[data-lead] p', '[data-section] > h2', '[data-section] p']) {
      expect(await article.probe(`style('${selector}', 'direction')`), selector).toEqual({
        direction: 'rtl',
      });
    }
    const languages = await article.page.evaluate(
      "[...document.querySelectorAll('h1, [data-lead] p')].map((e) => e.closest('[lang]').lang)",
    );
    expect(new Set(languages as string[])).toEqual(new Set(['ar']));
    await article.close();
    const list = await look(browser, english.file('all/index.html'));
    for (const selector of ['.entry-title', '.entry-description']) {
      const found = await list.probe(`style('${selector}', 'direction')`);
      expect(found, selector).toEqual({ direction: 'rtl' });
    }
    await list.close();
  });

  test('in an English interface few results offer the search for any of the words', async () => {
    const { english, browser } = archives;
    const { page, close } = await look(browser, `${english.file('search.html')}?q=الجزيرة البريد`);
    const total = page.locator('output[data-total]');
    await expect.poll(() => total.getAttribute('data-total')).toBe('1');
    await page.getByRole('link', { name: 'Show articles with any of these words' }).click();
    await expect.poll(() => page.locator('#q').inputValue()).toBe('الجزيرة OR البريد');
    await expect
      .poll(async () => Number(await total.getAttribute('data-total')))
      .toBeGreaterThan(1);
    await close();
  });

  test('the seed is shown as its lead and three sections, each under its heading', async () => {
    const { page, close } = await look(archives.browser, archives.own.file(seedPage));
    const sections = page.locator('[data-section]');
    expect(await sections.locator('h2').allInnerTexts()).toEqual([
      'قواعد بسوريا',
      'اجتماع بالقاهرة',
      'محادثات جنيف',
    ]);
    expect(await page.locator('[data-section] > h2:first-child').count()).toBe(3);
    expect(await page.locator('h1').count()).toBe(1);
    const tops = await page.evaluate(
      "[...document.querySelectorAll('h1, [data-lead], [data-section] > h2, .provenance')].map((e) => e.getBoundingClientRect().top)",
    );
    expect(tops).toEqual([...(tops as number[])].sort((a, b) => a - b));
    await close();
  });

  test('a page has the words of its source, in order', async () => {
    const { own, rich, browser } = archives;
    const blocks = '[data-lead], [data-section]';
    const seed = readFileSync(join(repository, 'seeds/000_8c196781ef486721.txt'), 'utf8');
    const first = await look(browser, own.hosted(seedPage));
    expect(await first.probe(`letters('${blocks}')`)).toBe(bare(seed).replaceAll('#', ''));
    await first.close();
    for (const name of [
      'mixed',
      'long-word',
      'vowelled',
      'untitled',
      'latin-first',
      'long-title',
    ]) {
      const file = join(repository, `test/fixtures/browser-site/seeds/${name}.txt`);
      const source = readFileSync(file, 'utf8').replace(/^---\n.*?\n---\n/s, '');
      const { probe, close } = await look(browser, rich.file(`articles/${name}.html`));
      expect(await probe(`letters('${blocks}')`), name).toBe(bare(source));
      await close();
    }
  });

  test('a browser without JavaScript shows the same words', async () => {
    const names = ['index.html', 'articles/mixed.html', 'articles/markdown.html'];
    const context = await archives.browser.newContext({ javaScriptEnabled: false });
    const bareBrowser = await context.newPage();
    const addresses = names.map(archives.rich.hosted);
    for await (const { address, page } of tour(archives.browser, addresses)) {
      await bareBrowser.goto(address);
      const text = await bareBrowser.locator('body').textContent();
      expect(text, address).toBe(await page.locator('body').textContent());
      expect(text?.length, address).toBeGreaterThan(100);
    }
    await context.close();
  });
});
