#!/usr/bin/env node
// Plain JavaScript, so that a Node too old for the rest can still read what is wrong.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(
    `warraq needs Node 24 or later; this is ${process.version}. In a clone of the repository, "npm run build" uses the right one.\n` +
      `يحتاج ورّاق إلى Node 24 أو أحدث، وهذا ${process.version}.\n`,
  );
  process.exit(3);
}
// Compiled code is kept beside the packages, where only who may change them may write.
enableCompileCache?.(fileURLToPath(new URL('../../node_modules/.cache/warraq', import.meta.url)));
// The repository holds TypeScript beside this file; the package only what it was compiled to,
// because Node strips no types inside node_modules.
const isSource = existsSync(new URL('./main.ts', import.meta.url));
const load = (name) =>
  import(new URL(isSource ? `./${name}.ts` : `../../.build/src/cli/${name}.js`, import.meta.url));
// A reader that has seen enough (`| head`) is no fault; a full disk behind the output is.
process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 3));
const [{ main }, { keepHeapSmall }] = await Promise.all([load('main'), load('heap')]);
keepHeapSmall();
process.exitCode = await main(process.argv.slice(2));
