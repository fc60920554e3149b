import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs npm in a folder.
 *
 * @throws Error with its output where it fails
 */
function npm(cwd: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}\n${stdout}${stderr}`);
}

/**
 * Packs a Warraq as it is published and installs it into a folder, as a user does.
 *
 * @param root its repository, with its packages installed
 * @param folder is emptied first
 * @returns path of the installed program
 * @throws Error with npm's output where npm fails
 */
export function installWarraq(root: string, folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  npm(root, 'pack', '--pack-destination', folder);
  const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  npm(folder, 'install', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', packed);
  return join(folder, 'node_modules/warraq/src/cli/warraq.js');
}
