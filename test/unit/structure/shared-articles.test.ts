import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';
import { missingFolder, sharedArticles } from '../../support/paths.ts';
import { skipIf } from '../../support/skip.ts';

const missing = missingFolder(sharedArticles);
const days = missing === undefined ? readdirSync(sharedArticles).sort() : ['one day'];

const squeeze = (text: string): string => text.replace(/\s/g, '');

/** Letters and digits, also those of a heading's number. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** The text within the spans, in order, without white space and heading marks. */
function held(text: string): string {
  const { headings, paragraphs } = recoverHeadings(text, { headings: 'eager' });
  return [...headings, ...paragraphs.map((span) => ({ ...span, number: '' }))]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, number = '' }) => number + squeeze(text.slice(start, end)))
    .join('');
}

test.each(days)('no letter of the real articles of %s is lost', skipIf(missing), (day) => {
  const lines = gunzipSync(readFileSync(join(sharedArticles, day)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    const { content } = JSON.parse(line) as { content: string };
    const kept = held(content);
    // The common case is compared directly, because removing marks from every text is slow.
    if (kept === squeeze(content)) continue;
    expect(letters(kept)).toBe(letters(content));
  }
});
