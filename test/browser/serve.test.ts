import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchChromium, withoutBrowser } from '../support/browser/chromium.ts';
import { type Visit, visit } from '../support/browser/visit.ts';
import { repository } from '../support/paths.ts';
import { skipIf } from '../support/skip.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const program = join(repository, 'src/cli/warraq.js');

const seed = (words: string): string => `---\ntitle: خبر الصباح\n---\n${words}\n`;

const template = (label: string): string => `import { blocks, html } from 'warraq';
export const article = ({ article }, site) =>
  html\`<h1>\${article.title}</h1><p class="label">${label}</p>\${blocks(article.lead, site)}\`;
`;

/** Most milliseconds to wait for a build: it has a low priority, so a busy machine gives it little time. */
const patience = 80_000;

type Child = ChildProcessByStdio<null, Readable, Readable>;

describe('warraq serve in a browser', { ...skipIf(withoutBrowser), timeout: 180_000 }, () => {
  let root: string;
  let browser: Browser;
  const running: Child[] = [];

  /** Starts the program; returns it with its output up to the first line. */
  async function serve(port: number): Promise<{ child: Child; address: string }> {
    const child = spawn(process.execPath, [program, 'serve', '--root', root, '--port', `${port}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    });
    running.push(child);
    child.stdout.setEncoding('utf8');
    child.stderr.resume();
    const [line] = (await once(child.stdout, 'data')) as [string];
    return { child, address: /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0] ?? '' };
  }

  /** Opens an address in a page that waits as long as builds may take. */
  async function open(address: string): Promise<Visit> {
    const opened = await visit(browser, address);
    opened.page.setDefaultTimeout(patience);
    return opened;
  }

  async function ended(child: Child, signal: NodeJS.Signals): Promise<unknown> {
    const exit = once(child, 'exit');
    child.kill(signal);
    return (await exit)[0];
  }

  /** A reload aborts the page's event stream, which is no error. */
  const real = (troubles: readonly string[]): string[] =>
    troubles.filter((line) => !line.endsWith('/.warraq/events net::ERR_ABORTED'));

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser?.close());

  beforeEach(() => {
    root = temporaryFolder();
    mkdirSync(join(root, 'seeds'));
    mkdirSync(join(root, 'templates'));
    writeFileSync(join(root, 'seeds/morning.txt'), seed('وصلت السفينة إلى الميناء.'));
  });

  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
    for (const child of running.splice(0)) {
      if (child.exitCode === null && child.signalCode === null) await ended(child, 'SIGKILL');
    }
  });

  test('a changed seed and a changed template appear without a manual reload', async () => {
    const { child, address } = await serve(0);
    expect(address).not.toBe('');
    const { page, troubles } = await open(`${address}articles/morning.html`);
    expect(await page.locator('[data-lead]').textContent()).toContain('وصلت السفينة');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');

    writeFileSync(join(root, 'seeds/morning.txt'), seed('غادرت السفينة الميناء ظهرًا.'));
    await page.getByText('غادرت السفينة').waitFor();

    writeFileSync(join(root, 'templates/article.ts'), template('قالب أول'));
    await page.getByText('قالب أول').waitFor();

    writeFileSync(join(root, 'templates/article.ts'), template('قالب ثان'));
    await page.getByText('قالب ثان').waitFor();
    expect(await page.getByText('غادرت السفينة').count()).toBe(1);

    expect(real(troubles)).toEqual([]);
    await page.close();
    expect(await ended(child, 'SIGTERM')).toBe(0);
  });

  test('an error in a template is reported, and the served pages stay until it is fixed', async () => {
    const { child, address } = await serve(0);
    const { page, troubles } = await open(`${address}articles/morning.html`);
    writeFileSync(join(root, 'templates/article.ts'), 'export const article = ;');
    const [said] = (await once(child.stderr, 'data')) as [Buffer];
    expect(String(said)).toContain('article.ts');
    // The page shows the error too, until it is fixed.
    const alert = page.locator('[data-trouble]');
    await alert.getByText('article.ts').waitFor();
    await page.reload();
    await alert.getByText('article.ts').waitFor();
    expect(await page.locator('[data-lead]').textContent()).toContain('وصلت السفينة');
    writeFileSync(join(root, 'templates/article.ts'), template('قالب سليم'));
    await page.getByText('قالب سليم').waitFor();
    expect(await alert.isVisible()).toBe(false);
    expect(real(troubles)).toEqual([]);
  });

  test('an error in a text is shown in the page, and disappears when it is fixed', async () => {
    const { address } = await serve(0);
    const { page } = await open(`${address}articles/morning.html`);
    const alert = page.locator('[data-trouble]');
    writeFileSync(join(root, 'seeds/second.md'), '---\nid: morning\n---\nنص آخر.\n');
    await alert.getByText('second.md').waitFor();
    writeFileSync(join(root, 'seeds/second.md'), '---\nid: evening\n---\nنص آخر.\n');
    await alert.waitFor({ state: 'hidden' });
  });

  test('a changed text is shown although another build is running, and is built when that ends', async () => {
    const { address } = await serve(0);
    const { page } = await open(`${address}articles/morning.html`);
    const lock = join(root, '.cache/drafts-cache/build.lock');
    writeFileSync(lock, `${process.pid}\n`);
    const words = 'أبحرت السفينة قبل أن يُبنى شيء';
    writeFileSync(join(root, 'seeds/morning.txt'), seed(`${words}.`));
    await page.getByText(words).waitFor();
    const alert = page.locator('[data-trouble]');
    await alert.getByText('Another build is running').waitFor();
    expect(await page.getByText(words).count()).toBe(1);
    const built = join(root, '.cache/drafts/articles/morning.html');
    expect(readFileSync(built, 'utf8')).not.toContain(words);
    rmSync(lock);
    await alert.waitFor({ state: 'hidden' });
    expect(readFileSync(built, 'utf8')).toContain(words);
    await page.getByText(words).waitFor();
  });

  test('an address that does not exist shows the not-found page, which links to the front page', async () => {
    const { address } = await serve(0);
    const page = await browser.newPage();
    const answer = await page.goto(`${address}nothing.html`);
    expect(answer?.status()).toBe(404);
    await page.locator('main a').click();
    // A click does not wait for the page that it opens.
    await page.locator('.nameplate').waitFor();
    expect(page.url()).toBe(`${address}index.html`);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends it with exit code 0, even with open pages and during a build',
    async (signal) => {
      const { child, address } = await serve(0);
      const page = await browser.newPage();
      await page.goto(address);
      writeFileSync(join(root, 'seeds/morning.txt'), seed('عادت السفينة مساءً.'));
      // The build that this starts is ended too.
      await once(child.stderr, 'data', { signal: AbortSignal.timeout(600) }).catch(() => {});
      expect(await ended(child, signal)).toBe(0);
    },
  );

  test('a port in use is reported, with exit code 3', async () => {
    const { address } = await serve(0);
    const { port } = new URL(address);
    const second = spawn(process.execPath, [program, 'serve', '--root', root, '--port', port], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    });
    running.push(second);
    let said = '';
    second.stdout.resume();
    second.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const [code] = await once(second, 'close');
    expect(code).toBe(3);
    expect(said).toContain(port);
    expect(said).toContain('--port');
  });
});
