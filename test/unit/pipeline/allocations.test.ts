import { type HeapProfiler, Session } from 'node:inspector/promises';
import { expect, test } from 'vitest';
import { plantDrafts } from '../../support/edits.ts';
import { temporarySite } from '../../support/temporary-site.ts';

/** Mean bytes between two samples: a build of 100 articles has some thousands. */
const samplingInterval = 8192;

const bytesOf = ({ selfSize, children }: HeapProfiler.SamplingHeapProfileNode): number =>
  children.reduce((sum, child) => sum + bytesOf(child), selfSize);

/** Returns about how many bytes of V8's heap some work allocates, also those that are collected meanwhile. */
async function allocatedBy(work: () => Promise<unknown>): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    const collected = {
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    };
    await session.post('HeapProfiler.startSampling', { samplingInterval, ...collected });
    await work();
    const { profile } = await session.post('HeapProfiler.stopSampling');
    return bytesOf(profile.head);
  } finally {
    session.disconnect();
  }
}

/** Returns what a first build of `count` articles without search, downloads and exports allocates. */
async function allocated(count: number): Promise<number> {
  const site = temporarySite({ 'warraq.yaml': 'search: off\ndownloads: []\nexports: []\n' });
  plantDrafts(site.root, 1, count);
  return allocatedBy(() => site.build());
}

test('a first build allocates little memory for an article more', async () => {
  // The first build also loads modules.
  await allocated(20);
  const [few, many] = [await allocated(40), await allocated(160)];
  const kilobytes = (many - few) / 120 / 1000;
  expect(kilobytes).toBeGreaterThan(20);
  expect(kilobytes).toBeLessThan(300);
});
