import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minifyCss } from '../../src/render/minify-css.ts';
import { launchChromium, withoutBrowser } from '../support/browser/chromium.ts';
import { repository } from '../support/paths.ts';
import { skipIf } from '../support/skip.ts';

const styles = join(repository, 'templates/styles');
const sheets = readdirSync(styles).filter((name) => name.endsWith('.css'));

describe('style sheets in a browser', skipIf(withoutBrowser), () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
  });
  afterAll(() => browser?.close());

  /** The rules of a sheet as the browser serialises them; values with variables are unparsed. */
  async function understood(css: string): Promise<readonly string[]> {
    const found: unknown = await page.evaluate(
      `((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        return Array.from(sheet.cssRules, (rule) => rule.cssText.replace(/,\\s+/g, ","));
      })(${JSON.stringify(css)})`,
    );
    return found as readonly string[];
  }

  test.each(sheets)('%s has the same rules when minified', async (name) => {
    const css = readFileSync(join(styles, name), 'utf8');
    const squeezed = minifyCss(css);
    expect(squeezed.length).toBeLessThan(css.length);
    const rules = await understood(css);
    expect(rules.length).toBeGreaterThan(0);
    expect(await understood(squeezed)).toEqual(rules);
  });
});
