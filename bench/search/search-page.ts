import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Host } from './host.ts';

/** Moments on a page, in milliseconds since it was opened; undefined before they occur. */
export interface Moments {
  readonly first?: number;
  readonly titles?: number;
  /** The frame after all titles were inserted into the page. */
  readonly shown?: number;
  /** The last key event. */
  readonly key?: number;
}

/** A search page in a browser with an empty cache. */
export interface SearchPage {
  readonly page: Page;
  moments(): Promise<Moments>;
  /** Returns the paths of the files received completely by a moment. */
  receivedBy(moment: number): Promise<ReadonlySet<string>>;
  resultCount(): Promise<number>;
  excerpts(): Promise<number>;
  /** Waits until results are shown. */
  ready(): Promise<void>;
  /** Waits until results are shown and no request is pending. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const probe = join(import.meta.dirname, 'probe.js');

/** The window of a small laptop; a telephone has fewer results in view. */
const viewport = { width: 1280, height: 800 };

/** Opens the search page, with a query in its URL where one is given. */
export async function openSearch(browser: Browser, host: Host, query = ''): Promise<SearchPage> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.addInitScript({ path: probe });
  const search = query === '' ? '' : `?${new URLSearchParams({ q: query })}`;
  await page.goto(`${host.address}search.html${search}`, { waitUntil: 'load' });
  const probeCall = <T>(expression: string): Promise<T> =>
    page.evaluate(`searchProbe.${expression}`);
  return {
    page,
    moments: () => probeCall<Moments>('moments'),
    async receivedBy(moment) {
      return new Set(await probeCall<readonly string[]>(`receivedBy(${moment})`));
    },
    async resultCount() {
      return Number(await probeCall('total()'));
    },
    excerpts: () => probeCall('excerpts()'),
    ready: () => probeCall('ready()'),
    async settled() {
      await probeCall('ready()');
      await page.waitForLoadState('networkidle');
    },
    close: () => context.close(),
  };
}
