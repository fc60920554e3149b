import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layoutShift } from '../../bench/fonts/layout-shift.ts';
import { type Archives, openArchives, richPages, seedPage } from '../support/browser/archives.ts';
import { withoutBrowser } from '../support/browser/chromium.ts';
import { look, tour, type View } from '../support/browser/visit.ts';
import {
  attribute,
  childrenOf,
  isElement,
  type Node,
  parsePage,
  textContent,
} from '../support/dom.ts';
import { skipIf } from '../support/skip.ts';

/** An element with text of its own, as `markTextElements` describes it. */
interface TextElement {
  readonly name: string;
  readonly code: boolean;
  readonly fontWeight: string;
  readonly fontStyle: string;
  readonly letterSpacing: string;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A text of a page with the language and direction that it is read in. */
interface SpokenText {
  readonly text: string;
  readonly lang: string;
  readonly dir: string;
}

/** Yields the texts of a page. */
function* spokenTexts(node: Node, lang = '', dir = ''): Generator<SpokenText> {
  if (!isElement(node)) {
    if (childrenOf(node).length === 0) yield { text: textContent(node).trim(), lang, dir };
    for (const child of childrenOf(node)) yield* spokenTexts(child, lang, dir);
    return;
  }
  if (['head', 'script', 'style'].includes(node.tagName)) return;
  const [ownLang, ownDir] = [attribute(node, 'lang') ?? lang, attribute(node, 'dir') ?? dir];
  for (const child of childrenOf(node)) yield* spokenTexts(child, ownLang, ownDir);
}

/** Fonts that Chromium used for the text of each marked element, in order. */
async function usedFonts(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '[data-probe]',
  });
  // All at once: one after another, most of the time goes to waiting for answers.
  const answers = await Promise.all(
    nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })),
  );
  await session.detach();
  return answers.map(({ fonts }) => fonts);
}

/** Loads a page again whose fonts came late, as on a busy machine: it keeps the fonts of the system, the next one has its own. */
async function withOwnFonts({ page, reload }: View): Promise<void> {
  const isLate = (): Promise<boolean> =>
    page.evaluate("document.documentElement.dataset.faces === 'system'");
  for (let attempt = 0; attempt < 5 && (await isLate()); attempt += 1) await reload();
}

