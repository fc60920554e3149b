import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes of the space for what lives shortly, in both of its halves, from which on it stays as it is. */
const enough = 5 * 1024 * 1024;

/** Milliseconds between two looks at it. */
const interval = 10;

/**
 * Has V8 keep this process's memory near what it needs: a build holds little at once, and left alone
 * V8 takes nearly twice as much and is no faster. These flags are read whenever it collects garbage or
 * begins a thread, so that they may be set while it runs.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=60');
  setFlagsFromString('--min-semi-space-size=5');
  const timer = setInterval(() => {
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    if (young !== undefined && young.space_size < enough) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    clearInterval(timer);
  }, interval);
  timer.unref();
}
