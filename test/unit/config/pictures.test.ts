import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

let site: TemporarySite;

beforeEach(() => {
  site = temporarySite();
});

test('sizes are sorted, and what makes them is named', () => {
  site.write({ 'warraq.yaml': 'pictures: {sizes: [960, 480, 480]}\n' });
  const { pictures } = loadConfig({ root: site.root }).value;
  expect(pictures?.sizes).toEqual([480, 960]);
  expect(pictures?.maker).toMatch(/^sharp \d+\.\S+, libvips \d+\.\S+$/);
});

/** A module that hides the package sharp from the process that loads it. */
const withoutSharp = `data:text/javascript,${encodeURIComponent(
  `import { registerHooks } from 'node:module';
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'sharp') throw new Error("Cannot find module 'sharp'");
    return next(specifier, context);
  },
});`,
)}`;

test('without the package that makes them the setting is an error; without the setting nobody asks for it', () => {
  const program = fileURLToPath(new URL('../../../src/cli/warraq.js', import.meta.url));
  const build = (): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, ['--import', withoutSharp, program, 'build', '--root', site.root]);
  site.write({ 'seeds/a.txt': 'خبر\n\nنص الخبر هنا.\n' });
  expect(build().status).toBe(0);
  site.write({ 'warraq.yaml': 'name: أرشيف\npictures: {sizes: [480]}\n' });
  const { status, stderr } = build();
  expect(status).toBe(2);
  expect(String(stderr)).toMatch(/warraq\.yaml:2.*sharp/);
  expect(String(stderr)).toContain('npm install sharp');
});
