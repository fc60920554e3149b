import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Archives, openArchives, richPages, seedPage } from '../support/browser/archives.ts';
import { withoutBrowser } from '../support/browser/chromium.ts';
import { look, tour } from '../support/browser/visit.ts';
import { skipIf } from '../support/skip.ts';

/** Width of the text on A4 with the margins of the print style. */
const sheet = { width: 605, height: 971 };

describe('layout in a browser', skipIf(withoutBrowser), () => {
  let archives: Archives<'own' | 'rich'>;
  beforeAll(async () => {
    archives = await openArchives('own', 'rich');
  });
  afterAll(() => archives?.close());

  test('nothing overflows a viewport of 320, 768 or 1280 px', async () => {
    const { own, rich, browser } = archives;
    const addresses = [own.file(seedPage), ...richPages.map(rich.file)];
    for await (const { address, page, probe } of tour(browser, addresses)) {
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 700 });
        expect(await probe('overflowing()'), `${address} ${width}`).toEqual([]);
        expect(await probe('sideways()'), `${address} ${width}`).toBe(0);
      }
    }
  });

  test('a link with a name of one very long word stays in its line', async () => {
    const address = archives.rich.file('sources/صحيفة-الميناء.html');
    const viewport = { width: 320, height: 700 };
    const { page, probe, close } = await look(archives.browser, address, { viewport });
    await page.evaluate(`document.querySelector('.more a').textContent = 'عبد'.repeat(60)`);
    expect(await probe('overflowing()')).toEqual([]);
    expect(await probe('sideways()')).toBe(0);
    await close();
  });

  test.each([320, 1280])(
    'text is 19 to 20 px with a line height of 1.8 at %i px',
    async (width) => {
      const viewport = { width, height: 700 };
      const address = archives.own.file(seedPage);
      const { probe, close } = await look(archives.browser, address, { viewport });
      const style = await probe<{ fontSize: string; lineHeight: string; textAlign: string }>(
        "style('[data-lead] p', 'fontSize', 'lineHeight', 'textAlign')",
      );
      await close();
      const size = Number.parseFloat(style.fontSize);
      expect(size).toBeGreaterThanOrEqual(19);
      expect(size).toBeLessThanOrEqual(20);
      const ratio = Number.parseFloat(style.lineHeight) / size;
      expect(ratio).toBeGreaterThanOrEqual(1.75);
      expect(ratio).toBeLessThanOrEqual(1.9);
      expect(style.textAlign).toBe('start');
    },
  );

  test('a full line on a desktop has 60 to 75 letters', async () => {
    const viewport = { width: 1280, height: 900 };
    for (const address of [
      archives.own.file(seedPage),
      archives.rich.file('articles/mixed.html'),
    ]) {
      const { probe, close } = await look(archives.browser, address, { viewport });
      const lines = await probe<number[]>("allLineLengths('[data-lead] p, [data-section] > p')");
      await close();
      const mean = lines.reduce((sum, count) => sum + count, 0) / lines.length;
      expect(lines.length).toBeGreaterThan(5);
      expect(mean, String(lines)).toBeGreaterThanOrEqual(60);
      expect(mean, String(lines)).toBeLessThanOrEqual(75);
    }
  });

  test('the chart of a source has bars of true height from right to left, and decades on a phone', async () => {
    const address = archives.rich.file('sources/صحيفة-الميناء.html');
    const { page, close } = await look(archives.browser, address, {
      viewport: { width: 1280, height: 900 },
    });
    /** Titles of the visible bars in the order of the Tab key, with left edge and height of each. */
    const bars = (): Promise<readonly (readonly [string, number, number])[]> =>
      page.evaluate(`[...document.querySelectorAll('.chart svg a')].filter((a) => a.checkVisibility()).map((a) => {
        const box = a.lastElementChild.getBoundingClientRect();
        return [a.textContent.trim(), Math.round(box.left), Math.round(box.height)];
      })`);
    const wide = await bars();
    expect(wide.map(([title]) => title)).toEqual([
      ...['١٨٧١: مقال واحد', '١٩٩٨: مقال واحد', '٢٠٢٣: مقال واحد'],
    ]);
    const lefts = wide.map(([, left]) => left);
    expect(lefts).toEqual(lefts.toSorted((a, b) => b - a));
    expect(new Set(wide.map(([, , height]) => height))).toEqual(new Set([96]));
    await page.locator('.chart svg a').first().focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('١٩٩٨');
    await page.setViewportSize({ width: 390, height: 800 });
    expect((await bars()).map(([title]) => title)[0]).toBe('١٨٧٠–١٨٧٩: مقال واحد');
    await close();
  });

  test('sections are in order, and the text comes before its citation and provenance', async () => {
    for (const width of [320, 1180]) {
      const viewport = { width, height: 700 };
      const address = archives.rich.file('articles/many-sections.html');
      const { page, close } = await look(archives.browser, address, { viewport });
      const tops = (await page.evaluate(
        "[...document.querySelectorAll('h1, .contents, [data-lead], [data-section], .provenance, .colophon')].map((e) => e.getBoundingClientRect().top)",
      )) as number[];
      await close();
      expect(tops.length).toBe(17);
      expect(tops).toEqual([...tops].sort((a, b) => a - b));
    }
  });

  test('on a wide screen facts and contents stay beside the text', async () => {
    const viewport = { width: 1200, height: 700 };
    const address = archives.rich.file('articles/many-sections.html');
    const { page, close } = await look(archives.browser, address, { viewport });
    const text = await page.locator('.prose').boundingBox();
    const side = page.locator('.side');
    const before = await side.boundingBox();
    // The page runs from right to left.
    expect((before?.x ?? 0) + (before?.width ?? 0)).toBeLessThan(text?.x ?? 0);
    await page.evaluate('scrollTo(0, 2000)');
    const after = await side.boundingBox();
    expect(after?.y).toBeGreaterThanOrEqual(0);
    expect((after?.y ?? 0) + (after?.height ?? 0)).toBeLessThanOrEqual(700);
    await close();
  });

  test('numbers of paragraphs are legible and apart, and the band of a target has room for them', async () => {
    for (const width of [320, 1280]) {
      const viewport = { width, height: 700 };
      const address = `${archives.rich.file('articles/many-sections.html')}#p12`;
      const { page, close } = await look(archives.browser, address, { viewport });
      const found = (await page.evaluate(`(() => {
        const paragraph = document.querySelector(':target');
        const link = paragraph.querySelector('a');
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const style = getComputedStyle(paragraph, '::after');
        const [box, own] = [link.getBoundingClientRect(), paragraph.getBoundingClientRect()];
        return {
          size: parseFloat(getComputedStyle(link).fontSize),
          width: box.width, height: box.height, stop: link.tabIndex,
          apart: box.left - Math.max(...[...range.getClientRects()].filter(({ width }) => width > 50).map(({ right }) => right)),
          room: -parseFloat(style.insetInlineStart) - (box.right - own.right),
          edge: innerWidth - box.right,
        };
      })()`)) as Record<string, number>;
      await close();
      expect(found.size, String(width)).toBeGreaterThanOrEqual(13);
      expect(Math.min(found.width ?? 0, found.height ?? 0)).toBeGreaterThanOrEqual(24);
      expect(found.stop).toBe(-1);
      expect(found.apart).toBeGreaterThan(1);
      expect(found.room).toBeGreaterThanOrEqual(0);
      expect(found.edge).toBeGreaterThanOrEqual(0);
    }
  });

  test('a print has no marks of the screen, recovered headings in brackets, and the origin of the text', async () => {
    const address = archives.rich.file('articles/mixed.html');
    const { page, close } = await look(archives.browser, address, { viewport: sheet });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.prose p > a[data-cite]').first().isVisible()).toBe(false);
    const brackets = await page.evaluate(`(() => {
      const heading = document.querySelector('[data-origin="recovered"] > h2');
      return [
        getComputedStyle(heading, '::before').content,
        getComputedStyle(heading.querySelector('a'), '::before').content,
        document.querySelector('.provenance dl').getBoundingClientRect().height > 20,
      ];
    })()`);
    expect(brackets).toEqual(['"["', '"]"', true]);
    for (const part of ['.related', '.neighbours', '.citation-files', '.contents']) {
      for (const hidden of await page.locator(part).all())
        expect(await hidden.isVisible()).toBe(false);
    }
    await close();
  });

  test('in print nothing is cut off; the name of the archive is shown, its navigation is not', async () => {
    const articles = richPages.filter((name) => name.startsWith('articles/'));
    const addresses = articles.map(archives.rich.file);
    const options = { viewport: sheet };
    for await (const { address, page, probe } of tour(archives.browser, addresses, options)) {
      await page.emulateMedia({ media: 'print' });
      expect(await probe('overflowing()'), address).toEqual([]);
      expect(await probe('sideways()'), address).toBe(0);
      expect(await probe('cut()'), address).toEqual([]);
      expect(await page.locator('.masthead').isVisible(), address).toBe(true);
      expect(await page.locator('h1').isVisible(), address).toBe(true);
      for (const hidden of await page.locator('nav, .skip').all()) {
        expect(await hidden.isVisible(), address).toBe(false);
      }
    }
  });

  test('in dark mode a print is still white', async () => {
    const address = archives.own.file(seedPage);
    const { page, probe, close } = await look(archives.browser, address, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await probe("style('body', 'backgroundColor', 'color')")).toEqual({
      backgroundColor: 'rgb(255, 255, 255)',
      color: 'rgb(0, 0, 0)',
    });
    await close();
  });

  test('forced colours and reduced motion are respected', async () => {
    const address = archives.rich.file('articles/many-sections.html');
    const { page, probe, close } = await look(archives.browser, address, {
      forcedColors: 'active',
      reducedMotion: 'reduce',
    });
    expect(await probe('moving()')).toEqual([]);
    expect(await probe('sideways()')).toBe(0);
    await page.keyboard.press('Tab');
    const focused = await probe<{ outlined: boolean; inView: boolean }>('focused()');
    expect(focused).toMatchObject({ outlined: true, inView: true });
    expect(await page.locator('h1').isVisible()).toBe(true);
    await close();
  });
});
