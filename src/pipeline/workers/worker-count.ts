/**
 * Number of documents from which a worker thread saves time: each has to load the program and compile its hot code
 * again, 1 s of CPU at 1,000 documents and 2.5 s at 15,000, of 2.6 and 19 without it.
 */
const threadsThreshold = 4000;

/** Documents for each worker thread. */
const documentsPerWorker = 5000;

/**
 * Returns the number of worker threads of a build; the main thread runs tasks too, so there is one less than the cores
 * at most.
 *
 * @param documents how many the build reads or renders
 * @param cores how many threads run at once on this machine
 */
export function workerCount(documents: number, cores: number): number {
  if (documents < threadsThreshold) return 0;
  return Math.min(Math.max(1, Math.round(documents / documentsPerWorker)), Math.max(0, cores - 1));
}
