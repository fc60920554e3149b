import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    setupFiles: ['test/support/setup.ts'],
    include: ['test/**/*.test.ts'],
    // A zone that is never UTC and a non-Latin locale: dates and digits must not notice.
    env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
    // On processors with protection keys the V8 of Node 24 may end a process that has threads and WebAssembly, once in
    // some twenty whole runs: «Check failed: jit_page.has_value()».
    execArgv: ['--no-memory-protection-keys'],
    reporters: ['default', './test/support/closing-line.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
