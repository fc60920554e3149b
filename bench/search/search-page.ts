import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Host } from './host.ts';

/** Moments on a page, in milliseconds since it was opened; undefined for what has not come. */
export interface Moments {
  readonly first?: number;
  readonly titles?: number;
  /** The frame after all titles were put into the page. */
  readonly shown?: number;
  /** The last key. */
  readonly key?: number;
}

/** A page of searching, open in a browser that has seen nothing before. */
export interface SearchPage {
  readonly page: Page;
  moments(): Promise<Moments>;
  /** Paths of what had come by a moment. */
  arrivedBy(moment: number): Promise<ReadonlySet<string>>;
  found(): Promise<number>;
  excerpts(): Promise<number>;
  /** Waits until results are shown. */
  ready(): Promise<void>;
  /** Waits until results are shown and nothing more is asked for. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const probe = join(import.meta.dirname, 'probe.js');

/** A telephone's window has fewer results in view; this is a small computer's. */
const viewport = { width: 1280, height: 800 };

/** Opens the page of searching with a query, or with none. */
export async function openSearch(browser: Browser, host: Host, query = ''): Promise<SearchPage> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.addInitScript({ path: probe });
  const asked = query === '' ? '' : `?${new URLSearchParams({ q: query })}`;
  await page.goto(`${host.address}search.html${asked}`, { waitUntil: 'load' });
  const told = <T>(call: string): Promise<T> => page.evaluate(`searchProbe.${call}`);
  return {
    page,
    moments: () => told<Moments>('moments'),
    async arrivedBy(moment) {
      return new Set(await told<readonly string[]>(`arrivedBy(${moment})`));
    },
    async found() {
      return Number(await told('total()'));
    },
    excerpts: () => told('excerpts()'),
    ready: () => told('ready()'),
    async settled() {
      await told('ready()');
      await page.waitForLoadState('networkidle');
    },
    close: () => context.close(),
  };
}
