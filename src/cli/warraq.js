#!/usr/bin/env node
// Plain JavaScript that needs only long-standing modules of Node, so that an old Node reaches the version check. They are
// taken from the process where it gives them: an import would load all that `node:fs` exports late.
const builtIn = (name) => process.getBuiltinModule?.(name) ?? import(name);
const [{ existsSync }, { enableCompileCache }, { fileURLToPath }] = await Promise.all(
  ['node:fs', 'node:module', 'node:url'].map(builtIn),
);

// The repository holds TypeScript beside this file; the package holds compiled JavaScript, because Node
// strips no types inside node_modules.
const isSource = existsSync(new URL('./main.ts', import.meta.url));

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  const [en, ar] = isSource
    ? [
        'In the repository, "npm ci" installs it; then run "npm run build" or "npx warraq …".',
        'يثبّته الأمر npm ci في المستودع، ثم شغّل npm run build أو npx warraq …',
      ]
    : [
        'Install it, or add it to this folder: "npm install node@24"; then run "npx warraq …".',
        'ثبّته في الجهاز، أو في هذا المجلد بالأمر npm install node@24، ثم شغّل npx warraq …',
      ];
  process.stderr.write(
    `Warraq needs Node 24 or later; this is ${process.version}. ${en}\n` +
      `يحتاج ورّاق إلى Node 24 أو أحدث، وهذا ${process.version}. ${ar}\n`,
  );
  process.exit(3);
}
// The compile cache lies beside the packages: only users who can change those can write it.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/warraq', import.meta.url)));
const load = (name) =>
  import(new URL(isSource ? `./${name}.ts` : `../../.build/src/cli/${name}.js`, import.meta.url));
// A closed pipe (`| head`) is no error; a full disk is.
process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 3));
const [{ main }, { limitHeap }] = await Promise.all([load('main'), load('heap')]);
limitHeap();
process.exitCode = await main(process.argv.slice(2));
