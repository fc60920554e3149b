import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifestName } from '../../src/publish/manifest.ts';
import { hashOfFile } from '../../src/publish/sha256.ts';
import { launchChromium, withoutBrowser } from '../support/browser/chromium.ts';
import { buildSite, type StaticHost, startHost, subfolder } from '../support/browser/site.ts';
import { look, type Visit, visit } from '../support/browser/visit.ts';
import { fixture } from '../support/paths.ts';
import { skipIf } from '../support/skip.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const article = 'articles/2010-10-14-lighthouse.html';

/** Colours of the paper in the light and the dark theme. */
const paper = { light: 'rgb(252, 250, 245)', dark: 'rgb(22, 20, 17)' } as const;

/** A finger on a small screen. */
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

/** Keeps what a page copies in `window.copied`, whichever way it copies. */
const watchClipboard = `
  window.copied = [];
  document.addEventListener('copy', (event) => {
    setTimeout(() => window.copied.push(event.clipboardData.getData('text/plain')));
  });
  if (navigator.clipboard) navigator.clipboard.writeText = (text) => {
    window.copied.push(text);
    return Promise.resolve();
  };
`;

/** Selects the words of the n-th paragraph of the lead. */
const selectParagraph = (n: number): string => `
  getSelection().selectAllChildren(document.querySelectorAll('[data-lead] p')[${n}]);
`;

