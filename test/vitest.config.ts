import { defineConfig } from 'vitest/config';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  throw new Error(
    `The tests need Node 24 or later; this is ${process.version}. "npm ci" installs it; run "npm test" or "npx vitest …".\n` +
      `تحتاج الاختبارات إلى Node 24 أو أحدث، وهذا ${process.version}. يثبّته الأمر npm ci، ثم شغّل npm test أو npx vitest …`,
  );
}

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    setupFiles: ['test/setup.ts'],
    include: ['test/**/*.test.ts'],
    // A zone that is never UTC and a non-Latin locale: dates and digits must not notice.
    env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
    // On processors with protection keys the V8 of Node 24 may end a process that has threads and WebAssembly, once in
    // some twenty whole runs: «Check failed: jit_page.has_value()».
    execArgv: ['--no-memory-protection-keys'],
    reporters: ['default', './test/closing-line.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
