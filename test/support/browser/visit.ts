import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
  Request,
} from 'playwright-core';
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

/** A view that is closed when it is done with. */
export interface Visit extends View {
  close(): Promise<void>;
}

const reportViolations =
  "document.addEventListener('securitypolicyviolation', (e) => console.error('CSP: ' + e.violatedDirective + ' ' + e.blockedURI))";

/** Tells whether an address is on the disk or on the archive's own host. */
const own = (address: string, origin: string): boolean =>
  /^(?:file|data|about):/.test(address) || address.startsWith(`${origin}/`);

/** A page in a browser context of its own, in which addresses are opened one after another. */
interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors since the last address was opened. */
  readonly troubles: string[];
  /** Host of the last address. */
  origin: string;
  /** Requests of earlier addresses, which leaving their pages may abort. */
  readonly earlier: WeakSet<Request>;
  readonly current: Set<Request>;
}

function record(window: Window): void {
  const { page, troubles, earlier, current } = window;
  page.on('request', (request) => {
    const { referer } = request.headers();
    // Chromium may ask for the icon of a page when one of another host is open already.
    if (referer !== undefined && !own(referer, window.origin)) {
      earlier.add(request);
      return;
    }
    current.add(request);
    if (!own(request.url(), window.origin)) troubles.push(`another host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Chromium fetches the icon after the page, and gives it up where the next page is opened meanwhile.
    const isLeftIcon = reason === 'net::ERR_ABORTED' && /\/assets\/icon\./.test(request.url());
    if (!earlier.has(request) && !isLeftIcon) troubles.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (earlier.has(response.request())) return;
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

async function open(window: Window, address: string): Promise<View> {
  const { page, troubles, earlier, current } = window;
  for (const request of current) earlier.add(request);
  current.clear();
  troubles.length = 0;
  window.origin = address.startsWith('file:') ? 'file://' : new URL(address).origin;
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

async function newWindow(browser: Browser, options: BrowserContextOptions): Promise<Window> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const window = {
    ...{ context, page, troubles: [], origin: '' },
    ...{ earlier: new WeakSet<Request>(), current: new Set<Request>() },
  };
  record(window);
  await page.addInitScript(reportViolations);
  return window;
}

/** Opens an address in a separate context and waits for its fonts. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const window = await newWindow(browser, options);
  return { ...(await open(window, address)), close: () => window.context.close() };
}

/** How a page is shown, which can be changed while its window is open. */
export type Appearance = Pick<
  BrowserContextOptions,
  'colorScheme' | 'forcedColors' | 'reducedMotion' | 'viewport'
>;

/** The windows of each browser that no view uses. */
const idleWindows = new WeakMap<Browser, Window[]>();

/** Shows a window as a new one with these options would be. */
async function show({ page }: Window, appearance: Appearance): Promise<void> {
  const {
    colorScheme = 'light',
    forcedColors = 'none',
    reducedMotion = 'no-preference',
  } = appearance;
  await page.emulateMedia({ media: null, colorScheme, forcedColors, reducedMotion });
  const size = appearance.viewport ?? { width: 1280, height: 720 };
  const before = page.viewportSize();
  if (before?.width !== size.width || before.height !== size.height)
    await page.setViewportSize(size);
}

/**
 * Opens an address as `visit` does, in a window that former views have used: a third of the time of a new context. Its
 * history is longer; what pages stored is removed. Not for tests that change more of a window than its appearance,
 * or store cookies.
 */
export async function look(
  browser: Browser,
  address: string,
  appearance: Appearance = {},
): Promise<Visit> {
  const idle = idleWindows.get(browser) ?? [];
  idleWindows.set(browser, idle);
  const window = idle.pop() ?? (await newWindow(browser, {}));
  await show(window, appearance);
  return {
    ...(await open(window, address)),
    async close() {
      await window.page.evaluate('localStorage.clear(); sessionStorage.clear()');
      idle.push(window);
    },
  };
}

/** Opens addresses of one host one after another in the same window; errors are recorded by page. */
export async function* tour(
  browser: Browser,
  addresses: readonly string[],
  appearance: Appearance = {},
): AsyncGenerator<View> {
  for (const address of addresses) {
    const view = await look(browser, address, appearance);
    yield view;
    await view.close();
  }
}
