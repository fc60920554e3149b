import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Returns the reason for which a test was skipped, given in its options or by the test itself. */
function skipReason(test: TestCase): string {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return test.meta().skipReason ?? note ?? 'not selected';
}

/**
 * Prints one line with the numbers of tests at the end of every run, after a line for each reason for which
 * tests were skipped.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    const reasons = new Map<string, number>();
    for (const module of modules) {
      // A test file that does not load has no failed tests, but counts as a failure.
      if (module.state() === 'failed' && module.children.size === 0) count.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state] += 1;
        if (state !== 'skipped') continue;
        const reason = skipReason(test);
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
    }
    const lines = [...reasons].map(([reason, tests]) => `${tests} skipped: ${reason}\n`);
    const { passed, failed, skipped, pending } = count;
    lines.push(`${passed} passed, ${failed} failed, ${skipped + pending} skipped\n`);
    process.on('exit', () => process.stdout.write(lines.join('')));
  }
}
