import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../catalogue/open.ts';
import { isIntact } from '../publish/site-state.ts';
import type { SiteCheckData } from './site-check.ts';

// Nothing else of the pipeline is loaded, so that the thread starts soon.
const { catalogue: file, out } = workerData as SiteCheckData;
const catalogue = openReader(file);
try {
  parentPort?.postMessage(isIntact(catalogue, out));
} finally {
  catalogue.close();
}
