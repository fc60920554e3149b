import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { runStructure, structureLine } from '../../../src/cli/run-structure.ts';
import { fixture } from '../../support/paths.ts';

const text = 'مقدمة قصيرة عن الموضوع كله.\n\n# الخلفية\n\nبدأت القصة قبل عام.';

async function answer(input: string, isJson = false) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    live: false,
    now: () => 0,
  };
  const given = Readable.from([Buffer.from(input)]);
  const code = await runStructure(given, terminal, 'cautious', undefined, isJson);
  return { code, out: out.map((line) => JSON.parse(line) as unknown), err };
}

test('a line gives the headings of its text and the offsets of its paragraphs', () => {
  const { id, headings, paragraphs } = JSON.parse(
    structureLine(JSON.stringify({ id: 'ق', text })) ?? '',
  ) as {
    id: string;
    headings: { start: number; end: number; text: string; confidence: number }[];
    paragraphs: number[];
  };
  expect(id).toBe('ق');
  expect(headings).toEqual([{ start: 31, end: 38, text: 'الخلفية', confidence: 1 }]);
  expect(headings.map(({ start, end }) => text.slice(start, end))).toEqual(['الخلفية']);
  expect(paragraphs.map((start) => text.slice(start, start + 5))).toEqual(['مقدمة', 'بدأت ']);
});

test.each(['', 'x', 'null', '[]', '7', '"text"', '{}', '{"text":7}', '{"id":1}'])(
  'the line %s has another form',
  (line) => {
    expect(structureLine(line)).toBeUndefined();
  },
);

test('an id may be any JSON value, or absent', () => {
  expect(structureLine('{"text":"","id":7}')).toBe('{"id":7,"headings":[],"paragraphs":[]}');
  expect(structureLine('{"text":""}')).toBe('{"id":null,"headings":[],"paragraphs":[]}');
});

test('a higher sensitivity gives more headings, `off` only those marked by the author', () => {
  const flat = readFileSync(fixture('structure/flattened/economy.txt'), 'utf8');
  const count = (level: 'cautious' | 'eager' | 'off'): number => {
    const found = JSON.parse(structureLine(JSON.stringify({ text: flat }), level) ?? '') as {
      headings: unknown[];
    };
    return found.headings.length;
  };
  expect(count('eager')).toBeGreaterThan(0);
  expect(count('eager')).toBeGreaterThanOrEqual(count('cautious'));
  expect(count('off')).toBe(0);
});

test('results are in the order of the lines, blank lines are ignored', async () => {
  const { code, out, err } = await answer(
    '{"id":1,"text":"أ"}\n\n{"id":2,"text":"ب"}\r\n{"id":3,"text":""}',
  );
  expect(code).toBe(0);
  expect(out.map((line) => (line as { id: number }).id)).toEqual([1, 2, 3]);
  expect(err).toEqual([]);
});

test('a line of another form is reported by its number, the others are processed, and the exit code is 1', async () => {
  const { code, out, err } = await answer('{"id":1,"text":"أ"}\nnonsense\n{"id":3,"text":"ب"}\n');
  expect(code).toBe(1);
  expect(out).toHaveLength(2);
  expect(err).toHaveLength(1);
  expect(err[0]).toMatch(/^2: /);
});

test('a Unicode line separator in a JSON string does not end the line', async () => {
  const { code, out } = await answer('{"id":1,"text":"أ\u2028ب"}\n');
  expect([code, out.length]).toEqual([0, 1]);
});

test('with --json a line of another form has an object in its place', async () => {
  const { code, out } = await answer('{bad\n{"id":"1","text":"نص"}\n', true);
  expect([code, out.length]).toEqual([1, 2]);
  expect(out[0]).toMatchObject({ error: { kind: 'input', line: 1 } });
});
