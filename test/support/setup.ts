import { accessSync, constants, statfsSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll } from 'vitest';
import { removeFoldersOfTestFile } from './temporary-folder.ts';

/**
 * Property tests use the same cases in every run, so that a failure is caused by the change under test;
 * WARRAQ_SEED selects other cases.
 */
fc.configureGlobal({ seed: Number(process.env.WARRAQ_SEED ?? 20171212) });

/** Free bytes that a memory file system must have for the sites of the tests. */
const roomInMemory = 4 * 2 ** 30;

/**
 * Test sites are created on a memory file system if the system has one: writing, comparing and removing
 * several hundred small files ten thousand times mostly waits for the disk.
 */
function inMemory(folder: string): string | undefined {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > roomInMemory ? folder : undefined;
  } catch {
    return undefined;
  }
}

const folder = process.env.TMPDIR ?? inMemory('/dev/shm');
if (folder !== undefined) process.env.TMPDIR = folder;

afterAll(removeFoldersOfTestFile);
