import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { probesSource } from './site.ts';

/** An opened page, and its errors. */
export interface View {
  readonly address: string;
  readonly page: Page;
  /** Failed or refused requests, requests to other hosts, console errors and warnings, CSP reports. */
  readonly troubles: string[];
  /** Evaluates a call of `page-probes.js`: `probe('sideways()')`. */
  probe<T>(call: string): Promise<T>;
  /** Loads the page again. */
  reload(): Promise<void>;
}

/** A view with a separate browser context. */
export interface Visit extends View {
  close(): Promise<void>;
}

const reportViolations =
  "document.addEventListener('securitypolicyviolation', (e) => console.error('CSP: ' + e.violatedDirective + ' ' + e.blockedURI))";

/** Tells whether an address is on the disk or on the archive's own host. */
const own = (address: string, origin: string): boolean =>
  /^(?:file|data|about):/.test(address) || address.startsWith(`${origin}/`);

function record(page: Page, origin: string, troubles: string[]): void {
  page.on('request', (request) => {
    if (!own(request.url(), origin)) troubles.push(`another host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    troubles.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
}

/** Waits for the fonts of a page that has loaded, and gives it the probes. */
async function makeReady(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.evaluate(probesSource);
}

async function open(page: Page, address: string, troubles: string[]): Promise<View> {
  await page.goto(address, { waitUntil: 'load' });
  await makeReady(page);
  return {
    address,
    page,
    troubles,
    probe: (call) => page.evaluate(`probes.${call}`),
    reload: async () => {
      await page.reload({ waitUntil: 'load' });
      await makeReady(page);
    },
  };
}

async function newPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
): Promise<{ context: BrowserContext; page: Page; troubles: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const troubles: string[] = [];
  record(page, address.startsWith('file:') ? 'file://' : new URL(address).origin, troubles);
  await page.addInitScript(reportViolations);
  return { context, page, troubles };
}

/** Opens an address in a separate context and waits for its fonts. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const { context, page, troubles } = await newPage(browser, address, options);
  return { ...(await open(page, address, troubles)), close: () => context.close() };
}

/** Opens addresses of one host one after another in the same window; errors are recorded by page. */
export async function* tour(
  browser: Browser,
  addresses: readonly string[],
  options: BrowserContextOptions = {},
): AsyncGenerator<View> {
  const { context, page, troubles } = await newPage(browser, addresses[0] ?? 'file:', options);
  try {
    for (const address of addresses) {
      troubles.length = 0;
      yield await open(page, address, troubles);
    }
  } finally {
    await context.close();
  }
}
