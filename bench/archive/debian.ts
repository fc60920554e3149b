import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A program that runs on this machine. */
export interface Program {
  readonly version: string;
  readonly program: string;
  /** Arguments before all others. */
  readonly leadingArguments: readonly string[];
}

/** Debian's suites, newest first; the machine's own release is tried last. */
const suites = ['sid', 'testing', 'stable'];

const keys = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Returns the Debian mirror and release in the machine's apt settings. */
function mirror(): { readonly address: string; readonly release: string } | undefined {
  const result = spawnSync(
    'apt-get',
    ['indextargets', '--format', '$(REPO_URI) $(RELEASE) $(LABEL)', 'Created-By: Packages'],
    { encoding: 'utf8' },
  );
  const lines = result.status === 0 ? result.stdout.split('\n') : [];
  const [address, release] = lines.find((line) => line.endsWith(' Debian'))?.split(' ') ?? [];
  return address === undefined || release === undefined ? undefined : { address, release };
}

/** Runs apt-get with lists, cache and state in a separate folder, apart from the system's. */
function apt(
  folder: string,
  source: string,
  ...command: readonly string[]
): SpawnSyncReturns<string> {
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'parts']) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, 'sources.list'), source);
  // An empty package state, so that every library is downloaded too.
  writeFileSync(join(folder, 'state/status'), '');
  const settings = [
    `Dir::Etc::sourcelist=${folder}/sources.list`,
    `Dir::Etc::sourceparts=${folder}/parts`,
    `Dir::State=${folder}/state`,
    `Dir::State::status=${folder}/state/status`,
    `Dir::Cache=${folder}/cache`,
    'Acquire::Languages=none',
    // The user `_apt`, which normally downloads, may not enter a private folder.
    'APT::Sandbox::User=',
  ];
  return spawnSync('apt-get', [...settings.flatMap((one) => ['-o', one]), ...command], {
    encoding: 'utf8',
  });
}

/** Returns the dynamic loader and the library folders under a folder. */
function findLibraries(folder: string): {
  readonly loader: string | undefined;
  readonly libraries: string;
} {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => /^(?:ld-linux|lib).*\.so/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const loader = files.find((file) => /\/ld-linux[^/]*$/.test(file));
  return { loader, libraries: [...new Set(files.map(dirname))].join(':') };
}

/** Returns a program with its version, if it runs. */
function tryProgram(program: string, first: readonly string[]): Program | undefined {
  const result = spawnSync(program, [...first, 'version'], { encoding: 'utf8' });
  const version = /v(\d+\.\d+\.\d+)/.exec(result.stdout ?? '')?.[1];
  return result.status === 0 && version !== undefined
    ? { version, program, leadingArguments: first }
    : undefined;
}

/** Returns the unpacked Hugo, run by its own loader with its own libraries instead of the system's. */
function unpackedHugo(folder: string): Program | undefined {
  if (!existsSync(join(folder, 'usr/bin/hugo'))) return undefined;
  const { loader, libraries } = findLibraries(folder);
  const program = join(folder, 'usr/bin/hugo');
  return loader === undefined
    ? tryProgram(program, [])
    : tryProgram(loader, ['--library-path', libraries, program]);
}

function download(folder: string, address: string, suite: string): Program | undefined {
  const unpacked = unpackedHugo(join(folder, suite));
  if (unpacked !== undefined) return unpacked;
  const lists = join(folder, `apt-${suite}`);
  const trust = existsSync(keys) ? `[signed-by=${keys}] ` : '';
  const source = `deb ${trust}${address} ${suite} main\n`;
  if (apt(lists, source, 'update').status !== 0) return undefined;
  const wanted = ['install', '--download-only', '--no-install-recommends', '-y', 'hugo'];
  if (apt(lists, source, ...wanted).status !== 0) return undefined;
  rmSync(join(folder, suite), { recursive: true, force: true });
  const packages = join(lists, 'cache/archives');
  for (const name of readdirSync(packages).filter((file) => file.endsWith('.deb'))) {
    execFileSync('dpkg-deb', ['-x', join(packages, name), join(folder, suite)]);
  }
  rmSync(lists, { recursive: true, force: true });
  return unpackedHugo(join(folder, suite));
}

/**
 * Returns the newest Hugo that runs on this machine: from the newest possible Debian suite, downloaded to a
 * folder without installing it; else the installed one.
 */
export function downloadHugo(folder: string): Program | { readonly reason: string } {
  const from = mirror();
  const names = from === undefined ? [] : [...suites, from.release];
  for (const suite of names) {
    const program = download(folder, from?.address ?? '', suite);
    if (program !== undefined) return program;
  }
  const tries = names.length > 0 ? names.join(', ') : 'no Debian archive is set up';
  return (
    tryProgram('hugo', []) ?? {
      reason: `no hugo could be downloaded (${tries}), none is installed`,
    }
  );
}
