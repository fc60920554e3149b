import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes of the young generation, both semi-spaces, at which its size is fixed. */
const enough = 5 * 1024 * 1024;

/** Milliseconds between two measurements. */
const interval = 10;

/**
 * Keeps V8's memory near what the process needs: a build holds little at once, and by default V8
 * takes nearly twice as much without being faster. V8 reads these flags at every garbage collection
 * and thread start, so that they may be set at run time.
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
