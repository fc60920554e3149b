import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Calls of the file system that write. */
const writing = [
  'writeSync',
  'writeFileSync',
  'appendFileSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
] as const;

/** What a system says that cannot write. */
export interface Refusal {
  readonly code: string;
  readonly errno: number;
  readonly words: string;
}

/** The disk is full, and the disk may only be read. */
export const refusals: Readonly<Record<'full' | 'read-only', Refusal>> = {
  full: { code: 'ENOSPC', errno: -28, words: 'no space left on device' },
  'read-only': { code: 'EROFS', errno: -30, words: 'read-only file system' },
};

/** Times that the file system was asked to write, and what makes it whole again. */
export interface Fault {
  readonly count: () => number;
  readonly mend: () => void;
}

/**
 * Makes the file system refuse the `nth` call that writes, and all that follow where `lasting`, as a
 * full disk does; a call that opens a file to write it counts too.
 */
export function refuseWrite(nth: number, refusal: Refusal, lasting: boolean): Fault {
  let count = 0;
  const originals = new Map<string, unknown>();
  const table = fs as unknown as Record<string, (...given: unknown[]) => unknown>;
  function guard(name: string, writes: (given: readonly unknown[]) => boolean): void {
    const original = table[name];
    if (original === undefined) throw new Error(`no such call: ${name}`);
    originals.set(name, original);
    table[name] = (...given) => {
      if (writes(given)) {
        count += 1;
        if (count === nth || (lasting && count > nth)) {
          const { code, errno, words } = refusal;
          throw Object.assign(new Error(`${code}: ${words}, ${name}`), {
            ...{ code, errno },
            syscall: name.replace(/Sync$/, ''),
          });
        }
      }
      return original(...given);
    };
  }
  for (const name of writing) guard(name, () => true);
  guard('openSync', ([, flags]) => typeof flags === 'string' && /[wa+]/.test(flags));
  syncBuiltinESMExports();
  return {
    count: () => count,
    mend() {
      Object.assign(fs, Object.fromEntries(originals));
      syncBuiltinESMExports();
    },
  };
}
