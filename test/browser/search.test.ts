import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium, withoutBrowser } from '../support/browser/chromium.ts';
import {
  all,
  articles,
  openSearchedArchives,
  type SearchedArchives,
  withForm,
  withPhrase,
  withWord,
} from '../support/browser/search-site.ts';
import { axeSource } from '../support/browser/site.ts';
import { look, type Visit, visit } from '../support/browser/visit.ts';
import { skipIf } from '../support/skip.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The results that the page shows. */
interface Shown {
  readonly total: number;
  readonly ids: string[];
}

/** Waits for the results of the query in the address; returns them. */
async function answer(page: Page): Promise<Shown> {
  await page.locator('[data-results]:not([hidden]):not([aria-busy])').waitFor();
  return page.evaluate(`({
    total: Number(document.querySelector('output').dataset.total),
    ids: [...document.querySelectorAll('li[data-result]')].map((e) => e.dataset.result),
  })`);
}

/** Waits until the address has a query. */
const asked = (page: Page, name: string, value: string | null): Promise<void> =>
  page.waitForURL((url) => url.searchParams.get(name) === value);

/** Types a query; returns the results. */
async function typed(page: Page, query: string): Promise<Shown> {
  await page.locator('#q').fill(query);
  await asked(page, 'q', query);
  return answer(page);
}

/** Text of a result's excerpt, and its marked words. */
async function excerpt(page: Page, id: string): Promise<{ text: string; marks: string[] }> {
  const place = page.locator(`[data-result="${id}"] .result-excerpt`);
  await place.locator('mark').first().waitFor();
  return { text: await place.innerText(), marks: await place.locator('mark').allInnerTexts() };
}

const q = (query: string, more = ''): string => `search.html?q=${encodeURIComponent(query)}${more}`;

/** Hostile and unusual queries. */
const hostile: readonly string[] = [
  'م'.repeat(10_000),
  'كلمة '.repeat(2000),
  '؟!.,«» "" -- ()[]{}*&^%$#@',
  '\u200f\u202b\u202e\u2066',
  '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>',
  '«<b onmouseover=window.hurt=1>زرافة</b>»',
  'javascript:window.hurt=1',
  '__proto__ constructor toString',
  'рынок 市場 สวัสดี שלום',
];

/** Checks that no part of the query has become markup. */
async function expectWhole(page: Page): Promise<void> {
  expect(await page.locator('main img, main script:not([type]), main b').count()).toBe(0);
  expect(await page.evaluate('window.hurt')).toBeUndefined();
}

