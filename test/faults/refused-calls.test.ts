import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, inject, test } from 'vitest';
import { numberedDraft, seedText } from '../support/edits.ts';
import type { Call, Refusal } from '../support/faults.ts';
import { refusals, tellingCalls, watchCalls } from '../support/faults.ts';
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

/** A site with some of everything that a build opens. */
function plant(): void {
  site.write({
    'seeds/one.txt': seedText(numberedDraft(1)),
    'seeds/folder/two.md': 'السلام عليكم.\n\n## عنوان\n\nنص.\n',
    'seeds/folder/two.yaml': 'title: مرحبا\ndate: 2015-07-21\n',
    'seeds/many.jsonl': `${records.join('\n')}\n`,
    'warraq.yaml': 'name: أرشيف الميناء\nbaseUrl: https://example.org/a/\n',
    'subjects.yaml': '- name: المرفأ\n  kind: place\n',
    'templates/styles/own.css': 'p { color: red }',
  });
}

/** A page goes, one comes, others change. */
function change(): void {
  rmSync(site.at('seeds/one.txt'));
  site.write({
    'seeds/three.txt': seedText(numberedDraft(3)),
    'seeds/folder/two.yaml': 'title: أهلا\ndate: 2015-07-22\n',
    'templates/styles/own.css': 'p { color: green }',
  });
}

const styles = join(repository, 'templates/styles');

/** Calls about the site and about what the program brings along for it. */
const concerns = (path: string): boolean =>
  path.startsWith(site.root) || path.startsWith(styles) || path.includes('@fontsource');

const runBuild = () => site.run('build', '--workers', '0', '--lang', 'en');

/** Why a system may refuse a call. */
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

/** `npm run faults` tries every telling call; other runs a sample. */
const extent = inject('faults');

/** Calls that are refused at least, so that none is left out unseen. */
const leastTried = { all: 200, sample: 100 }[extent];

/** What a call may be refused for, each in turn; for some calls one after another. */
function* refused(
  calls: readonly Call[],
): Generator<{ readonly nth: number; readonly call: Call; readonly refusal: Refusal }> {
  let turn = 0;
  for (const nth of tellingCalls(calls, site.root, extent)) {
    const call = calls[nth - 1];
    if (call === undefined) continue;
    const reasons = reasonsFor(call);
    turn += 1;
    const some = turn % 7 === 0 ? reasons : [reasons[turn % reasons.length] ?? refusals.broken];
    for (const refusal of some) yield { nth, call, refusal };
  }
}

/** Files that a build may leave in no place. */
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
  'whichever call %s fails, the reason is told, the site is the old or the new one, and the next build is right',
  async (_, prepare) => {
    plant();
    await prepare();
    const before = `${site.root}-before`;
    copyFolder(site.root, before);
    try {
      const old = site.tree();
      const right = await site.coldTree();
      const reset = (): void => {
        rmSync(site.root, { recursive: true });
        copyFolder(before, site.root);
      };
      reset();
      const watch = watchCalls(concerns, () => undefined);
      await runBuild().finally(watch.mend);
      const found = new Map<string, unknown>();
      let tried = 0;
      for (const { nth, call, refusal } of refused(watch.calls)) {
        tried += 1;
        reset();
        const at = `${nth}: ${refusal.code} ${call.name} ${call.path.replace(site.root, '')}`;
        const error = watchCalls(concerns, (_, n) => (n === nth ? refusal : undefined));
        try {
          const run = await runBuild().finally(error.mend);
          const tree = site.tree();
          if (run.code === 0) expect(tree, at).toEqual(right);
          else if (run.code === 1) {
            expect(run.out + run.err, at).toMatch(/seeds/);
            expect(run.out + run.err, at).toContain(refusal.words);
          } else {
            // The file, the reason in words, the system's code for it; no more.
            expect(run.code, at).toBe(3);
            expect(run.err, at).toMatch(/^System error: \S+: [a-z/ ]+ \([A-Z]+\)\n$/);
            expect(run.err, at).toContain(`${refusal.words} (${refusal.code})`);
          }
          expect(deadLinks(dist()), at).toEqual([]);
          expect(existsSync(dist()) || old.size === 0).toBe(true);
          await site.build();
          expect(site.tree(), at).toEqual(right);
          expect(leftovers(), at).toEqual([]);
        } catch (error) {
          found.set(at, error instanceof Error ? error.message.slice(0, 300) : error);
        }
      }
      expect(found).toEqual(new Map());
      expect(tried).toBeGreaterThan(leastTried);
    } finally {
      rmSync(before, { recursive: true, force: true });
    }
  },
  240_000,
);
