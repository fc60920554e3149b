import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, extname, relative } from 'node:path';

/** File system calls that write; `openSync` writes if its flags say so. */
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

/** File system calls that only read; streams use `read`. */
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

/** An error with which a system refuses a call. */
export interface Refusal {
  readonly code: string;
  readonly errno: number;
  readonly message: string;
}

/** Errors with which systems refuse calls. */
export const refusals = {
  full: { code: 'ENOSPC', errno: -28, message: 'no space left on device' },
  quota: { code: 'EDQUOT', errno: -122, message: 'disk quota exceeded' },
  'read-only': { code: 'EROFS', errno: -30, message: 'read-only file system' },
  broken: { code: 'EIO', errno: -5, message: 'i/o error' },
  forbidden: { code: 'EACCES', errno: -13, message: 'permission denied' },
  'too many': { code: 'EMFILE', errno: -24, message: 'too many open files' },
} as const satisfies Readonly<Record<string, Refusal>>;

/** A file system call. */
export interface Call {
  readonly name: string;
  readonly does: 'read' | 'write';
  /** The file of the call, as the program named it. */
  readonly path: string;
}

/** The recorded calls, and a function that restores the file system's functions. */
export interface Watch {
  readonly calls: readonly Call[];
  readonly restore: () => void;
}

/** Returns the error that Node throws; for calls by descriptor it does not name the file. */
function refusalError(
  call: Call,
  byName: boolean,
  { code, errno, message: words }: Refusal,
): Error {
  const syscall = call.name.replace(/Sync$/, '');
  const file = byName ? ` '${call.path}'` : '';
  const error = new Error(`${code}: ${words}, ${syscall}${file}`);
  return Object.assign(error, { code, errno, syscall }, byName ? { path: call.path } : {});
}

/**
 * Records the calls of this thread on files that match `concerns`, and fails those for which `refuse`
 * returns an error; its second parameter is the number of the call, from 1. Calls that Node makes within
 * a call are not recorded, nor are those of SQLite and the module loader.
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
        const error = refusalError(call, byName, refusal);
        if (name === 'existsSync') return false;
        if (name === 'read') {
          const done = given.at(-1) as (error: Error) => void;
          return void process.nextTick(done, error);
        }
        // A descriptor is released even if closing it fails.
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
    restore() {
      Object.assign(fs, Object.fromEntries(originals));
      syncBuiltinESMExports();
    },
  };
}

/** The unique names of a build's staging folder and of files that are not complete yet. */
const uniqueName = /\d+-[0-9a-f]{12}/;
const partName = /\.\d+-[0-9a-f]{12}\.part$/;

/**
 * Returns the kind of a call, for a site in `root`: its name, the folder and the extension of its file. For
 * staged files the folder is left out, since the site is not changed yet; writes to the site itself are
 * each a kind of their own.
 */
function callKind({ name, does, path }: Call, root: string): string {
  const file = relative(root, path);
  const parts = file.split(/\.warraq-staging[^/]*\/[^/]+\/(new|changed)/);
  const [, state, within = ''] = parts;
  if (state !== undefined && name !== 'renameSync') return `${name} ${state} ${extname(within)}`;
  const inSite = state !== undefined || file.startsWith('dist');
  if (inSite && does === 'write') return `${name} ${file}`;
  if (inSite) return `${name} dist ${extname(file)}`;
  return `${name} ${dirname(file).replace(uniqueName, '')} ${extname(file.replace(partName, ''))}`;
}

/** As `callKind`, but only by the top folder of the file: seeds, cache, staging, site, program. */
function broadCallKind({ name, does, path }: Call, root: string): string {
  const [top = ''] = relative(root, path).split('/');
  return `${name} ${does} ${top}`;
}

/**
 * Returns the numbers of representative calls: of each kind the first, the middle and the last. A `sample`
 * has broader kinds, the first of each, and every forty-eighth of all representative calls.
 */
export function representativeCalls(
  calls: readonly Call[],
  root: string,
  extent: 'all' | 'sample' = 'all',
): readonly number[] {
  const ofEach = (
    kind: typeof callKind,
    chosenOf: (same: readonly number[]) => readonly (number | undefined)[],
  ): readonly number[] => {
    const kinds = new Map<string, number[]>();
    calls.forEach((call, i) => {
      const same = kinds.get(kind(call, root));
      if (same === undefined) kinds.set(kind(call, root), [i + 1]);
      else same.push(i + 1);
    });
    const chosen = new Set<number>();
    for (const same of kinds.values()) {
      for (const nth of chosenOf(same)) {
        if (nth !== undefined) chosen.add(nth);
      }
    }
    return [...chosen].sort((a, b) => a - b);
  };
  const all = ofEach(callKind, (same) => [same[0], same[same.length >> 1], same.at(-1)]);
  if (extent === 'all') return all;
  const sampled = [
    ...ofEach(broadCallKind, (same) => [same[0]]),
    ...all.filter((_, n) => n % 48 === 0),
  ];
  return [...new Set(sampled)].sort((a, b) => a - b);
}
