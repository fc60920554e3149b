import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInTemplates } from '../../src/pages/templates.ts';
import {
  type Archives,
  type BuiltArchive,
  openArchives,
  pageOfEachKind,
  seedPage,
} from '../support/browser/archives.ts';
import { axeViolations } from '../support/browser/axe.ts';
import { withoutBrowser } from '../support/browser/chromium.ts';
import { axeSource } from '../support/browser/site.ts';
import { look, tour } from '../support/browser/visit.ts';
import { skipIf } from '../support/skip.ts';

/** Pages of each kind of content. */
const axePages = [
  ...['articles/mixed.html', 'articles/markdown.html', 'articles/steamer.html'],
  ...['articles/many-sections.html', 'articles/vowelled.html', 'articles/long-word.html'],
  ...['sources/صحيفة-الميناء.html', 'dates/1998/index.html'],
];

/** Widths and schemes of a page, and whether axe judges it in them. */
const views = [
  [1920, 'light', false],
  [1280, 'light', true],
  [390, 'dark', true],
  [320, 'dark', false],
] as const;

/** One stop of the Tab key. */
interface Stop {
  readonly tag: string;
  readonly href: string;
  readonly className: string;
  readonly outlined: boolean;
  readonly inView: boolean;
}

describe('accessibility in a browser', skipIf(withoutBrowser), () => {
  let archives: Archives<'own' | 'rich' | 'english'>;
  beforeAll(async () => {
    archives = await openArchives('own', 'rich', 'english');
  });
  afterAll(() => archives?.close());

  test.each(['Arabic', 'English'] as const)(
    'axe reports no violation and nothing scrolls sideways on any kind of page in %s, light or dark',
    async (language) => {
      const { own, rich, english, browser } = archives;
      const kinds = (archive: BuiltArchive): readonly string[] =>
        [...pageOfEachKind(archive).values()].map(archive.file);
      const addresses =
        language === 'Arabic'
          ? [...[seedPage, 'index.html'].map(own.file), ...kinds(rich), ...axePages.map(rich.file)]
          : [...kinds(english), english.file('articles/mixed.html')];
      let turn = 0;
      for await (const { address, page, probe } of tour(browser, addresses)) {
        await page.evaluate(axeSource);
        turn += 1;
        // Colours do not depend on the width, nor on the language: pages in English are judged in one scheme, by turns.
        const only = language === 'Arabic' ? undefined : turn % 2 === 0 ? 'light' : 'dark';
        for (const [width, colorScheme, isJudged] of views) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 800 });
          expect(await probe('sideways()'), `${address} ${width}`).toBe(0);
          if (!isJudged || (only !== undefined && only !== colorScheme)) continue;
          expect(await axeViolations(page), `${address} ${width} ${colorScheme}`).toEqual([]);
        }
      }
    },
    // Of some forty pages axe reads each element.
    240_000,
  );

  test('the fixture has a page of every kind', () => {
    expect([...pageOfEachKind(archives.rich).keys()].sort()).toEqual(
      Object.keys(builtInTemplates.pages)
        .filter((kind) => kind !== 'moved')
        .sort(),
    );
  });

  test('axe reports a planted violation', async () => {
    const { page, close } = await look(archives.browser, archives.own.file(seedPage));
    await page.evaluate(axeSource);
    await page.evaluate("document.querySelector('h1').outerHTML = '<h4><a href=x></a></h4>'");
    expect((await axeViolations(page)).map((line) => line.split(':')[0])).toContain('link-name');
    await close();
  });

  test('the first Tab shows the skip link, and Enter follows it', async () => {
    for (const from of ['file', 'hosted'] as const) {
      const { page, probe, close } = await look(archives.browser, archives.own[from](seedPage));
      await page.keyboard.press('Tab');
      expect(await probe('focused()')).toMatchObject({
        className: 'skip',
        outlined: true,
        inView: true,
      });
      await page.keyboard.press('Enter');
      // The browser reports a jump within the page with a delay.
      await page.waitForFunction("location.hash === '#content'");
      await page.keyboard.press('Tab');
      const inside = await page.evaluate("document.activeElement.closest('main') !== null");
      expect(inside).toBe(true);
      await close();
    }
  });

  test('the Tab key reaches every link once, in order, with a visible outline', async () => {
    const names = ['articles/mixed.html', 'articles/markdown.html', 'articles/many-sections.html'];
    for (const forcedColors of ['none', 'active'] as const) {
      // Forced colours change outlines, not which links there are: without the list, whose many links are all alike.
      const list = forcedColors === 'none' ? ['all/page-1.html'] : [];
      const addresses = [...names, ...list, '404.html'].map(archives.rich.file);
      const options = { forcedColors };
      for await (const { address, page, probe } of tour(archives.browser, addresses, options)) {
        const links = await probe<string[]>('links()');
        const stops: Stop[] = [];
        while (stops.length < links.length + 10) {
          await page.keyboard.press('Tab');
          const stop = await probe<Stop>('focused()');
          if (stop.tag === 'BODY' || (stops.length > 0 && stop.className === 'skip')) break;
          stops.push(stop);
        }
        const visited = stops.filter(({ tag }) => tag === 'A').map(({ href }) => href);
        expect(visited, address).toEqual(links);
        const unseen = stops.filter(({ outlined, inView }) => !outlined || !inView);
        expect(unseen, address).toEqual([]);
      }
    }
  });

  test('text at 200 % or with wider spacing is not cut off', async () => {
    const viewport = { width: 640, height: 800 };
    const address = archives.rich.file('articles/mixed.html');
    const { page, probe, close } = await look(archives.browser, address, { viewport });
    await page.evaluate(
      `document.adoptedStyleSheets = [Object.assign(new CSSStyleSheet(), {})];
       document.adoptedStyleSheets[0].replaceSync(
         'html { font-size: 200% } * { word-spacing: .16em !important; line-height: 2 !important }')`,
    );
    expect(await probe('overflowing()')).toEqual([]);
    expect(await probe('sideways()')).toBe(0);
    expect(await probe('cut()')).toEqual([]);
    await close();
  });
});
