import { accessSync, constants, statfsSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll } from 'vitest';
import { removeFoldersOfTestFile } from './temporary-folder.ts';

/**
 * Properties are tried on the same cases in every run, so that a red run is about the change at hand;
 * WARRAQ_SEED explores others.
 */
fc.configureGlobal({ seed: Number(process.env.WARRAQ_SEED ?? 20171212) });

/** Bytes that a folder in memory must have free for the sites of the tests. */
const roomInMemory = 4 * 2 ** 30;

/**
 * The sites of the tests stand in memory where the system has a folder there: to write some hundred
 * small files, compare and remove them again, ten thousand times, is mostly waiting on a disk.
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
