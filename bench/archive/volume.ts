import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An empty folder for the sites of one archive. */
export interface Volume {
  readonly folder: string;
  /** Description for the tables. */
  readonly kind: string;
  /** Removes the folder and its file system. */
  readonly remove: () => void;
}

const gibibyte = 2 ** 30;

/** Size of the sparse image: room for a million articles with their site. */
const maxImageBytes = 64 * gibibyte;

function succeeds(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** Returns a new file system in an image file; undefined if the machine does not permit one. */
function freshVolume(lab: string, folder: string): Volume | undefined {
  const image = join(lab, 'volume.img');
  const { bavail, bsize } = statfsSync(lab);
  writeFileSync(image, '');
  truncateSync(
    image,
    Math.min(maxImageBytes, Math.floor((bavail * bsize * 0.8) / gibibyte) * gibibyte),
  );
  // Half the usual bytes for each inode, as archives have many small files; no lazy initialisation, which would
  // run during the measurements.
  const isCreated = succeeds('mkfs.ext4', '-q', '-F', '-i', '8192', '-E', 'nodiscard', image);
  if (!isCreated || !succeeds('mount', '-o', 'loop,noatime,noinit_itable', image, folder)) {
    rmSync(image, { force: true });
    return undefined;
  }
  function remove(): void {
    process.off('exit', remove);
    // A lazy unmount where a process still uses the volume, so that the next run can mount its own.
    if (!succeeds('umount', folder)) succeeds('umount', '-l', folder);
    rmSync(image, { force: true });
  }
  process.on('exit', remove);
  return { folder, kind: 'a fresh ext4', remove };
}

/**
 * Returns an empty folder for one archive's sites. A much used file system can take twenty times as long to create
 * a file as a new one, with large variation, which would hide the differences measured.
 *
 * @param wanted whether to try a new file system, which requires root
 */
export function emptyVolume(lab: string, wanted: boolean): Volume {
  const folder = join(lab, 'volume');
  // A killed earlier run may have left its volume mounted.
  succeeds('umount', '-l', folder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const volume = wanted && process.getuid?.() === 0 ? freshVolume(lab, folder) : undefined;
  if (volume !== undefined) return volume;
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return { folder, kind: 'the file system of the lab, which was in use before', remove };
}

const probes = 2000;

/** Returns the mean time in microseconds for creating a file in a new folder. */
export function creationTime({ folder }: Volume): number {
  const text = Buffer.alloc(5000, 'x');
  const probe = join(folder, 'probe');
  mkdirSync(probe);
  const started = performance.now();
  for (let i = 0; i < probes; i++) {
    mkdirSync(join(probe, String(i)));
    writeFileSync(join(probe, String(i), 'index.html'), text);
  }
  const milliseconds = performance.now() - started;
  rmSync(probe, { recursive: true });
  return (milliseconds * 1000) / probes;
}
