import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeStep } from './run-site.ts';
import { type Block, formatSite, parseSite, type Step } from './site-file.ts';

/**
 * Whole sites: each `.site` file beside this one holds a promise, the files of a site, and what must
 * come of them. WARRAQ_UPDATE=1 writes what came of them into the files, to be reviewed.
 */
const folder = import.meta.dirname;
const cases = readdirSync(folder).filter((name) => name.endsWith('.site'));
const updating = process.env.WARRAQ_UPDATE === '1';

/** Promises in words are never rewritten: they are what the case is about. */
const isPromise = ({ name }: Block): boolean =>
  /^(?:exit|output|unsaid|check|contains|lacks)\b/.test(name);

function updated(written: Step, found: Step): Step {
  const blocks = written.blocks.map((block, i) =>
    isPromise(block) ? block : (found.blocks[i] ?? block),
  );
  return { ...written, blocks };
}

test('there are whole-site cases, each with a promise and an exit code to every run', () => {
  expect(cases.length).toBeGreaterThanOrEqual(18);
  for (const name of cases) {
    const text = readFileSync(join(folder, name), 'utf8');
    const site = parseSite(text);
    expect(formatSite(site), name).toBe(text);
    expect(site.promise, name).not.toBe('');
    for (const { blocks } of site.steps) {
      expect(
        blocks.some((block) => block.name === 'exit'),
        name,
      ).toBe(true);
    }
  }
});

for (const name of cases) {
  const file = join(folder, name);
  const site = parseSite(readFileSync(file, 'utf8'));
  const [promise = name] = site.promise.split('\n');
  test(`${name}: ${promise}`, async () => {
    const root = mkdtempSync(join(tmpdir(), 'warraq-site-'));
    try {
      const found: Step[] = [];
      const words: string[] = [];
      for (const step of site.steps) {
        const taken = await takeStep(step, root);
        found.push(taken.step);
        words.push(taken.said.err);
      }
      if (updating) {
        const steps = site.steps.map((step, i) => updated(step, found[i] ?? step));
        writeFileSync(file, formatSite({ ...site, steps }));
      }
      const now = updating ? parseSite(readFileSync(file, 'utf8')) : site;
      const actual = formatSite({ ...site, steps: found });
      expect(actual, words.join('\n')).toBe(formatSite(now));
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
}
