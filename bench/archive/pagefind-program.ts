import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An installed Pagefind. */
export interface PagefindProgram {
  readonly program: string;
  readonly version: string;
}

const minutes = 10;

/**
 * Installs the newest Pagefind into a folder of its own in `tools`, outside the repository.
 *
 * @throws Error where npm fails
 */
export function installPagefind(tools: string): PagefindProgram {
  const folder = join(tools, 'pagefind');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  }
  const npmArguments = [
    'install',
    'pagefind@latest',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npmResult = spawnSync('npm', npmArguments, {
    cwd: folder,
    encoding: 'utf8',
    timeout: minutes * 60_000,
  });
  const manifest = join(folder, 'node_modules/pagefind/package.json');
  if (npmResult.status !== 0 || !existsSync(manifest)) {
    throw new Error(`npm could not install Pagefind (exit code ${npmResult.status ?? 'none'}).`);
  }
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
  return { program: join(folder, 'node_modules/.bin/pagefind'), version };
}
