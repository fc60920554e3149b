import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Bytes of a checkpoint before its state: a hash of what is trained on, and the number of finished passes. */
const HEAD = 8;

/** The state of a training after each pass, so that an interrupted one goes on. */
export interface Checkpoint {
  /** Restores the saved state of the same training; returns the number of its finished passes, 0 without one. */
  restore(state: Uint8Array): number;
  /** Saves the state after a number of passes. */
  save(state: Uint8Array, passes: number): void;
}

/** A training that keeps no state. */
export const noCheckpoint: Checkpoint = { restore: () => 0, save: () => undefined };

/** Returns the bytes of a file; none where it cannot be read. */
function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array(0);
  }
}

/**
 * Returns a checkpoint in a file.
 *
 * @param key a hash of what is trained on; a file of another training is ignored and overwritten
 */
export function checkpointIn(file: string, key: number): Checkpoint {
  return {
    restore(state) {
      const bytes = bytesOf(file);
      if (bytes.length !== HEAD + state.length) return 0;
      const head = new DataView(bytes.buffer, bytes.byteOffset, HEAD);
      if (head.getUint32(0, true) !== key) return 0;
      state.set(bytes.subarray(HEAD));
      return head.getUint32(4, true);
    },
    save(state, passes) {
      const bytes = new Uint8Array(HEAD + state.length);
      const head = new DataView(bytes.buffer);
      head.setUint32(0, key, true);
      head.setUint32(4, passes, true);
      bytes.set(state, HEAD);
      writeFileSync(`${file}.new`, bytes);
      renameSync(`${file}.new`, file);
    },
  };
}
