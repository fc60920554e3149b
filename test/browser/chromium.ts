import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian's package puts it. */
const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) =>
  existsSync(path),
);

/** Whether the browser tests can run; in continuous integration they must. */
export const chromiumMissing = executable === undefined;

/**
 * Starts Debian's Chromium without the background services that ask other hosts.
 *
 * @throws where it is not installed: `apt-get install chromium`.
 */
export function launchChromium(): Promise<Browser> {
  if (executable === undefined) throw new Error('Chromium is missing: apt-get install chromium');
  return chromium.launch({
    executablePath: executable,
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
