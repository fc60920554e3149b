import { parentPort, workerData } from 'node:worker_threads';
import type { SiteCheckData } from './site-check.ts';
import { joinCompileCache } from './workers/compile-cache.ts';

// Before the rest is loaded.
joinCompileCache();
const { openReader } = await import('../catalogue/open.ts');
const { isIntact } = await import('../publish/site-state.ts');

const data = workerData as SiteCheckData;
const catalogue = openReader(data.catalogue);
try {
  parentPort?.postMessage(isIntact(catalogue, data.out));
} finally {
  catalogue.close();
}
