import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arabicDesk } from '../../src/i18n/ar/review-desk.ts';
import { englishDesk } from '../../src/i18n/en/review-desk.ts';
import { openDecisionFile } from '../../src/review/decision-file.ts';
import { openReviewSession, type ReviewSession } from '../../src/review/review-session.ts';
import { reviewDesk, reviewPath } from '../../src/serve/review-desk.ts';
import { type ArchiveServer, startServer } from '../../src/serve/server.ts';
import { launchChromium, withoutBrowser } from '../support/browser/chromium.ts';
import { visit } from '../support/browser/visit.ts';
import { fixture } from '../support/paths.ts';
import { skipIf } from '../support/skip.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

const folder = fixture('structure/flattened');
const names = readdirSync(folder).filter((name) => /^[a-z]+\.txt$/.test(name));

const hostile = 'الشروق <script>alert(1)</script>';

/** Ten texts without line breaks; the title and the source of one hold markup. */
const record = (name: string, i: number): string =>
  `${JSON.stringify({
    ...{ id: name.replace('.txt', ''), title: `خبر ${i} <img src=x onerror=alert(1)>` },
    source: i % 2 === 0 ? 'الأيام' : hostile,
    text: readFileSync(`${folder}/${name}`, 'utf8'),
  })}\n`;

describe('the review page', skipIf(withoutBrowser), () => {
  let site: TemporarySite;
  let session: ReviewSession;
  let server: ArchiveServer;
  let browser: Browser;

  beforeAll(async () => {
    site = temporarySite({
      'warraq.yaml': 'search: off\nexports: []\ndownloads: []\n',
      'seeds/july.jsonl': names.map(record).join(''),
    });
    const launched = launchChromium();
    await site.build();
    session = openReviewSession(site.at('.cache'), openDecisionFile(site.at('headings.jsonl')));
    const languages = [arabicDesk, englishDesk] as const;
    const desk = reviewDesk({ session, dist: site.dist, languages });
    server = await startServer(site.dist, 0, [desk]);
    browser = await launched;
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    session?.close();
  });

  const open = (query = '') => visit(browser, `${server.address}${reviewPath.slice(1)}${query}`);

  const candidate = (page: Page): Promise<string | null> =>
    page.locator('[data-state="item"] #candidate').textContent();

  const lines = (): readonly Readonly<Record<string, string>>[] =>
    site
      .read('headings.jsonl')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));

  /** Presses a key; a letter of the Arabic layout comes with the place of its key. */
  async function press(page: Page, key: string): Promise<void> {
    const code = { ش: 'KeyA', ق: 'KeyR' }[key];
    if (code === undefined) return await page.keyboard.press(key);
    const event = JSON.stringify({ key, code, bubbles: true, cancelable: true });
    await page.evaluate(`document.body.dispatchEvent(new KeyboardEvent('keydown', ${event}))`);
  }

  /** Waits until the progress begins with these words, and every decision is saved. */
  async function settled(page: Page, words: string): Promise<void> {
    await page.locator('#progress-words', { hasText: words }).waitFor();
    await page.locator('body:not([data-unsaved]), body[data-unsaved="0"]').waitFor();
  }

  test('ten decisions by keys of both layouts, one longer, one taken back, and the build shows them', async () => {
    const { page, troubles, close } = await open();
    await settled(page, '٠ من ');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    // Lengthened to the left, then accepted.
    const first = await candidate(page);
    await page.keyboard.press('ArrowLeft');
    const longer = (await candidate(page)) ?? '';
    expect(longer.startsWith(`${first} `)).toBe(true);
    await page.keyboard.press('Shift+ArrowRight');
    expect((await candidate(page))?.endsWith(` ${longer}`)).toBe(true);
    await page.keyboard.press('Shift+ArrowLeft');
    await press(page, 'ش');
    const decided = [longer];
    for (const key of ['a', 'Enter', 'r', 'Delete', 'ق', 'A', 'ش', 'r', 'Enter']) {
      decided.push((await candidate(page)) ?? '');
      await press(page, key);
    }
    await settled(page, '١٠ من ');
    expect(
      lines()
        .map(({ heading }) => heading)
        .toSorted(),
    ).toEqual(decided.toSorted());
    await page.keyboard.press('u');
    await settled(page, '٩ من ');
    expect(await candidate(page)).toBe(decided[9]);
    expect(lines()).toHaveLength(9);
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('#verdict').textContent()).toBe(arabicDesk.rejected);
    expect(troubles).toEqual([]);
    await close();

    const accepted = lines().filter(({ decision }) => decision === 'accept');
    expect(accepted.find(({ heading }) => heading === longer)?.proposed).toBe(first);
    const result = await site.build();
    expect(result.editor).toBe(accepted.length);
    expect(result.diagnostics).toEqual([]);
    for (const { article = '', heading = '' } of accepted) {
      const page = site.read(`dist/articles/${article.replace('july.jsonl#', '')}.html`);
      const shown = [...page.matchAll(/data-origin="editor"><h2>(.*?)<a/g)];
      // A paragraph that began inside a lengthened heading keeps its address.
      expect(shown.map(([, words = '']) => words.replace(/<[^>]*>/g, ''))).toContain(heading);
    }
  });

  test('in English, with buttons, on a phone: the same file goes on', async () => {
    const before = lines().length;
    const { page, troubles, close } = await open('?lang=en');
    await page.setViewportSize({ width: 320, height: 640 });
    await settled(page, `${before} of `);
    await page.locator('#choose-source').selectOption(hostile);
    const heading = await candidate(page);
    expect(await page.locator('#text').getAttribute('dir')).toBe('rtl');
    await page.locator('[data-action="shorten"]').click();
    expect(heading?.startsWith(`${await candidate(page)} `)).toBe(true);
    await page.getByTitle(englishDesk.lengthen).click();
    await page.getByRole('button', { name: englishDesk.reject }).click();
    await settled(page, `${before + 1} of `);
    expect(lines().filter((line) => line.heading === heading)).toMatchObject([
      { decision: 'reject' },
    ]);
    const small = await page.evaluate(
      `[...document.querySelectorAll('button, select, a')].filter((one) => { const {width, height} = one.getBoundingClientRect(); return width > 0 && (width < 24 || height < 24); }).length`,
    );
    const sideways = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect([small, sideways]).toEqual([0, false]);
    expect(troubles).toEqual([]);
    await close();
  });
});
