import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Core from '../../src/structure/index.ts';
import { recover, unpackWeights } from '../../src/structure/index.ts';
import { launchChromium, withoutBrowser } from '../support/browser/chromium.ts';
import { fixture, repository } from '../support/paths.ts';
import { skipIf } from '../support/skip.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The texts of the fixtures, in order. */
const fixtureTexts = ['flattened', 'frozen', 'hostile'].flatMap((name) => {
  const folder = fixture(`structure/${name}`);
  const files = readdirSync(folder).filter((file) => /^[^.]+\.txt$/.test(file));
  return files.sort().map((file) => readFileSync(join(folder, file), 'utf8').slice(0, 4000));
});

/** Changes of a text: as it is, on one line, without commas, without its first words, with the next one inside. */
const changes: readonly ((text: string, next: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/\s+/g, ' '),
  (text) => text.replace(/[،,:]/g, ''),
  (text) => text.slice(text.indexOf(' ', text.length / 5) + 1),
  (text, next) => `${text.slice(0, text.length / 2)}. ${next.replace(/\n/g, ' ')}`,
];

const texts = fixtureTexts
  .flatMap((text, i) =>
    changes.map((change) => change(text, fixtureTexts[i + 1] ?? fixtureTexts[0] ?? '')),
  )
  .slice(0, 200);

/** Bundles the core of structure recovery as a script that defines `structure`. */
function bundleCore(): string {
  const file = join(temporaryFolder(), 'structure.js');
  const cli = join(repository, 'node_modules/rolldown/bin/cli.mjs');
  const form = ['--format', 'iife', '--name', 'structure', '--platform', 'browser'];
  execFileSync(
    process.execPath,
    [cli, join(repository, 'src/structure/index.ts'), ...form, '--file', file],
    { cwd: repository, stdio: 'pipe' },
  );
  return readFileSync(file, 'utf8');
}

describe('structure recovery in a browser', skipIf(withoutBrowser), () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test('Chromium and Node recover the same from 200 texts', async () => {
    const bytes = readFileSync(join(repository, 'src/structure/learned/weights.bin'));
    const page = await browser.newPage();
    await page.addScriptTag({ content: bundleCore() });
    const inBrowser = await page.evaluate(
      ([packed = '', ...given]) => {
        const { structure } = globalThis as unknown as { readonly structure: typeof Core };
        const weights = structure.unpackWeights(
          Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0)),
        );
        return given.map((text) =>
          JSON.stringify(structure.recover(text, { weights, headings: 'eager' })),
        );
      },
      [bytes.toString('base64'), ...texts],
    );
    const weights = unpackWeights(bytes);
    const own = texts.map((text) => recover(text, { weights, headings: 'eager' }));
    expect(inBrowser).toHaveLength(200);
    const different = texts.filter((_, i) => inBrowser[i] !== JSON.stringify(own[i]));
    expect(different).toEqual([]);
    const found = own.flatMap(({ headings }) =>
      headings.filter((one) => one.origin === 'recovered'),
    );
    expect(found.length).toBeGreaterThan(100);
  });
});
