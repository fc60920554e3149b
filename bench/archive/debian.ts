import { execFileSync, type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A program that runs here. */
export interface Program {
  readonly version: string;
  readonly program: string;
  /** What is said to the program before anything else. */
  readonly first: readonly string[];
}

/** Debian's suites from the newest; where none has what runs here, the machine's own. */
const suites = ['sid', 'testing', 'stable'];

const keys = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Where the machine gets Debian's packages from, and of which release, as its own settings say. */
function mirror(): { readonly address: string; readonly release: string } | undefined {
  const said = spawnSync(
    'apt-get',
    ['indextargets', '--format', '$(REPO_URI) $(RELEASE) $(LABEL)', 'Created-By: Packages'],
    { encoding: 'utf8' },
  );
  const lines = said.status === 0 ? said.stdout.split('\n') : [];
  const [address, release] = lines.find((line) => line.endsWith(' Debian'))?.split(' ') ?? [];
  return address === undefined || release === undefined ? undefined : { address, release };
}

/** Asks Debian's archive in a folder of its own: lists, cache and state are apart from the system's. */
function apt(
  folder: string,
  source: string,
  ...command: readonly string[]
): SpawnSyncReturns<string> {
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'parts']) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, 'sources.list'), source);
  // No package is installed as far as this state knows, so that every library is downloaded too.
  writeFileSync(join(folder, 'state/status'), '');
  const settings = [
    `Dir::Etc::sourcelist=${folder}/sources.list`,
    `Dir::Etc::sourceparts=${folder}/parts`,
    `Dir::State=${folder}/state`,
    `Dir::State::status=${folder}/state/status`,
    `Dir::Cache=${folder}/cache`,
    'Acquire::Languages=none',
    // The other user that downloads as a rule may not enter a private folder.
    'APT::Sandbox::User=',
  ];
  return spawnSync('apt-get', [...settings.flatMap((one) => ['-o', one]), ...command], {
    encoding: 'utf8',
  });
}

/** Finds files by the start of their names, and the folders of libraries. */
function look(folder: string): { readonly loader: string | undefined; readonly libraries: string } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => /^(?:ld-linux|lib).*\.so/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const loader = files.find((file) => /\/ld-linux[^/]*$/.test(file));
  return { loader, libraries: [...new Set(files.map(dirname))].join(':') };
}

/** Says a program's version, where it runs. */
function tried(program: string, first: readonly string[]): Program | undefined {
  const said = spawnSync(program, [...first, 'version'], { encoding: 'utf8' });
  const version = /v(\d+\.\d+\.\d+)/.exec(said.stdout ?? '')?.[1];
  return said.status === 0 && version !== undefined ? { version, program, first } : undefined;
}

/** Runs what was unpacked by its own loader with its own libraries: nothing of the system's is asked. */
function unpacked(folder: string): Program | undefined {
  if (!existsSync(join(folder, 'usr/bin/hugo'))) return undefined;
  const { loader, libraries } = look(folder);
  const program = join(folder, 'usr/bin/hugo');
  return loader === undefined
    ? tried(program, [])
    : tried(loader, ['--library-path', libraries, program]);
}

function download(folder: string, address: string, suite: string): Program | undefined {
  const found = unpacked(join(folder, suite));
  if (found !== undefined) return found;
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
  return unpacked(join(folder, suite));
}

/**
 * Returns the newest Hugo that runs on this machine: of Debian's newest suite that has one, downloaded
 * into a folder and not installed; else the machine's own.
 */
export function downloadHugo(folder: string): Program | { readonly reason: string } {
  const from = mirror();
  const names = from === undefined ? [] : [...suites, from.release];
  for (const suite of names) {
    const found = download(folder, from?.address ?? '', suite);
    if (found !== undefined) return found;
  }
  const tries = names.length > 0 ? names.join(', ') : 'no Debian archive is set up';
  return (
    tried('hugo', []) ?? { reason: `no hugo could be downloaded (${tries}), none is installed` }
  );
}
