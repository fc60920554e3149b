import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { peerSites } from './peer-site.ts';

/** An installed generator. */
export interface Installed {
  /** Folder of the packages. */
  readonly packages: string;
  readonly version: string;
}

const minutes = 10;

/** Installs a generator's packages, as in its site's `package.json`, in a folder outside the repository. */
export function install(
  name: string,
  main: string,
  tools: string,
): Installed | { readonly reason: string } {
  const site = join(peerSites, name, 'package.json');
  if (!existsSync(site)) return { reason: 'its site is not beside the repository' };
  const folder = join(tools, name);
  const packages = join(folder, 'node_modules');
  const manifest = join(packages, main, 'package.json');
  if (!existsSync(manifest)) {
    mkdirSync(folder, { recursive: true });
    copyFileSync(site, join(folder, 'package.json'));
    const result = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: minutes * 60_000,
    });
    if (result.status !== 0 || !existsSync(manifest)) {
      return { reason: `npm could not install it (exit code ${result.status ?? 'none'})` };
    }
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
  return { packages, version };
}
