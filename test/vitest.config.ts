import { defineConfig } from 'vitest/config';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  throw new Error(
    `The tests need Node 24 or later; this is ${process.version}. "npm ci" installs it; run "npm test".\n` +
      `تحتاج الاختبارات إلى Node 24 أو أحدث، وهذا ${process.version}. يثبّته الأمر npm ci، ثم شغّل npm test`,
  );
}

// Packages that export a build with assertions under the condition `development` (micromark, mdast-util-*) are
// tested as they are shipped, and take a quarter less time.
process.env.NODE_ENV = 'production';

/** Tests of single modules, which `npm run test:unit` runs alone. */
const unitTests = 'test/unit/**/*.test.ts';

/** Properties, real articles, benchmarks and copies of the program, which `npm run test:unit` leaves out. */
const slowUnitTests = [
  'test/unit/**/*.property.test.ts',
  'test/unit/bench/**/*.test.ts',
  'test/unit/structure/shared-articles.test.ts',
  'test/unit/registries.test.ts',
];

export default defineConfig(({ mode }) => ({
  test: {
    root: new URL('..', import.meta.url).pathname,
    setupFiles: ['test/support/setup.ts'],
    // A zone that is never UTC and a non-Latin locale: dates and digits must not notice.
    env: {
      ...{ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
      // Not `production` for the programs that tests start: npm would leave packages out.
      NODE_ENV: 'test',
      // `npm run test:update` has the recorded results written instead of compared.
      ...(mode === 'update' ? { WARRAQ_UPDATE: '1' } : {}),
    },
    // On processors with protection keys the V8 of Node 24 may end a process that has threads and WebAssembly, once in
    // some twenty whole runs: «Check failed: jit_page.has_value()».
    execArgv: ['--no-memory-protection-keys'],
    // Processes, because threads take no flags of V8; one per core, where Vitest leaves one idle.
    pool: 'forks',
    maxWorkers: '100%',
    // Test files share a process, and each restores what it changes: to load all modules again for each
    // took 70 s of CPU.
    isolate: false,
    reporters: ['default', './test/support/closing-line.ts'],
    // The longest tests take a quarter of this where every core has its own.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // `npm run faults` tries every error; other runs each sort of error once and a sample of the rest.
    provide: { faults: mode === 'faults' ? 'all' : 'sample' },
    projects: [
      { extends: true, test: { name: 'unit', include: [unitTests], exclude: slowUnitTests } },
      { extends: true, test: { name: 'slow-unit', include: slowUnitTests } },
      {
        extends: true,
        test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: [unitTests] },
      },
    ],
  },
}));

declare module 'vitest' {
  interface ProvidedContext {
    /** Which faults of large matrices are tried. */
    readonly faults: 'all' | 'sample';
  }
}
