import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, inject, test } from 'vitest';
import { numberedDraft, seedText } from '../support/edits.ts';
import type { Call, Refusal } from '../support/faults.ts';
import { refusals, representativeCalls, watchCalls } from '../support/faults.ts';
import { copyFolder, deadLinks, treeOf } from '../support/file-tree.ts';
import { repository } from '../support/paths.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

let site: TemporarySite;
beforeEach(() => {
  site = temporarySite();
});

const dist = (): string => site.at('dist');

const records = [
  '{"id": "r1", "title": "خبر", "text": "وصلت السفينة إلى المرفأ.", "date": "2015-07-21"}',
  '{"id": "r2", "title": "خبر آخر", "text": "غادرت السفينة المرفأ.", "date": "2016-07-21"}',
];

/** Writes a site with every kind of file that a build opens. */
function plant(): void {
  site.write({
    'seeds/one.txt': seedText(numberedDraft(1)),
    'seeds/folder/two.md': 'السلام عليكم.\n\n## عنوان\n\nنص.\n',
    'seeds/folder/two.yaml': 'title: مرحبا\ndate: 2015-07-21\n',
    'seeds/many.jsonl': `${records.join('\n')}\n`,
    'warraq.yaml': 'name: أرشيف الميناء\nbaseUrl: https://example.org/a/\n',
    'authority.yaml': '- name: المرفأ\n  kind: place\n',
    'templates/styles/own.css': 'p { color: red }',
  });
}

/** Removes a page, adds one and changes others. */
function change(): void {
  rmSync(site.at('seeds/one.txt'));
  site.write({
    'seeds/three.txt': seedText(numberedDraft(3)),
    'seeds/folder/two.yaml': 'title: أهلا\ndate: 2015-07-22\n',
    'templates/styles/own.css': 'p { color: green }',
  });
}

const styles = join(repository, 'templates/styles');

/** Tells whether a file belongs to the site or to the program's styles and fonts. */
const concerns = (path: string): boolean =>
  path.startsWith(site.root) || path.startsWith(styles) || path.includes('@fontsource');

const runBuild = () => site.run('build', '--workers', '0', '--lang', 'en');

/** Returns the errors with which a system may refuse a call. */
function reasonsFor({ name, does }: Call): readonly Refusal[] {
  const { broken, full, forbidden } = refusals;
  const opens = /^(?:open|opendir|readdir|readFile|writeFile|appendFile)Sync$/.test(name);
  return [
    broken,
    ...(does === 'write' ? [full] : []),
    ...(/^(?:read|write|fstat|close)Sync$|^read$/.test(name) ? [] : [forbidden]),
    ...(opens ? [refusals['too many']] : []),
  ];
}

/** `npm run faults` tries every representative call; other runs try a sample. */
const extent = inject('faults');

/** Least number of calls that must be tried, so that an empty test is noticed. */
const leastTried = { all: 200, sample: 50 }[extent];

/** Yields calls with an error for each, by turns; for every seventh call, or fourteenth of a sample, all its errors. */
function* refused(
  calls: readonly Call[],
): Generator<{ readonly nth: number; readonly call: Call; readonly refusal: Refusal }> {
  let turn = 0;
  for (const nth of representativeCalls(calls, site.root, extent)) {
    const call = calls[nth - 1];
    if (call === undefined) continue;
    const reasons = reasonsFor(call);
    turn += 1;
    const some =
      turn % (extent === 'all' ? 7 : 14) === 0
        ? reasons
        : [reasons[turn % reasons.length] ?? refusals.broken];
    for (const refusal of some) yield { nth, call, refusal };
  }
}

/** Returns temporary files, which no build may leave. */
const leftovers = (): readonly string[] => [
  ...readdirSync(site.root).filter((name) => name.startsWith('.warraq-')),
  ...[...site.tree().keys()].filter((file) => file.includes('.warraq')),
  ...[...treeOf(site.at('.cache')).keys()].filter((file) => /\.part$|build\.lock/.test(file)),
];

test.each([
  ['of a first build', () => {}],
  [
    'of a build that changes a site',
    async () => {
      await site.build();
      change();
    },
  ],
])(
  'whichever call %s fails, the reason is reported, the site is the old or the new one, and the next build is correct',
  async (_, prepare) => {
    plant();
    await prepare();
    const before = `${site.root}-before`;
    copyFolder(site.root, before);
    try {
      const old = site.tree();
      const expected = await site.coldTree();
      const reset = (): void => {
        rmSync(site.root, { recursive: true });
        copyFolder(before, site.root);
      };
      reset();
      const watch = watchCalls(concerns, () => undefined);
      await runBuild().finally(watch.restore);
      const failures = new Map<string, unknown>();
      let tried = 0;
      for (const { nth, call, refusal } of refused(watch.calls)) {
        tried += 1;
        reset();
        const at = `${nth}: ${refusal.code} ${call.name} ${call.path.replace(site.root, '')}`;
        const error = watchCalls(concerns, (_, n) => (n === nth ? refusal : undefined));
        try {
          const run = await runBuild().finally(error.restore);
          const tree = site.tree();
          if (run.code === 0) expect(tree, at).toEqual(expected);
          else if (run.code === 1) {
            expect(run.out + run.err, at).toMatch(/seeds/);
            expect(run.out + run.err, at).toContain(refusal.message);
          } else {
            // Only the file, the reason, the system's error code and the fix.
            expect(run.code, at).toBe(3);
            expect(run.err, at).toMatch(
              /^System error: \S+: [a-z/ ]+ \([A-Z]+\)\n {4}fix: [A-Z].+\.\n(?:The cache .+ as it was\.\n)?$/,
            );
            expect(run.err, at).toContain(`${refusal.message} (${refusal.code})`);
          }
          expect(deadLinks(dist()), at).toEqual([]);
          expect(existsSync(dist()) || old.size === 0).toBe(true);
          await site.build();
          expect(site.tree(), at).toEqual(expected);
          expect(leftovers(), at).toEqual([]);
        } catch (error) {
          failures.set(at, error instanceof Error ? error.message.slice(0, 300) : error);
        }
      }
      expect(failures).toEqual(new Map());
      expect(tried).toBeGreaterThan(leastTried);
    } finally {
      rmSync(before, { recursive: true, force: true });
    }
  },
  900_000,
);
