import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, withoutBrowser } from '../support/browser/chromium.ts';
import { buildSite, type StaticHost, startHost, subfolder } from '../support/browser/site.ts';
import { fixture } from '../support/paths.ts';
import { skipIf } from '../support/skip.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const article = 'articles/2010-10-14-lighthouse.html';

/** Most presses of the Tab key on one page. */
const mostStops = 300;

/** A way of going from page to page. */
interface Walker {
  readonly options: BrowserContextOptions;
  /** Follows the first link that matches. */
  follow(page: Page, selector: string): Promise<void>;
  /** Moves to the search field and searches. */
  search(page: Page, words: string): Promise<void>;
  /** Presses a button. */
  press(page: Page, selector: string): Promise<void>;
}

/** Presses Tab until an element that matches has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = `document.activeElement === document.querySelector(${JSON.stringify(selector)})`;
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(isThere)) return;
  }
  throw new Error(`${page.url()}: the Tab key does not reach ${selector}`);
}

const walkers: Readonly<Record<'keyboard' | 'finger', Walker>> = {
  keyboard: {
    options: {},
    async follow(page, selector) {
      await tabTo(page, selector);
      await page.keyboard.press('Enter');
    },
    async search(page, words) {
      await page.keyboard.press('/');
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
    },
    async press(page, selector) {
      await tabTo(page, selector);
      await page.keyboard.press('Enter');
    },
  },
  finger: {
    options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    follow: (page, selector) => page.locator(selector).first().tap(),
    async search(page, words) {
      await page.locator('input[name="q"]').tap();
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
    },
    press: (page, selector) => page.locator(selector).first().tap(),
  },
};

describe('a walk through an archive', skipIf(withoutBrowser), () => {
  const dist = join(temporaryFolder(), 'dist');
  let browser: Browser;
  let host: StaticHost;
  beforeAll(async () => {
    const { code, said } = await buildSite(fixture('gallery-site'), dist, `${dist}.cache`);
    expect(code, said).toBe(0);
    host = await startHost(dist);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.close();
  });

  /** Opens a page, walks and closes it. Returns the number of steps. */
  async function walk(
    by: 'keyboard' | 'finger',
    from: string,
    along: (page: Page, step: (selector: string, path: string) => Promise<void>) => Promise<void>,
  ): Promise<number> {
    const context = await browser.newContext(walkers[by].options);
    const page = await context.newPage();
    let steps = 0;
    try {
      await page.goto(`${host.origin}${subfolder}${from}`);
      await along(page, async (selector, path) => {
        steps += 1;
        // A link may lead to the same page.
        const moved = page.waitForEvent('framenavigated');
        await walkers[by].follow(page, selector);
        await moved;
        await page.waitForURL(`**/${path}`);
      });
    } finally {
      await context.close();
    }
    return steps;
  }

  describe.each(['keyboard', 'finger'] as const)('by %s', (by) => {
    test('from the front page to an article of a given day in three steps', async () => {
      const steps = await walk(by, 'index.html', async (page, step) => {
        await step('main a[href="dates/2010/index.html"]', 'dates/2010/index.html');
        await step('main a[href="10/index.html"]', 'dates/2010/10/index.html');
        await step('main a[href$="2010-10-14-lighthouse.html"]', article);
        await page.goBack();
        await page.goForward();
        expect(await page.locator('[data-article]').count()).toBe(1);
      });
      expect(steps).toBe(3);
    });

    test('from an article to the chart of its subject, to a year, to another article', async () => {
      await walk(by, article, async (page, step) => {
        await step('main a[href^="../subjects/"]', 'subjects/*.html');
        // A phone has a chart of decades.
        const chart = by === 'finger' ? '.chart-narrow' : '.chart-wide';
        await step(`main svg${chart} a`, 'subjects/*.html*');
        await step('main a[href*="/articles/1958-"]', 'articles/1958-*.html');
        await step('.trail a[href$="1958/index.html"]', 'dates/1958/index.html');
        await page.goBack();
        await page.goBack();
        expect(await page.locator('[data-entry="1958-lighthouse"]').count()).toBe(1);
      });
    });

    test('from a search to a cited quotation; back and forward keep the search', async () => {
      const { search, press, options } = walkers[by];
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await page.goto(`${host.origin}${subfolder}index.html`);
      await search(page, 'منارة');
      await page.waitForURL('**/search.html?q=*');
      const result = page.locator('li[data-result]').first();
      await result.waitFor();
      const total = await page.locator('[data-total]').getAttribute('data-total');
      await walkers[by].follow(page, 'li[data-result] a');
      await page.waitForURL('**/articles/*.html**');
      await page.evaluate(`
        window.copied = '';
        navigator.clipboard.writeText = async (text) => { window.copied = text; };
        getSelection().selectAllChildren(document.querySelector('[data-lead] p'));
      `);
      await page.locator('.reader-quote').waitFor();
      await press(page, '.reader-quote');
      await expect.poll(() => page.evaluate('window.copied')).toMatch(/^«.+» – .+#p1/s);
      await page.goBack();
      await page.locator('li[data-result]').first().waitFor();
      expect(await page.locator('#q').inputValue()).toBe('منارة');
      expect(await page.locator('[data-total]').getAttribute('data-total')).toBe(total);
      await page.goForward();
      expect(await page.locator('[data-article]').count()).toBe(1);
      await context.close();
    });
  });
});
