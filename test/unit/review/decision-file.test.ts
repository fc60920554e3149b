import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HeadingDecision } from '../../../src/model/heading-decision.ts';
import { openDecisionFile } from '../../../src/review/decision-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const decision = (article: string, heading: string, isHeading = true): HeadingDecision => ({
  ...{ article, heading, isHeading, before: 'قبل', after: 'بعد' },
});

const file = (content?: string): string => {
  const path = join(temporaryFolder(), 'headings.jsonl');
  if (content !== undefined) writeFileSync(path, content);
  return path;
};

const text = (path: string): string => readFileSync(path, 'utf8');

const line = (article: string, heading: string, verdict = 'accept'): string =>
  `{"article":"${article}","heading":"${heading}","decision":"${verdict}","before":"قبل","after":"بعد"}\n`;

test('a decision is one line, those of an article together, articles by name', () => {
  const path = file();
  const decisions = openDecisionFile(path);
  for (const [article, heading] of [
    ['ب.txt', 'ثالث'],
    ['أ.txt', 'أول'],
    ['ب.txt', 'رابع'],
    ['أ.txt', 'ثان'],
  ] as const) {
    decisions.put(decision(article, heading), undefined);
  }
  expect(text(path)).toBe(
    line('أ.txt', 'أول') + line('أ.txt', 'ثان') + line('ب.txt', 'ثالث') + line('ب.txt', 'رابع'),
  );
  expect([decisions.count(), decisions.of('أ.txt').length]).toEqual([4, 2]);
});

test('a changed decision replaces its line; lines of others stay as they are written', () => {
  const foreign = '{"article": "ب.txt", "heading": "غيره", "decision": "reject"}\n# ملاحظة\n\n';
  const path = file(foreign + line('ب.txt', 'أول'));
  const decisions = openDecisionFile(path);
  decisions.put(decision('ب.txt', 'أطول', false), decisions.of('ب.txt')[1]);
  expect(text(path)).toBe(foreign + line('ب.txt', 'أطول', 'reject'));
});

test('undo restores the bytes of the file, also of one without an end or that did not exist', () => {
  for (const before of [undefined, '', 'x', line('ب.txt', 'أول').trimEnd(), line('ب.txt', 'أول')]) {
    const path = file(before);
    const decisions = openDecisionFile(path);
    const changes = [
      decisions.put(decision('ب.txt', 'ثان'), undefined),
      decisions.put(decision('أ.txt', 'ثالث'), undefined),
      decisions.put(decision('ب.txt', 'ثان', false), decisions.of('ب.txt').at(-1)),
    ];
    for (const change of changes.reverse()) expect(decisions.undo(change)).toBe(true);
    expect(existsSync(path) ? text(path) : undefined).toBe(before);
    expect(decisions.count()).toBe(before?.startsWith('{') ? 1 : 0);
  }
});

test('a change of another program is seen, kept, and not taken back', () => {
  const path = file();
  const decisions = openDecisionFile(path);
  const change = decisions.put(decision('ب.txt', 'ثان'), undefined);
  writeFileSync(path, line('أ.txt', 'غيره'));
  expect(decisions.of('ب.txt')).toEqual([]);
  expect(decisions.undo(change)).toBe(false);
  decisions.put(decision('ب.txt', 'ثالث'), undefined);
  expect(text(path)).toBe(line('أ.txt', 'غيره') + line('ب.txt', 'ثالث'));
});
