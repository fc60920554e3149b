import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, extname, relative } from 'node:path';

/** Calls of the file system that write; `openSync` does where its flags say so. */
const writing = [
  'writeSync',
  'writeFileSync',
  'appendFileSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'unlinkSync',
  'utimesSync',
  'fsyncSync',
] as const;

/** Calls that only look or read; `read` is how streams do it. */
const reading = [
  'readSync',
  'readFileSync',
  'readdirSync',
  'opendirSync',
  'lstatSync',
  'statSync',
  'fstatSync',
  'existsSync',
  'realpathSync',
  'closeSync',
  'read',
] as const;

/** What a system says that would not. */
export interface Refusal {
  readonly code: string;
  readonly errno: number;
  readonly words: string;
}

/** Why systems refuse: the disk is full, broken, only to be read, forbidden; too many files are open. */
export const refusals = {
  full: { code: 'ENOSPC', errno: -28, words: 'no space left on device' },
  'read-only': { code: 'EROFS', errno: -30, words: 'read-only file system' },
  broken: { code: 'EIO', errno: -5, words: 'i/o error' },
  forbidden: { code: 'EACCES', errno: -13, words: 'permission denied' },
  'too many': { code: 'EMFILE', errno: -24, words: 'too many open files' },
} as const satisfies Readonly<Record<string, Refusal>>;

/** A call of the file system. */
export interface Call {
  readonly name: string;
  readonly does: 'read' | 'write';
  /** The file it is about, as the program named it. */
  readonly path: string;
}

/** Calls that were made, and what makes the file system whole again. */
export interface Watch {
  readonly calls: readonly Call[];
  readonly mend: () => void;
}

/** The error that Node throws; calls by descriptor do not know the name of their file. */
function refused(call: Call, byName: boolean, { code, errno, words }: Refusal): Error {
  const syscall = call.name.replace(/Sync$/, '');
  const about = byName ? ` '${call.path}'` : '';
  const error = new Error(`${code}: ${words}, ${syscall}${about}`);
  return Object.assign(error, { code, errno, syscall }, byName ? { path: call.path } : {});
}

/**
 * Watches the calls of this thread whose file `concerns` tells, and has the file system refuse those for
 * which `refuse` has a reason; it is asked with the number of the call, from 1. What Node calls for
 * itself within a call does not count, nor does what SQLite and the loader of modules do.
 */
export function watchCalls(
  concerns: (path: string) => boolean,
  refuse: (call: Call, nth: number) => Refusal | undefined,
): Watch {
  const calls: Call[] = [];
  const names = new Map<number, string>();
  const originals = new Map<string, unknown>();
  const table = fs as unknown as Record<string, (...given: unknown[]) => unknown>;
  let within = false;
  function guard(name: string, does: (given: readonly unknown[]) => Call['does']): void {
    const original = table[name];
    if (original === undefined) throw new Error(`no such call: ${name}`);
    originals.set(name, original);
    function watched(...given: unknown[]): unknown {
      const [subject] = given;
      const byName = typeof subject !== 'number';
      const path = typeof subject === 'number' ? (names.get(subject) ?? '') : String(subject);
      if (within || !concerns(path)) return original?.(...given);
      const call: Call = { name, does: does(given), path };
      calls.push(call);
      const refusal = refuse(call, calls.length);
      within = true;
      try {
        if (refusal === undefined) {
          const result = original?.(...given);
          if (name === 'openSync') names.set(Number(result), path);
          return result;
        }
        const error = refused(call, byName, refusal);
        if (name === 'existsSync') return false;
        if (name === 'read') {
          const done = given.at(-1) as (error: Error) => void;
          return void process.nextTick(done, error);
        }
        // A descriptor is gone even where closing it fails.
        if (name === 'closeSync') original?.(...given);
        throw error;
      } finally {
        within = false;
        if (name === 'closeSync') names.delete(Number(subject));
      }
    }
    table[name] = Object.assign(watched, original);
  }
  for (const name of writing) guard(name, () => 'write');
  for (const name of reading) guard(name, () => 'read');
  guard('openSync', ([, flags]) =>
    typeof flags === 'string' && /[wa+]/.test(flags) ? 'write' : 'read',
  );
  syncBuiltinESMExports();
  return {
    calls,
    mend() {
      Object.assign(fs, Object.fromEntries(originals));
      syncBuiltinESMExports();
    },
  };
}

/**
 * What a call is one of, for a site in `root`: its name, the folders of its file, the file's ending. Of
 * what waits to be published it is only the ending, as nothing is changed there yet; where the site itself
 * is changed each file counts for itself.
 */
function kindOf({ name, does, path }: Call, root: string): string {
  const place = relative(root, path);
  const waiting = place.split(/\.warraq-staging[^/]*\/(new|changed)/);
  const [, state, within = ''] = waiting;
  if (state !== undefined && name !== 'renameSync') return `${name} ${state} ${extname(within)}`;
  const inSite = state !== undefined || place.startsWith('dist');
  if (inSite && does === 'write') return `${name} ${place}`;
  if (inSite) return `${name} dist ${extname(place)}`;
  return `${name} ${dirname(place)} ${extname(place.replace(/\.part$/, ''))}`;
}

/** As `kindOf`, but only by the topmost folder of the file: seeds, cache, staging, site, program. */
function broadKindOf({ name, does, path }: Call, root: string): string {
  const [top = ''] = relative(root, path).split('/');
  return `${name} ${does} ${top}`;
}

/**
 * Returns the numbers of the calls that stand for all of them: of each kind the first, one in the middle
 * and the last. A `sample` has broader kinds, and every sixteenth of the calls that stand for all.
 */
export function tellingCalls(
  calls: readonly Call[],
  root: string,
  extent: 'all' | 'sample' = 'all',
): readonly number[] {
  const ofEach = (kind: typeof kindOf): readonly number[] => {
    const kinds = new Map<string, number[]>();
    calls.forEach((call, i) => {
      const same = kinds.get(kind(call, root));
      if (same === undefined) kinds.set(kind(call, root), [i + 1]);
      else same.push(i + 1);
    });
    const telling = new Set<number>();
    for (const same of kinds.values()) {
      for (const nth of [same[0], same[same.length >> 1], same.at(-1)]) {
        if (nth !== undefined) telling.add(nth);
      }
    }
    return [...telling].sort((a, b) => a - b);
  };
  const all = ofEach(kindOf);
  if (extent === 'all') return all;
  const sampled = [...ofEach(broadKindOf), ...all.filter((_, n) => n % 16 === 0)];
  return [...new Set(sampled)].sort((a, b) => a - b);
}