describe('search in a browser', skipIf(withoutBrowser), () => {
  let archives: SearchedArchives;
  let browser: Browser;
  beforeAll(async () => {
    archives = await openSearchedArchives();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await archives?.close();
  });

  describe.each(['file', 'hosted'] as const)('from %s', (from) => {
    let views: Readonly<Record<'small' | 'large', Visit>>;
    beforeAll(async () => {
      views = {
        small: await visit(browser, archives.small[from]('search.html')),
        large: await visit(browser, archives.large[from]('search.html')),
      };
    });
    afterAll(async () => {
      await views?.small.close();
      await views?.large.close();
    });

    /** A test of queries, which are answered alike from a disk and a host: only `npm run faults` runs it from both. */
    function testOfQueries(name: string, check: () => Promise<void>): void {
      if (from === 'hosted' || inject('faults') === 'all') test(name, check);
    }

    /** Opens a page of an archive, runs a check, and expects no errors. */
    async function on(
      archive: 'small' | 'large',
      name: string,
      look: (page: Page) => Promise<void>,
    ): Promise<void> {
      const { page, troubles } = views[archive];
      troubles.length = 0;
      await page.goto(archives[archive][from](name));
      await look(page);
      // Leaving a page aborts its pending requests.
      expect(
        troubles.filter((one) => !/net::ERR_ABORTED$/.test(one)),
        name,
      ).toEqual([]);
    }

    test('an address with a query shows its results', async () => {
      await on('small', q('الحاويات'), async (page) => {
        const { total, ids } = await answer(page);
        expect(ids).toContain('mixed');
        expect(ids.length).toBe(total);
        expect(await page.locator('#q').inputValue()).toBe('الحاويات');
        expect(await page.locator('output[data-total]').innerText()).not.toBe('');
        const { marks } = await excerpt(page, 'mixed');
        expect(marks.some((mark) => mark.includes('حاوية') || mark.includes('الحاويات'))).toBe(
          true,
        );
      });
      await on('large', q('الوزير'), async (page) => {
        expect((await answer(page)).total).toBe(withWord('الوزير').length);
      });
    });

    test('results appear while typing, and the address is updated', async () => {
      await on('large', 'search.html', async (page) => {
        expect(await page.locator('[data-results]').isVisible()).toBe(false);
        await page.locator('#q').pressSequentially('قافل');
        await asked(page, 'q', 'قافل');
        expect((await answer(page)).ids.sort()).toEqual(['n0700', 'n0701', 'n0702']);
        await page.locator('#q').pressSequentially('ة المضيق');
        await asked(page, 'q', 'قافلة المضيق');
        expect((await answer(page)).total).toBe(3);
        await page.locator('#q').fill('');
        await asked(page, 'q', null);
        await page.locator('[data-results]').waitFor({ state: 'hidden' });
      });
    });

    testOfQueries(
      'words, phrases and exclusions give the same results as a scan of the texts',
      async () => {
        await on('large', 'search.html', async (page) => {
          for (const word of ['السعودية', 'المدينة', 'وزارة', 'القاهرة', '517']) {
            expect((await typed(page, word)).total, word).toBe(withWord(word).length);
          }
          for (const phrase of [
            'قافلة اللؤلؤ',
            'عبرت قافلة اللؤلؤ',
            'وفي هذا السياق',
            'لا شيء هنا',
          ]) {
            for (const [open, close] of ['«»', '""', '“”']) {
              const expected = withPhrase(phrase);
              const { total, ids } = await typed(page, `${open}${phrase}${close}`);
              expect(total, phrase).toBe(expected.length);
              for (const id of ids) expect(expected, phrase).toContain(id);
            }
          }
          expect((await typed(page, 'اللؤلؤ -الفجر')).ids.sort()).toEqual(['n0701', 'n0702']);
          expect((await typed(page, 'اللؤلؤ -«قافلة اللؤلؤ»')).ids).toEqual(['n0701']);
          expect((await typed(page, 'مسؤول اللؤلؤ')).ids[0]).toBe('n0702');
        });
      },
    );

    testOfQueries('an exact search finds only the written form', async () => {
      await on('large', q('ربان', '&sort=oldest'), async (page) => {
        expect((await answer(page)).ids).toEqual(withWord('ربان'));
        expect(await page.locator('[data-notes]').innerText()).toContain('ربانها');
        await page.getByRole('checkbox').check();
        await asked(page, 'exact', '1');
        expect((await answer(page)).ids).toEqual(withForm('ربان'));
        await page.getByRole('checkbox').uncheck();
        await asked(page, 'exact', null);
        expect((await answer(page)).total).toBe(withWord('ربان').length);
      });
    });

    testOfQueries(
      'filters by source and dates apply, and results can be sorted by date',
      async () => {
        const n = 701;
        const { source = '', date = '' } = all[n] ?? {};
        await on('large', q('المضيق'), async (page) => {
          expect((await answer(page)).total).toBe(3);
          const sources = page.locator('select[name=source]');
          await sources.selectOption({ value: source.replaceAll(' ', '-') });
          await asked(page, 'source', source.replaceAll(' ', '-'));
          const ofSource = all.slice(700, 703).filter((one) => one.source === source);
          expect((await answer(page)).ids.sort()).toEqual(ofSource.map(({ id }) => id));
          await sources.selectOption({ value: '' });
          await asked(page, 'source', null);
          await page.locator('select[name=sort]').selectOption('oldest');
          await asked(page, 'sort', 'oldest');
          expect((await answer(page)).ids).toEqual(['n0700', 'n0701', 'n0702']);
          await page.locator('select[name=sort]').selectOption('newest');
          await asked(page, 'sort', 'newest');
          expect((await answer(page)).ids).toEqual(['n0702', 'n0701', 'n0700']);
          await page.locator('input[name=from]').fill(date);
          await asked(page, 'from', date);
          expect((await answer(page)).ids).toEqual(['n0702', 'n0701']);
          await page.locator('input[name=to]').fill(date);
          await asked(page, 'to', date);
          expect((await answer(page)).ids).toEqual(['n0701']);
        });
        await on('large', q('المضيق', `&from=${date}&sort=oldest`), async (page) => {
          expect((await answer(page)).ids).toEqual(['n0701', 'n0702']);
          const [year, month, day] = date.split('-').map(Number);
          expect(await page.locator('input[name=from]').inputValue()).toBe(
            new Intl.DateTimeFormat('ar-EG-u-nu-arab', {
              dateStyle: 'long',
              timeZone: 'UTC',
            }).format(Date.UTC(year ?? 0, (month ?? 1) - 1, day)),
          );
          expect(await page.locator('select[name=sort]').inputValue()).toBe('oldest');
        });
        await on('large', `${q('', `&source=${source.replaceAll(' ', '-')}`)}`, async (page) => {
          const ofSource = all.filter((one) => one.source === source);
          const { total, ids } = await answer(page);
          expect(total).toBe(ofSource.length);
          expect(ids[0]).toBe(ofSource.at(-1)?.id);
        });
      },
    );

    test('many results are paginated, and the back button leads through the pages', async () => {
      const total = withWord('الوزير').length;
      await on('large', q('الوزير', '&sort=oldest'), async (page) => {
        const first = await answer(page);
        expect(first.ids.length).toBe(10);
        const pager = page.locator('[data-pages]');
        await pager.locator('a[rel=next]').click();
        await asked(page, 'page', '2');
        await page.locator('[data-total]:focus').waitFor();
        const second = await answer(page);
        expect(second.total).toBe(total);
        expect(second.ids.length).toBe(10);
        expect([...first.ids, ...second.ids]).toEqual([...first.ids, ...second.ids].sort());
        await page.goBack();
        await asked(page, 'page', null);
        await expect.poll(async () => (await answer(page)).ids).toEqual(first.ids);
        await page.goForward();
        await asked(page, 'page', '2');
        await expect.poll(async () => (await answer(page)).ids).toEqual(second.ids);
      });
      await on('large', q('الوزير', '&page=99999'), async (page) => {
        const { ids } = await answer(page);
        expect(ids.length).toBe(total % 10 === 0 ? 10 : total % 10);
        expect(await page.locator('a[rel=next]').count()).toBe(0);
      });
    });

    test('the back button returns to the previous search', async () => {
      await on('large', q('اللؤلؤ'), async (page) => {
        await answer(page);
        await page.locator('#q').fill('المضيق الفجر');
        await page.keyboard.press('Enter');
        await asked(page, 'q', 'المضيق الفجر');
        await answer(page);
        await page.goBack();
        await expect.poll(() => page.locator('#q').inputValue()).toBe('اللؤلؤ');
      });
      // The letters of one query are one history entry, after the previous query.
      await on('large', q('اللؤلؤ'), async (page) => {
        await answer(page);
        await page.locator('#q').fill('');
        await page.locator('#q').pressSequentially('الفجر', { delay: 50 });
        await asked(page, 'q', 'الفجر');
        await page.goBack();
        await expect.poll(() => page.locator('#q').inputValue()).toBe('اللؤلؤ');
      });
    });

    testOfQueries('the table behind the chart shows the years, and filters by them', async () => {
      await on('large', q('الوزير'), async (page) => {
        await answer(page);
        await page.locator('.chart-figures summary').click();
        const rows = page.locator('[data-years] tbody tr');
        expect(await rows.count()).toBe(new Set(all.map(({ date }) => date.slice(0, 4))).size);
        const row = await rows.nth(1).innerText();
        expect(row).toContain('٢٠٠٢');
        await rows.nth(1).locator('a').click();
        await asked(page, 'from', '2002');
        await asked(page, 'to', '2002');
        await expect.poll(() => page.locator('input[name=from]').inputValue()).toBe('٢٠٠٢');
        const { total, ids } = await answer(page);
        expect(row).toContain(new Intl.NumberFormat('ar-u-nu-arab').format(total));
        const dates = new Map(all.map(({ id, date }) => [id, date]));
        for (const id of ids) expect(dates.get(id)).toMatch(/^2002/);
      });
    });

    testOfQueries('a misspelt word gives a suggestion that one click applies', async () => {
      await on('large', q('المضيف'), async (page) => {
        expect((await answer(page)).total).toBe(0);
        expect(await page.locator('[data-browse]').isVisible()).toBe(true);
        const near = page.locator('[data-notes] a', { hasText: 'المضيق' });
        await near.click();
        await asked(page, 'q', 'المضيق');
        expect((await answer(page)).ids.length).toBe(3);
        expect(await page.locator('#q').inputValue()).toBe('المضيق');
        expect(await page.locator('[data-browse]').isVisible()).toBe(false);
      });
    });

    test('an excerpt marks the words, and links to their paragraph', async () => {
      await on('large', q('قافلة الفجر'), async (page) => {
        expect((await answer(page)).ids[0]).toBe('n0700');
        const { text, marks } = await excerpt(page, 'n0700');
        expect(text).toBe('عبرت قافلة اللؤلؤ المضيق عند الفجر، وقال ربّانها إنها لن تعود.');
        expect(marks).toEqual(['قافلة', 'الفجر']);
        const link = page.locator('[data-result="n0700"] a');
        expect(await link.getAttribute('href')).toMatch(/^articles\/n0700\.html#p2:~:text=/);
        await link.click();
        await page.waitForURL('**/articles/n0700.html*');
        const target = page.locator(':target');
        expect(await target.getAttribute('id')).toBe('p2');
        expect(await target.innerText()).toContain('عبرت قافلة اللؤلؤ');
        const box = await target.boundingBox();
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect(box?.y).toBeLessThan(720);
        await page.goBack();
        expect((await answer(page)).ids[0]).toBe('n0700');
      });
    });

    test('the search field of the front page leads to the results', async () => {
      await on('large', 'index.html', async (page) => {
        await page.locator('form[role=search] input[name=q]').fill('اللؤلؤ');
        await page.keyboard.press('Enter');
        await page.waitForURL('**/search.html?q=*');
        expect((await answer(page)).total).toBe(3);
      });
    });

    test('everything works with the keyboard alone', async () => {
      await on('large', 'search.html', async (page) => {
        expect(await page.evaluate("document.activeElement.id === 'q'")).toBe(true);
        await page.keyboard.type('المضيق');
        await page.keyboard.press('Enter');
        await asked(page, 'q', 'المضيق');
        await answer(page);
        // The chart comes after the results, with stops of its own.
        await page.locator('.chart-figures summary').waitFor();
        const reached: string[] = [];
        for (let stop = 0; stop < 12; stop += 1) {
          await page.keyboard.press('Tab');
          reached.push(
            await page.evaluate(
              "document.activeElement.closest('[data-result]')?.dataset.result ?? document.activeElement.tagName",
            ),
          );
          if (/^n\d/.test(reached.at(-1) ?? '')) break;
        }
        expect(reached).toContain('BUTTON');
        expect(reached).toContain('SUMMARY');
        const [first] = (await answer(page)).ids;
        expect(reached.at(-1)).toBe(first);
        await page.keyboard.press('Enter');
        await page.waitForURL(`**/articles/${first}.html*`);
      });
    });

    test('without JavaScript the search page links to the indexes', async () => {
      const address = archives.large[from]('search.html');
      const { page, close, troubles } = await visit(browser, address, { javaScriptEnabled: false });
      expect(await page.locator('[data-results]').isVisible()).toBe(false);
      const links = page.locator('noscript a');
      expect(await links.count()).toBe(3);
      await links.last().click();
      await page.waitForURL('**/all/index.html');
      expect(troubles).toEqual([]);
      await close();
    });

    testOfQueries('no input breaks the page or becomes markup', async () => {
      await on('large', 'search.html', async (page) => {
        for (const query of hostile) {
          // The field has this limit; an address does not.
          const { total, ids } = await typed(page, query.slice(0, 1000));
          expect(ids.length, query).toBe(Math.min(10, total));
          await expectWhole(page);
        }
        expect((await typed(page, 'اللؤلؤ')).total).toBe(3);
      });
    });

    test('no query in an address breaks the page or becomes markup', async () => {
      // Hosts reject longer addresses.
      for (const query of hostile.filter(({ length }) => from === 'file' || length <= 1000)) {
        // Each request repeats the address in messages of Chromium: one of 360 KB takes ten seconds of a test.
        const value = encodeURIComponent(query.slice(0, 1000));
        const address = `${q(query)}&source=${value}&subject=${value}&from=${value}&sort=${value}&page=${value}`;
        await on('large', address, async (page) => {
          expect((await answer(page)).total).toBe(0);
          await expectWhole(page);
          expect(await page.locator('#q').inputValue()).toBe(query);
        });
      }
    });

    testOfQueries(
      'stop words alone are searched; beside other words they are reported as ignored',
      async () => {
        await on('large', q('في'), async (page) => {
          expect((await answer(page)).total).toBe(withWord('في').length);
          await typed(page, 'اللؤلؤ عن');
          expect(await page.locator('[data-notes]').innerText()).toMatch(/: عن$/m);
        });
      },
    );
  });

  // Colours do not depend on the width.
  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('axe reports no violation on the results (%s, %i px)', async (scheme, width) => {
    for (const [archive, address] of [
      ['large', q('الوزير القاهرة -الفجر')],
      ['large', q('المضيف')],
      ['small', q('')],
    ] as const) {
      const view = await look(browser, archives[archive].hosted(address), {
        colorScheme: scheme,
        viewport: { width, height: 800 },
      });
      if (address !== q('')) await answer(view.page);
      await view.page.evaluate(axeSource);
      const found = await view.page.evaluate(
        `axe.run(document, { preload: false, resultTypes: ['violations'],
            rules: { 'target-size': { enabled: true } } }).then(({ violations }) =>
            violations.map(({ id, nodes }) => id + ': ' + nodes.map((n) => n.html + n.failureSummary).slice(0, 3).join(' | ')))`,
      );
      expect(found, `${address} ${width}`).toEqual([]);
      await view.close();
    }
  });

  describe('an incomplete index', () => {
    let copy = '';
    let page: Page;
    let close: () => Promise<void>;
    beforeAll(async () => {
      copy = temporaryFolder();
      cpSync(archives.large.dist, copy, { recursive: true });
      const view = await visit(browser, `file://${join(copy, 'search.html')}`);
      [page, close] = [view.page, view.close];
    });
    afterAll(async () => {
      await close?.();
    });

    const terms = (): readonly string[] =>
      readdirSync(join(copy, 'search/terms')).map((name) => join(copy, 'search/terms', name));

    /** Restores the files. */
    function mend(): void {
      rmSync(join(copy, 'search'), { recursive: true, force: true });
      cpSync(join(archives.large.dist, 'search'), join(copy, 'search'), { recursive: true });
    }

    const spoil: Readonly<Record<string, () => void>> = {
      'is missing': () => rmSync(join(copy, 'search/terms'), { recursive: true }),
      'was cut off': () => {
        for (const file of terms()) truncateSync(file, 200);
      },
      'is empty': () => {
        for (const file of terms()) truncateSync(file, 0);
      },
      'is of another build': () => {
        for (const file of terms()) {
          writeFileSync(
            file,
            readFileSync(file, 'latin1').replace(/"\w{7}"/, '"another"'),
            'latin1',
          );
        }
      },
      'holds something else': () => {
        for (const file of terms()) {
          writeFileSync(file, `warraq("${basename(file, '.js')}","5 !!!!!!!!")\n`);
        }
      },
      'is a page of the host': () => {
        for (const file of terms()) writeFileSync(file, '<!doctype html><h1>404</h1>');
      },
    };

    test.each(Object.keys(spoil))(
      'a file that %s is reported, and loaded again on request',
      async (how) => {
        mend();
        await page.goto(`file://${join(copy, 'search.html')}`);
        expect((await typed(page, 'اللؤلؤ')).total).toBe(3);
        spoil[how]?.();
        // Loaded files stay; this word is in another file.
        const other = 'زنجبيل';
        await page.reload();
        const trouble = page.locator('[data-trouble]');
        await trouble.waitFor();
        expect(await trouble.innerText()).toContain('تعذّر تحميل جزء من فهرس البحث');
        expect(await page.locator('[data-results]').isVisible()).toBe(false);
        expect(await page.locator('[aria-busy]').count()).toBe(0);
        await page.locator('#q').fill(other);
        await asked(page, 'q', other);
        await page.locator('[data-results]:not([aria-busy])').waitFor({ state: 'attached' });
        expect(await trouble.isVisible()).toBe(true);
        mend();
        // Once the files exist, typing and reloading both find them.
        await page.locator('#q').fill('المضيق');
        await asked(page, 'q', 'المضيق');
        await trouble.waitFor({ state: 'hidden' });
        expect((await answer(page)).total).toBe(3);
        spoil[how]?.();
        await page.reload();
        await trouble.waitFor();
        mend();
        await trouble.getByRole('link').click();
        expect((await answer(page)).total).toBe(3);
      },
    );

    test('results whose texts are missing are shown without excerpts', async () => {
      mend();
      rmSync(join(copy, 'search/texts'), { recursive: true });
      await page.goto(`file://${copy}/${q('اللؤلؤ')}`);
      expect((await answer(page)).total).toBe(3);
      mkdirSync(dirname(join(copy, 'search/texts/x')), { recursive: true });
      await page.locator('[data-result="n0700"] a').click();
      await page.waitForURL('**/articles/n0700.html');
    });
  });

  test('a host that does not answer is reported, and asked again on request', async () => {
    const { page, close } = await visit(browser, archives.large.hosted('search.html'));
    await page.route('**/search/terms/*', (route) => route.fulfill({ status: 503 }));
    await page.locator('#q').fill('اللؤلؤ');
    await page.locator('[data-trouble]').waitFor();
    await page.unroute('**/search/terms/*');
    await page.keyboard.press('Enter');
    expect((await answer(page)).total).toBe(3);
    expect(await page.locator('[data-trouble]').isVisible()).toBe(false);
    await close();
  });

  test('results stay where a later file or the second script is missing, and both are loaded again', async () => {
    const { page, close } = await visit(browser, archives.large.hosted('search.html'));
    await page.route('**/assets/panels.*', (route) => route.abort());
    let loaded = 0;
    await page.route('**/search/cards/*', async (route) => {
      loaded += 1;
      await (loaded > 3 ? route.abort() : route.continue());
    });
    await page.goto(archives.large.hosted(q('الوزير')));
    const trouble = page.locator('[data-trouble]');
    await trouble.waitFor();
    expect((await answer(page)).ids.length).toBeGreaterThanOrEqual(3);
    expect(await page.locator('[data-years] > *').count()).toBe(0);
    await page.unrouteAll();
    await trouble.getByRole('button').click();
    await trouble.waitFor({ state: 'hidden' });
    await expect.poll(async () => (await answer(page)).ids.length).toBe(10);
    await page.locator('[data-years] .search-chart').waitFor();
    await close();
  });

  test('results of an outdated query are not shown', async () => {
    const { page, close } = await visit(browser, archives.large.hosted('search.html'));
    const held: (() => Promise<void>)[] = [];
    let isHeld = true;
    await page.route('**/search/**', async (route) => {
      if (isHeld) held.push(() => route.continue());
      else await route.continue();
    });
    await page.locator('#q').fill('المضيق');
    await asked(page, 'q', 'المضيق');
    await page.locator('#q').fill('في');
    await asked(page, 'q', 'في');
    isHeld = false;
    for (const go of held.toReversed()) await go();
    expect((await answer(page)).total).toBe(withWord('في').length);
    await close();
  });

  test('what is typed into the field of the chart stays while the files of another line are loaded', async () => {
    const { page, close } = await visit(browser, archives.large.hosted(q('اللؤلؤ')));
    const [field, lines] = [page.locator('#compare'), page.locator('.chart-line')];
    await field.waitFor();
    await answer(page);
    const held: Route[] = [];
    await page.route('**/search/terms/*', (route) => void held.push(route));
    await field.fill('الوزير');
    await field.press('Enter');
    // The samples in the legend.
    await expect.poll(() => lines.count()).toBe(2);
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await field.fill('القاهرة');
    for (const route of held) await route.continue();
    await expect.poll(() => lines.count()).toBe(4);
    expect(await field.inputValue()).toBe('القاهرة');
    await close();
  });

  test('the number of search files does not grow with the number of articles', () => {
    const files = readdirSync(join(archives.large.dist, 'search'), { recursive: true });
    expect(files.length).toBeLessThan(articles / 10);
  });
});
