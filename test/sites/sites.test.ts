import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { numberContentHashes } from '../support/content-hashes.ts';
import { takeStep } from '../support/run-site.ts';
import { type Block, formatSite, isFile, parseSite, type Step } from '../support/site-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/**
 * Whole sites: each `.site` file beside this one contains a promise, the files of a site, and the expected
 * results. WARRAQ_UPDATE=1 writes the actual results into the files, to be reviewed.
 */
const folder = import.meta.dirname;
const cases = readdirSync(folder).filter((name) => name.endsWith('.site'));
const updating = process.env.WARRAQ_UPDATE === '1';

/** Expectations in words, which are never rewritten. */
const isPromise = ({ name }: Block): boolean =>
  /^(?:exit|output|unsaid|check|contains|lacks)\b/.test(name);

function updated(written: Step, found: Step): Step {
  const blocks = written.blocks.map((block, i) =>
    isPromise(block) ? block : (found.blocks[i] ?? block),
  );
  return { ...written, blocks };
}

/** The case that records content hashes, which all other cases number. */
const showsHashes = ({ name }: Block): boolean => name.startsWith('hashes ');

/** Steps with the content hashes in their results numbered. */
function withoutHashes(steps: readonly Step[]): readonly Step[] {
  const expectations = steps.flatMap(({ blocks }) =>
    blocks.filter((block) => !isFile(block) && !showsHashes(block)),
  );
  const bodies = numberContentHashes(expectations.map(({ body }) => body));
  const numbered = new Map(expectations.map((block, i) => [block, bodies[i] ?? block.body]));
  return steps.map((step) => ({
    ...step,
    blocks: step.blocks.map((block) => ({ ...block, body: numbered.get(block) ?? block.body })),
  }));
}

test('each whole-site case has a promise, and an exit code for every run', () => {
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
    const root = temporaryFolder();
    const taken = [];
    for (const step of site.steps) taken.push(await takeStep(step, root));
    const found = withoutHashes(taken.map(({ step }) => step));
    if (updating) {
      const steps = site.steps.map((step, i) => updated(step, found[i] ?? step));
      writeFileSync(file, formatSite({ ...site, steps }));
    }
    const now = updating ? parseSite(readFileSync(file, 'utf8')) : site;
    const words = taken.map(({ said }) => said.err).join('\n');
    expect(formatSite({ ...site, steps: found }), words).toBe(formatSite(now));
  });
}