describe('typography in a browser', skipIf(withoutBrowser), () => {
  let archives: Archives<'own' | 'rich' | 'english'>;
  beforeAll(async () => {
    archives = await openArchives('own', 'rich', 'english');
  });
  afterAll(() => archives?.close());

  test.each(['file', 'hosted'] as const)(
    'every letter outside code is set in a font of the archive, bold in its bold, without letter-spacing or italics (%s)',
    async (from) => {
      const { own, rich, browser } = archives;
      const addresses = [own[from](seedPage), ...richPages.map(rich[from])];
      for await (const view of tour(browser, addresses)) {
        await withOwnFonts(view);
        const { address, page, probe } = view;
        const elements = await probe<TextElement[]>('markTextElements()');
        const fonts = await usedFonts(page);
        expect(fonts.length, address).toBe(elements.length);
        elements.forEach(({ name, code, letterSpacing, fontStyle, fontWeight }, i) => {
          expect({ letterSpacing, fontStyle }, `${address} ${name}`).toEqual({
            letterSpacing: 'normal',
            fontStyle: 'normal',
          });
          // The archive has only these two; the browser would synthesise any other.
          expect(['400', '700'], `${address} ${name}`).toContain(fontWeight);
          if (code) return;
          const used = fonts[i] ?? [];
          expect(used.length, `${address} ${name}`).toBeGreaterThan(0);
          const local = used.filter(({ isCustomFont }) => !isCustomFont);
          expect(local, `${address} ${name}`).toEqual([]);
          // A paragraph lists the fonts of the emphasis inside it too.
          if (/^(?:p|li|dd)\./.test(name)) return;
          const bold = used.map(({ postScriptName }) => /Bold/.test(postScriptName));
          expect(new Set(bold), `${address} ${name}`).toEqual(new Set([fontWeight === '700']));
        });
      }
    },
  );

  test('text is set in Naskh, headings and facts in sans', async () => {
    const { probe, close } = await look(archives.browser, archives.own.file(seedPage));
    const face = async (selector: string): Promise<string> =>
      (await probe<{ fontFamily: string }>(`style('${selector}', 'fontFamily')`)).fontFamily;
    expect(await face('[data-lead] p')).toMatch(/^"Noto Naskh Arabic"/);
    for (const selector of ['h1', '[data-section] > h2', '.facts', '.provenance dd']) {
      expect(await face(selector), selector).toMatch(/^"IBM Plex Sans Arabic"/);
    }
    await close();
  });

  test.each([
    { phrase: 'قالت BBC.', page: 'mixed', selector: '[data-lead] p' },
    { phrase: '(بحسب NATO).', page: 'mixed', selector: '[data-lead] p' },
    { phrase: 'مع «Port of Rotterdam» مدته', page: 'mixed', selector: '[data-lead] p' },
    { phrase: '«رويترز»', page: 'mixed', selector: '[data-lead] p' },
    { phrase: 'إلى 75.5% قبل', page: 'mixed', selector: '[data-lead] p' },
    { phrase: 'الرقم 011-2345678 من', page: 'mixed', selector: '[data-section] p' },
    { phrase: 'الساعة 16:00.', page: 'mixed', selector: '[data-section] p' },
    { phrase: 'NASA هي', page: 'latin-first', selector: '[data-lead] p' },
    { phrase: 'NASA تعلن', page: 'latin-first', selector: 'h1' },
    { phrase: 'BBC عربي', page: 'latin-first', selector: '.facts' },
    { phrase: 'المتوسط كله، وأن', page: 'mixed', selector: '[data-section] p' },
    { phrase: 'مثل ms-0042_recto.tif، وتُنزّل', page: 'markdown', selector: '[data-section] p' },
  ])('«$phrase» runs from right to left in $selector', async ({ phrase, page, selector }) => {
    const viewport = { width: 1900, height: 900 };
    const address = archives.rich.file(`articles/${page}.html`);
    const { probe, close } = await look(archives.browser, address, { viewport });
    const boxes = await probe<Box[]>(`phrase('${selector}', '${phrase}')`);
    await close();
    expect(boxes.length).toBe(phrase.length);
    // Runs in reading order: Arabic words, Latin or number runs, single marks.
    const pieces = [
      ...phrase.matchAll(/[A-Za-z0-9](?:[\w .:%-]*[\w%])?|[\u0621-\u0652]+|[^\s\w]/g),
    ];
    const placed = pieces.map(({ 0: text, index }) => {
      const own = boxes.slice(index, index + text.length);
      const line = Math.round(((own[0]?.top ?? 0) + (own[0]?.bottom ?? 0)) / 20);
      return {
        text,
        line,
        left: Math.min(...own.map(({ left }) => left)),
        right: Math.max(...own.map(({ right }) => right)),
      };
    });
    placed.slice(1).forEach((piece, i) => {
      const before = placed[i];
      if (before === undefined || before.line !== piece.line) return;
      expect(piece.right, `${before.text} | ${piece.text}`).toBeLessThanOrEqual(before.left + 1.5);
    });
  });

  test('a title with a direction override does not change the text around it', async () => {
    const { browser, rich } = archives;
    const { page, probe, close } = await look(browser, rich.file('articles/override.html'));
    expect(await page.title()).not.toContain('\u202e');
    for (const [selector, phrase] of [
      ['h1', 'txt.exe'],
      ['.citation-text', 'نسخة'],
      ['[data-lead] p:last-child', 'الثانية لا يمسها'],
    ]) {
      const boxes = await probe<Box[]>(`phrase('${selector}', '${phrase}')`);
      const first = boxes.at(0)?.left ?? 0;
      const last = boxes.at(-1)?.left ?? 0;
      expect(boxes.length, phrase).toBeGreaterThan(0);
      expect(Math.sign(last - first), phrase).toBe(phrase === 'txt.exe' ? 1 : -1);
    }
    await close();
  });

  test('code is set from left to right, and starts at its beginning', async () => {
    const viewport = { width: 390, height: 700 };
    const address = archives.rich.file('articles/markdown.html');
    const { probe, page, close } = await look(archives.browser, address, { viewport });
    expect(await probe("style('pre', 'direction', 'textAlign')")).toMatchObject({
      direction: 'ltr',
    });
    const [letter] = await probe<Box[]>("phrase('pre', 'curl')");
    const frame = await page.locator('pre').boundingBox();
    expect(letter?.left).toBeGreaterThanOrEqual(frame?.x ?? 0);
    await close();
  });

  test('in an English interface every Arabic text has its language and direction', () => {
    const { dist } = archives.english;
    const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' });
    for (const path of pages.filter((name) => name.endsWith('.html'))) {
      const page = parsePage(readFileSync(join(dist, path), 'utf8'));
      for (const { text, lang, dir } of [...spokenTexts(page)]) {
        if (!/[\u0620-\u064a]/.test(text)) continue;
        expect({ lang, dir }, `${path}: ${text}`).toEqual({ lang: 'ar', dir: 'rtl' });
      }
    }
  });

  test('lines break alike in the faces of the system and in those of the archive', async () => {
    const { browser, rich } = archives;
    expect(await layoutShift(browser, rich.hosted('all/index.html'))).toBeLessThanOrEqual(0.02);
  });
});