describe('the reader script in a browser', skipIf(withoutBrowser), () => {
  const dist = join(temporaryFolder(), 'dist');
  let browser: Browser;
  let host: StaticHost;
  const addresses = {
    file: (page: string) => pathToFileURL(join(dist, '')).href.replace(/\/?$/, `/${page}`),
    hosted: (page: string) => `${host.origin}${subfolder}${page}`,
  };
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

  /** Opens a page in a new window where it is shown on another device, or where a test changes the window. */
  const open = async (address: string, options?: BrowserContextOptions): Promise<Visit> => {
    const view = await (options === undefined
      ? look(browser, address)
      : visit(browser, address, options));
    await view.page.evaluate(watchClipboard);
    return view;
  };
  const background = (page: Page): Promise<string> =>
    page.evaluate('getComputedStyle(document.body).backgroundColor');
  const copied = async (page: Page): Promise<string> => {
    // The page's policy forbids the functions by which a page itself would wait.
    await expect.poll(() => page.evaluate('window.copied.length')).toBe(1);
    return page.evaluate('window.copied.pop()');
  };

  describe.each(['file', 'hosted'] as const)('from %s', (from) => {
    test('a theme and a size hold on every page, before the page is painted', async () => {
      const view = await open(addresses[from](article), { colorScheme: 'dark' });
      const { page, troubles } = view;
      expect(await background(page)).toBe(paper.dark);
      await page.locator('.reader-button').press('Enter');
      await page.getByLabel('فاتح').check();
      await page.getByLabel('كبير جدًا').check();
      expect(await background(page)).toBe(paper.light);
      await page.keyboard.press('Escape');
      expect(await page.locator('.reader-panel').isVisible()).toBe(false);
      expect(await page.evaluate('document.activeElement.className')).toBe('reader-button');
      // The attributes are there when the parser reaches the body.
      await page.addInitScript(`new MutationObserver(() => {
        if (document.body) window.early ??= { ...document.documentElement.dataset };
      }).observe(document, { childList: true, subtree: true })`);
      for (const name of ['index.html', 'dates/2010/index.html']) {
        await page.goto(addresses[from](name));
        expect(await background(page), name).toBe(paper.light);
        expect(await page.evaluate('window.early')).toMatchObject({ theme: 'light', size: 'huge' });
        expect(await page.evaluate('getComputedStyle(document.documentElement).fontSize')).toBe(
          '21px',
        );
      }
      await page.locator('.reader-button').click();
      await page.getByLabel('بحسب النظام').check();
      expect(await background(page)).toBe(paper.dark);
      expect(troubles).toEqual([]);
      await view.close();
    });

    test('the link of a paragraph or section copies its address and says so', async () => {
      const { page, close, troubles } = await open(addresses[from](article));
      const link = page.locator('[data-lead] p[id="p2"] a[href="#p2"]').first();
      await link.focus();
      await page.keyboard.press('Enter');
      expect(await copied(page)).toBe(`${addresses[from](article)}#p2`);
      expect(await page.locator('[role="status"]').textContent()).toBe('نُسخ الرابط');
      await page.waitForURL('**#p2');
      const section = page.locator('[data-section]').first();
      await section.locator('h2 a').click();
      const id = (await section.getAttribute('id')) ?? '';
      expect(await copied(page)).toBe(`${addresses[from](article)}#${encodeURIComponent(id)}`);
      await page.locator('.contents a').first().click();
      expect(await page.evaluate('window.copied')).toEqual([]);
      expect(troubles).toEqual([]);
      await close();
    });

    test.each(['keyboard', 'finger'] as const)(
      'selected words become a cited quotation (%s)',
      async (by) => {
        const address = addresses[from](article);
        const { page, close } = await open(address, by === 'finger' ? phone : undefined);
        await page.evaluate(selectParagraph(1));
        const button = page.locator('.reader-quote');
        await button.waitFor();
        // The file with the version is loaded when words are selected.
        const version = `نسخة الأرشيف ${hashOfFile(join(dist, manifestName))?.slice(0, 12)} (`;
        await page.locator('[data-citation]', { hasText: version }).waitFor();
        const words = await page.evaluate<string>('getSelection().toString()');
        if (by === 'finger') await button.tap();
        else {
          await page.keyboard.press('Tab');
          await page.keyboard.press('Enter');
        }
        const quotation = await copied(page);
        expect(quotation.startsWith(`«${words}» – `), quotation).toBe(true);
        for (const part of ['المنارة القديمة', 'جريدة المرسى', `${address}#p2`, version]) {
          expect(quotation).toContain(part);
        }
        expect(await page.locator('[role="status"]').textContent()).toBe('نُسخ الاقتباس مع مرجعه');
        await button.waitFor({ state: 'detached' });
        await close();
      },
    );
  });

  test('the slash leads to the search field, and types a slash in it', async () => {
    for (const name of ['index.html', article, 'search.html', '404.html']) {
      const { page, close } = await open(addresses.file(name));
      await page.evaluate('document.activeElement.blur()');
      await page.keyboard.press('/');
      expect(await page.evaluate('document.activeElement.name'), name).toBe('q');
      await page.keyboard.press('/');
      expect(await page.evaluate('document.activeElement.value'), name).toBe('/');
      await close();
    }
  });

  test('selections outside the text, and lost ones, have no button', async () => {
    const { page, close } = await open(addresses.file(article));
    await page.evaluate(selectParagraph(0));
    await page.locator('.reader-quote').waitFor();
    await page.evaluate("getSelection().selectAllChildren(document.querySelector('.colophon'))");
    await page.locator('.reader-quote').waitFor({ state: 'detached' });
    await close();
  });

  test('where the browser stores nothing, a choice holds for the page', async () => {
    const context = await browser.newContext({ colorScheme: 'light' });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })",
    );
    await page.goto(addresses.hosted(article));
    await page.locator('.reader-button').click();
    await page.getByLabel('داكن').check();
    expect(await background(page)).toBe(paper.dark);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('fonts that come late change no page that is being read, and are there for the next', async () => {
    const { page, close } = await open(addresses.file(article), {});
    const faces = (): Promise<string | undefined> =>
      page.evaluate('document.documentElement.dataset.faces');
    const face = (): Promise<string> =>
      page.evaluate("getComputedStyle(document.querySelector('[data-lead] p')).fontFamily");
    expect(await faces()).toBeUndefined();
    // A server far away.
    const network = await page.context().newCDPSession(page);
    const latency = async (milliseconds: number): Promise<void> => {
      await network.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: milliseconds, downloadThroughput: -1, uploadThroughput: -1 },
      });
    };
    await latency(150);
    const held: Route[] = [];
    let isHeld = true;
    await page.route('**/*.woff2', async (route) => {
      if (isHeld) held.push(route);
      else await route.continue();
    });
    // The load of a page ends with its fonts.
    await page.goto(addresses.hosted(article), { waitUntil: 'domcontentloaded' });
    await expect.poll(faces, { timeout: 10_000 }).toBe('system');
    expect(await face()).toMatch(/^"Text DejaVu"/);
    isHeld = false;
    for (const route of held) await route.continue();
    await page.waitForLoadState('load');
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    const came = `performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.woff2'))`;
    expect(await page.evaluate(came)).toBe(true);
    expect(await face()).toMatch(/^"Text DejaVu"/);
    await page.unroute('**/*.woff2');
    await latency(0);
    // On a busy machine a page may come as late as from far away.
    const next = async (): Promise<string | undefined> => {
      await page.goto(addresses.hosted('index.html'));
      await page.waitForTimeout(600);
      return faces();
    };
    await expect.poll(next, { timeout: 20_000 }).toBeUndefined();
    await close();
  });

  test('the script moves nothing, and a print has nothing of it', async () => {
    const { page, close } = await open(addresses.hosted(article), phone);
    // Fonts that come late move a page too; another test measures that.
    await page.route('**/*.woff2', (route) => route.abort());
    await page.reload();
    const shift = await page.evaluate<number>(`new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done(sum), 50);
    })`);
    expect(shift).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.reader').isVisible()).toBe(false);
    await close();
  });
});
