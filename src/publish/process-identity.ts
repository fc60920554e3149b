import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { bootId } from '../catalogue/boot-id.ts';
import { hasCode } from '../model/system-error.ts';
import { sha256 } from './sha256.ts';

/** A process, as a lock file names it; a part is undefined where the system does not tell it. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When the process started, in the units of the system, counted from the boot (Linux). */
  readonly started: string | undefined;
  /** Short hash of the machine's name: a lock file in `dist/` may be deployed, and must not name the machine. */
  readonly machine: string | undefined;
  /** Id of the boot (Linux). */
  readonly boot: string | undefined;
  /** The namespace of process ids: containers of one machine have their own (Linux). */
  readonly namespace: string | undefined;
}

/** Whether a process runs; `unknown` for one of another machine or container. */
export type ProcessState = 'running' | 'ended' | 'unknown';

/** Returns what a read gives; undefined where the system has no such file. */
function readOr(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Returns the state and start of a process from `/proc` (proc(5)); undefined where it is not shown. */
function statOf(pid: number): { readonly state: string; readonly started: string } | undefined {
  const text = readOr(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  // The name of the program is in parentheses and may hold any character.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, started] = [fields?.[0], fields?.[19]];
  return state === undefined || started === undefined ? undefined : { state, started };
}

/** Returns the identity of this process. */
export function ownIdentity(): ProcessIdentity {
  const names = [hostname(), readOr(() => readFileSync('/etc/machine-id', 'utf8')) ?? ''];
  return {
    pid: process.pid,
    started: statOf(process.pid)?.started,
    machine: sha256(Buffer.from(names.join('\n'))).slice(0, 16),
    boot: bootId(),
    namespace: readOr(() => readlinkSync('/proc/self/ns/pid'))?.replace(/\D/g, ''),
  };
}

/** Tells whether the system has a process of this number; EPERM means that it belongs to another user. */
export function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Tells whether a process of this machine still runs; a number is used again after its process has ended. */
function runs({ pid, started }: ProcessIdentity): boolean {
  if (!hasProcess(pid)) return false;
  const now = statOf(pid);
  if (now === undefined) return true;
  // A zombie has ended, but its parent has not asked for its exit code.
  return !/^[ZX]$/.test(now.state) && (started === undefined || started === now.started);
}

/** Slack in milliseconds between the clock of a file system and that of the machine. */
const clockSlack = 60_000;

/**
 * Tells whether a process still runs.
 *
 * @param writtenAt when its lock file was written, in milliseconds since 1970
 */
export function processState(
  other: ProcessIdentity,
  own: ProcessIdentity,
  writtenAt: number,
): ProcessState {
  const isOtherMachine = other.machine !== undefined && other.machine !== own.machine;
  if (other.boot !== undefined && other.boot === own.boot) {
    if (other.namespace === own.namespace) return runs(other) ? 'running' : 'ended';
    return 'unknown';
  }
  if (isOtherMachine) return 'unknown';
  // Another boot of this machine, or none known: nothing that was written before this boot is running.
  if (other.boot !== undefined && own.boot !== undefined) return 'ended';
  const bootedAt = Date.now() - uptime() * 1000;
  return writtenAt < bootedAt - clockSlack || !runs(other) ? 'ended' : 'running';
}
