import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, withoutBrowser } from '../support/browser/chromium.ts';
import {
  type HarbourArchive,
  harbourArticles,
  openHarbourArchive,
} from '../support/browser/harbour-archive.ts';
import { type Visit, visit } from '../support/browser/visit.ts';
import { skipIf } from '../support/skip.ts';

/** Waits for the results of the query in the address; returns their number. */
async function total(page: Page): Promise<number> {
  await page.locator('[data-results]:not([hidden]):not([aria-busy])').waitFor();
  return Number(await page.locator('output').getAttribute('data-total'));
}

/** Waits until the address has a value. */
const asked = (page: Page, name: string, value: string | null): Promise<void> =>
  page.waitForURL((url) => url.searchParams.get(name) === value);

const q = (query: string, more = ''): string => `search.html?q=${encodeURIComponent(query)}${more}`;

/** Milliseconds for what comes with the second script of a page that was just opened. */
const panelPatience = { timeout: 10_000 };

const source = 'صحيفة-الساحل';
const ofHarbour = harbourArticles.filter(({ title }) => title.startsWith('المرفأ'));
const yearOf = ({ date }: { readonly date: string }): string => date.slice(0, 4);

describe('filters, chart, suggestions and files of the search', skipIf(withoutBrowser), () => {
  let archive: HarbourArchive;
  let browser: Browser;
  let view: Visit;
  beforeAll(async () => {
    [archive, browser] = await Promise.all([openHarbourArchive(), launchChromium()]);
    view = await visit(browser, archive.hosted('search.html'));
  });
  afterAll(async () => {
    await view?.close();
    await browser?.close();
    await archive?.close();
  });

  /** Opens a page of the hosted archive, and expects no errors of the one before. */
  async function open(name: string): Promise<Page> {
    expect(view.troubles.filter((one) => !/net::ERR_ABORTED$/.test(one))).toEqual([]);
    await view.page.goto(archive.hosted(name));
    return view.page;
  }

  test('filters are in view with numbers for the query; a choice is a chip that one tap removes', async () => {
    const page = await open('search.html');
    expect(await page.locator('[data-start] dt').count()).toBeGreaterThan(2);
    const inArchive = harbourArticles.filter((one) => one.source === 'صحيفة الساحل').length;
    const row = page.locator('[data-facet=source] [data-top] a', { hasText: 'صحيفة الساحل' });
    expect(await row.locator('.facet-count').innerText()).toBe(
      new Intl.NumberFormat('ar-u-nu-arab').format(inArchive),
    );
    await open(q('المرفأ'));
    expect(await total(page)).toBe(ofHarbour.length);
    const found = ofHarbour.filter((one) => one.source === 'صحيفة الساحل').length;
    await expect
      .poll(() => row.locator('.facet-count').innerText(), panelPatience)
      .toBe(new Intl.NumberFormat('ar-u-nu-arab').format(found));
    await row.click();
    await asked(page, 'source', source);
    expect(await total(page)).toBe(found);
    // The other sources stay, with their numbers.
    await expect.poll(() => page.locator('[data-facet=source] [data-top] a').count()).toBe(3);
    await page.locator('[data-chip=source]').click();
    await asked(page, 'source', null);
    expect(await total(page)).toBe(ofHarbour.length);
    expect(await page.locator('.result mark').first().innerText()).toBe('المرفأ');
  });

  test('dates are chosen by the slider with the keyboard, and typed in the digits of the site', async () => {
    const page = await open(q('المرفأ'));
    await total(page);
    await page.locator('[data-slider=from]').focus();
    // The first year of a page from right to left is at the right.
    await page.keyboard.press('ArrowLeft');
    await asked(page, 'from', '1991');
    await expect.poll(() => page.locator('#filter-from').inputValue()).toBe('١٩٩١');
    expect(await page.locator('[data-slider=from]').getAttribute('aria-valuetext')).toBe('١٩٩١');
    await expect
      .poll(() => total(page))
      .toBe(ofHarbour.filter((one) => yearOf(one) > '1990').length);
    await page.locator('#filter-to').fill('١٠ مارس ١٩٩٤');
    await page.locator('#filter-to').press('Enter');
    await asked(page, 'to', '1994-03-10');
    await page.locator('#filter-to').fill('2050');
    await page.locator('#filter-to').blur();
    expect(await page.locator('[data-date-trouble]').innerText()).toContain('١٩٩٠');
    await page.locator('#filter-to').fill('١٩٩٠');
    await page.locator('#filter-to').blur();
    expect(await page.locator('[data-date-trouble]').innerText()).toBe(
      'تاريخ البداية بعد تاريخ النهاية.',
    );
  });

  test('the chart has every year; keys, taps and a drag choose a span; the months of a year', async () => {
    const page = await open(q('المرفأ'));
    await total(page);
    const options = page.locator('[data-years] [role=option]');
    await expect.poll(() => options.count(), panelPatience).toBe(11);
    const labels = await options.evaluateAll((all) => all.map((one) => one.ariaLabel));
    expect(labels[0]).toContain('١٩٩٠');
    expect(labels[5]).toMatch(/١٩٩٥: لا مقالات/);
    await page.locator('[data-years] [role=listbox]').focus();
    for (const key of ['ArrowLeft', 'Enter', 'ArrowLeft', 'ArrowLeft', 'Enter'])
      await page.keyboard.press(key);
    await asked(page, 'from', '1991');
    await asked(page, 'to', '1993');
    await expect.poll(() => options.count()).toBe(3);
    // Last of all the page scrolls to the number of results.
    const number = page.locator('[data-total]:focus');
    await number.waitFor();
    const tap = async (index: number): Promise<void> => {
      const box = await options.nth(index).boundingBox();
      await page.mouse.click((box?.x ?? 0) + 4, (box?.y ?? 0) + 40);
    };
    await tap(1);
    await tap(1);
    await asked(page, 'from', '1992');
    await asked(page, 'to', '1992');
    await expect.poll(() => options.count()).toBe(12);
    await page.goBack();
    await expect.poll(() => options.count()).toBe(3);
    const [first, last] = [await options.nth(0).boundingBox(), await options.nth(1).boundingBox()];
    await page.mouse.move((first?.x ?? 0) + 9, (first?.y ?? 0) + 40);
    await page.mouse.down();
    await page.mouse.move((last?.x ?? 0) + 9, (last?.y ?? 0) + 40, { steps: 3 });
    await page.mouse.up();
    await asked(page, 'to', '1992');
    expect(new URL(page.url()).searchParams.get('from')).toBe('1991');
    // An article of a year without a month has its own place among the months.
    await open(q('المرفأ', '&from=1993&to=1993'));
    await expect.poll(() => options.count(), panelPatience).toBe(13);
    expect(await options.first().getAttribute('aria-label')).toContain('مقال واحد');
  });

  test('the chart compares up to three queries as shares of each year, from the address alone', async () => {
    const page = await open(q('المرفأ'));
    await total(page);
    for (const [i, term] of ['السوق', '«الموج هادئ»'].entries()) {
      await page.locator('#compare').fill(term);
      await page.locator('#compare').press('Enter');
      await expect.poll(() => page.locator('.chart-legend li').count()).toBe(i + 2);
    }
    expect(new URL(page.url()).searchParams.getAll('compare')).toEqual(['السوق', '«الموج هادئ»']);
    await page.reload();
    await expect.poll(() => page.locator('.chart-line').count(), panelPatience).toBe(6);
    expect(await page.locator('#compare').count()).toBe(0);
    await page.locator('.chart-figures summary').click();
    const row = page.locator('.chart-table tbody tr').nth(1);
    // Each year has four articles, two of each word.
    expect(await row.locator('td').first().innerText()).toMatch(/^٢ ٥٠/);
    await page.locator('.chart-legend a').first().click();
    await expect.poll(() => page.locator('.chart-legend li').count()).toBe(2);
    await page.locator('[data-measure=count]').click();
    await asked(page, 'measure', 'count');
  });

  test('suggestions are names of the archive, chosen with the keyboard', async () => {
    const page = await open('search.html');
    await page.locator('#q').pressSequentially('السفن بحر');
    const options = page.locator('#suggestions [role=option]');
    await options.first().filter({ hasText: 'يوسف البحري' }).waitFor();
    await page.keyboard.press('ArrowDown');
    const active = await page.locator('#q').getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await asked(page, 'person', 'يوسف-البحري');
    expect(new URL(page.url()).searchParams.get('q')).toBe('السفن');
    expect(await total(page)).toBe(10);
    await page.locator('#q').fill('');
    await page.locator('#q').pressSequentially('طراب');
    await options.first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('#suggestions').isVisible()).toBe(false);
  });

  test.each(['hosted', 'file'] as const)(
    'few results offer any of the words, with the filters that are set (%s)',
    async (from) => {
      const { page, troubles, close } = await visit(
        browser,
        archive[from](q('من المرفأ 12', `&source=${source}&sort=oldest`)),
      );
      expect(await total(page)).toBe(1);
      const ofSource = ofHarbour.filter((one) => one.source === 'صحيفة الساحل').length;
      for (let round = 0; round < 2; round += 1) {
        await page.locator('[data-notes] [data-any]').click();
        await asked(page, 'q', 'المرفأ أو 12');
        await expect.poll(() => total(page)).toBe(ofSource);
        expect(new URL(page.url()).searchParams.get('source')).toBe(source);
        expect(new URL(page.url()).searchParams.get('sort')).toBe('oldest');
        expect(await page.locator('#q').inputValue()).toBe('المرفأ أو 12');
        expect(await page.locator('[data-any]').count()).toBe(0);
        await page.goBack();
        await asked(page, 'q', 'من المرفأ 12');
        await expect.poll(() => total(page)).toBe(1);
      }
      await page.goForward();
      await expect.poll(() => total(page)).toBe(ofSource);
      expect(troubles).toEqual([]);
      await close();
    },
  );

  test('a slow host is waited for, and asked again on request', async () => {
    const slow = await visit(browser, archive.hosted('search.html'));
    let isHeld = true;
    await slow.page.route('**/search/terms/*', async (route) => {
      if (!isHeld) await route.continue();
    });
    await slow.page.locator('#q').fill('المرفأ');
    await slow.page.locator('[data-status]', { hasText: 'يجري البحث' }).waitFor();
    const retry = slow.page.locator('[data-status] [data-retry]');
    await retry.waitFor();
    isHeld = false;
    await retry.click();
    expect(await total(slow.page)).toBe(ofHarbour.length);
    expect(await slow.page.locator('[data-status]').innerText()).toBe('');
    await slow.close();
  });

  test('a file of results has the records of the archive export, from the page of a term or a year', async () => {
    const chosen: Readonly<Record<string, (one: (typeof harbourArticles)[number]) => boolean>> = {
      [`sources/${source}.html`]: (one) => one.source === 'صحيفة الساحل',
      'dates/1993/index.html': (one) => yearOf(one) === '1993',
    };
    for (const [from, isChosen] of Object.entries(chosen)) {
      for (const form of ['csv', 'jsonl'] as const) {
        const page = await open(from);
        const file = page.waitForEvent('download');
        await page.locator(`[data-download=${form}]`).click();
        const saved = readFileSync(await (await file).path(), 'utf8');
        const whole = gunzipSync(
          readFileSync(join(archive.dist, `exports/archive.${form}.gz`)),
        ).toString();
        const ids = harbourArticles.filter(isChosen).map(({ id }) => id);
        const isWanted = (record: string): boolean =>
          ids.some((id) => record.startsWith(`${id},`) || record.startsWith(`{"id":"${id}"`));
        // Rows have no line breaks before the text, so a record begins where an id does.
        const records = whole.split(/(?=^h\d\d,|^\{"id")/m);
        const head = form === 'csv' ? records.slice(0, 1) : [];
        expect(saved).toBe([...head, ...records.filter(isWanted)].join(''));
        expect(saved).toMatch(/origins/);
      }
    }
  });

  test('from a disk a file of results has what the index has, and says so', async () => {
    const disk = await visit(browser, archive.file(q('المرفأ')));
    expect(await total(disk.page)).toBe(ofHarbour.length);
    await expect
      .poll(() => disk.page.locator('[data-facet=person] .facet-count').count(), panelPatience)
      .toBe(2);
    const file = disk.page.waitForEvent('download');
    await disk.page.locator('[data-tools] [data-download=jsonl]').click();
    const saved = readFileSync(await (await file).path(), 'utf8')
      .trim()
      .split('\n');
    expect(saved.length).toBe(ofHarbour.length);
    const records = saved.map((line) => JSON.parse(line) as Record<string, string>);
    expect(records.map(({ id }) => id).sort()).toEqual(ofHarbour.map(({ id }) => id));
    expect(records[0]?.text).toContain('خبر عن السفن');
    expect(await disk.page.locator('[data-download-panel]').innerText()).toContain('من القرص');
    expect(disk.troubles).toEqual([]);
    await disk.close();
  });

  test('on a phone the filters are a drawer, open where the address sets one; results print with their query', async () => {
    const phone = await visit(browser, archive.hosted(q('المرفأ')), {
      viewport: { width: 320, height: 700 },
      hasTouch: true,
    });
    const { page } = phone;
    await total(page);
    expect(await page.locator('#filter-source').isVisible()).toBe(false);
    await page.goto(archive.hosted(q('المرفأ', `&source=${source}&from=1992`)));
    await total(page);
    expect(await page.locator('#filter-source').isVisible()).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('main').innerText();
    for (const words of ['المرفأ', 'صحيفة الساحل', 'منذ ١٩٩٢']) expect(printed).toContain(words);
    expect(await page.locator('#q').isVisible()).toBe(false);
    expect(await page.locator('.search-hint').isVisible()).toBe(false);
    await phone.close();
  });
});
