import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { SiteCheckData } from './site-check.ts';

const { catalogue: file, out, compileCache } = workerData as SiteCheckData;
// Before the rest is loaded. Nothing else of the pipeline is, so that the thread starts soon.
if (compileCache !== undefined) enableCompileCache(compileCache);
const { openReader } = await import('../catalogue/open.ts');
const { isIntact } = await import('../publish/site-state.ts');

const catalogue = openReader(file);
try {
  parentPort?.postMessage(isIntact(catalogue, out));
} finally {
  catalogue.close();
}
