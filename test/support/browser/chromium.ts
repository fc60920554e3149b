import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Path of Debian’s Chromium; undefined where it is not installed. */
export const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) =>
  existsSync(path),
);

/** Reason to skip browser tests; in continuous integration they fail instead. */
export const withoutBrowser: string | undefined =
  chromiumPath === undefined && !process.env.CI
    ? 'Chromium is missing: apt-get install chromium'
    : undefined;

/**
 * Starts Debian's Chromium without background services that contact other hosts.
 *
 * @throws if it is not installed: `apt-get install chromium`.
 */
export function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('Chromium is missing: apt-get install chromium');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
