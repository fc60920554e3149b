import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder in which nothing was built before. */
export interface Volume {
  readonly folder: string;
  /** Said in the tables. */
  readonly kind: string;
  /** Gives back what it took. */
  readonly remove: () => void;
}

const gibibyte = 2 ** 30;

/** Room for a million articles with their site; it is taken as it is used. */
const most = 64 * gibibyte;

function ran(program: string, ...given: readonly string[]): boolean {
  return spawnSync(program, given, { stdio: 'ignore' }).status === 0;
}

/** A file system of its own in a file; undefined where the machine does not permit one. */
function fresh(lab: string, folder: string): Volume | undefined {
  const image = join(lab, 'volume.img');
  const { bavail, bsize } = statfsSync(lab);
  writeFileSync(image, '');
  truncateSync(image, Math.min(most, Math.floor((bavail * bsize * 0.8) / gibibyte) * gibibyte));
  // Half the usual bytes to an inode, as archives are many small files; and no thread that goes on
  // laying out the volume while others are measured.
  const made = ran('mkfs.ext4', '-q', '-F', '-i', '8192', '-E', 'nodiscard', image);
  if (!made || !ran('mount', '-o', 'loop,noatime,noinit_itable', image, folder)) {
    rmSync(image, { force: true });
    return undefined;
  }
  function remove(): void {
    process.off('exit', remove);
    // What still looks at it, after a run was ended, keeps no later one from its own.
    if (!ran('umount', folder)) ran('umount', '-l', folder);
    rmSync(image, { force: true });
  }
  process.on('exit', remove);
  return { folder, kind: 'a fresh ext4', remove };
}

/**
 * Returns an empty folder for one archive's sites. An old and well-used file system can take twenty
 * times as long to create a file as a fresh one, and unevenly so; that would drown what is compared.
 *
 * @param wanted whether a fresh file system is to be tried, for which one must be root
 */
export function emptyVolume(lab: string, wanted: boolean): Volume {
  const folder = join(lab, 'volume');
  // An earlier bench that was killed may have left its own mounted.
  ran('umount', '-l', folder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const volume = wanted && process.getuid?.() === 0 ? fresh(lab, folder) : undefined;
  if (volume !== undefined) return volume;
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return { folder, kind: 'the file system of the lab, which was in use before', remove };
}

const probes = 2000;

/** Returns the microseconds that a file in a folder of its own takes to be made. */
export function creationTime({ folder }: Volume): number {
  const text = Buffer.alloc(5000, 'x');
  const probe = join(folder, 'probe');
  mkdirSync(probe);
  const started = performance.now();
  for (let i = 0; i < probes; i++) {
    mkdirSync(join(probe, String(i)));
    writeFileSync(join(probe, String(i), 'index.html'), text);
  }
  const took = performance.now() - started;
  rmSync(probe, { recursive: true });
  return (took * 1000) / probes;
}
