import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAnswer, withAnswers } from '../../../bench/structure/train/answers.ts';
import { checkpointIn } from '../../../bench/structure/train/checkpoint.ts';
import { type Reading, withReading } from '../../../bench/structure/train/readings.ts';

const text =
  'افتتح الميناء أمس. رحلة الصيادوقال البحارة إن الموسم جيد. أسواق السمك ارتفعت الأسعار. ومضى الوفد.';
const none: Reading = { set: 'read', id: '7', source: 'paper', places: [] };

/** Returns the headings of the text with a reading. */
function headingsOf({ splits, places }: Reading): string[] {
  const article = { id: '7', source: 'paper', text, headings: [], paragraphs: null, read: [] };
  const reading = splits === undefined ? { places } : { places, splits };
  return withReading(article, reading).headings.map((heading) => heading.text);
}

/** Returns an answer on the place where a word stands. */
const on = (word: string, words: number, last: string) => ({
  start: text.indexOf(word),
  words,
  word: last,
});

test('answers become headings with exact ends; a break inside a word is split', () => {
  const answers = [on('رحلة', 2, 'الصياد|وقال'), on('أسواق', 2, 'السمك'), on('ومضى', 0, 's')];
  const { reading, unfit } = withAnswers(text, none, answers);
  expect(unfit).toEqual([]);
  expect(reading.splits).toHaveLength(1);
  expect(headingsOf(reading)).toEqual(['رحلة الصياد', 'أسواق السمك']);
  expect(reading.places.map(([, , code]) => code)).toEqual(['h', 'h', 's']);
});

test('later answers keep earlier ones, and move their offsets', () => {
  const first = withAnswers(text, none, [on('أسواق', 2, 'السمك')]).reading;
  const second = withAnswers(text, first, [on('رحلة', 2, 'الصياد|وقال')]).reading;
  expect(headingsOf(second)).toEqual(['رحلة الصياد', 'أسواق السمك']);
});

test('an answer whose last word is another one is reported, and changes nothing', () => {
  const answer = on('أسواق', 2, 'الخضار');
  const { reading, unfit } = withAnswers(text, none, [answer]);
  expect(unfit).toEqual([answer]);
  expect(reading.places).toEqual([]);
});

test('lines of answers', () => {
  expect(parseAnswer('read 7 19 2 السمك')).toEqual({
    set: 'read',
    id: '7',
    answer: { start: 19, words: 2, word: 'السمك' },
  });
  expect(parseAnswer('read 7 19 d')?.answer.words).toBe(-1);
  expect(parseAnswer('two words')).toBeUndefined();
});

test('a training goes on from its own checkpoint only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  const file = join(folder, 'state');
  checkpointIn(file, 1).save(Uint8Array.of(1, 2, 3), 4);
  const state = new Uint8Array(3);
  expect(checkpointIn(file, 2).restore(state)).toBe(0);
  expect(checkpointIn(file, 1).restore(new Uint8Array(2))).toBe(0);
  expect(state).toEqual(Uint8Array.of(0, 0, 0));
  expect(checkpointIn(file, 1).restore(state)).toBe(4);
  expect(state).toEqual(Uint8Array.of(1, 2, 3));
  rmSync(folder, { recursive: true });
});
