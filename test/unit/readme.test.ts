import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';
import { commands } from '../../src/cli/commands.ts';
import { documents } from '../support/documents.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = join(root, 'README.md');
/** The README; empty where there is none, so that the tests below fail. */
const readme = existsSync(file) ? readFileSync(file, 'utf8') : '';

/** Returns the commands of a document's `sh` blocks, without comments, prompts and pipes. */
function commandsOf(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^ *```(?:sh|bash|console)\n([\s\S]*?)^ *```/gm)];
  return blocks
    .flatMap(([, body = '']) => body.replace(/\\\n\s*/g, ' ').split('\n'))
    .flatMap((line) => line.replace(/(^|\s)#.*$/, '').split(/&&|;|\|/))
    .map((command) => command.replace(/^\s*\$\s+/, '').trim())
    .filter((command) => command !== '');
}

/** Returns the arguments of a command as a shell splits them, without redirections. */
const wordsOf = (command: string): readonly string[] =>
  [...command.replace(/\s\d?[<>]+\s*\S+/g, '').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );

/** Returns the files that a text links to, including images. */
const linkedFiles = (text: string): readonly string[] =>
  [
    ...text
      .replace(/^ *```[\s\S]*?^ *```/gm, '')
      .matchAll(/\]\(([^)\s]+)[^)]*\)|(?:src|href)="([^"]+)"/g),
  ]
    .map(([, markdown, html]) => markdown ?? html ?? '')
    .filter((link) => !/^(?:[a-z]+:|#|\/\/)/.test(link))
    .map((link) => decodeURIComponent(link.replace(/[#?].*$/, '')));

/** Returns the usage error of a command; undefined where it is valid or of another program. */
function refusal(command: string, scripts: Readonly<Record<string, string>>): string | undefined {
  const [program, ...rest] = wordsOf(command);
  const [first = '', ...others] = rest;
  if (program === 'npm' && (first === 'test' || first === 'start')) {
    return first in scripts ? undefined : `no script ${first}`;
  }
  if (program === 'npm' && (first === 'run' || first === 'run-script')) {
    const [script = '', ...passed] = others;
    const own = passed.filter((word) => word !== '--');
    if (!(script in scripts)) return `no script ${script}`;
    return ['build', 'serve', 'check'].includes(script) ? usage([script, ...own]) : undefined;
  }
  const ours = program === 'warraq' || (program === 'npx' && first === 'warraq');
  return ours ? usage(program === 'npx' ? others : rest) : undefined;
}

function usage(argv: readonly string[]): string | undefined {
  try {
    readArguments(argv, commands);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

test('there is a README, and it shows commands', () => {
  expect(existsSync(file), 'README.md').toBe(true);
  const commands = commandsOf(readme);
  expect(readme).toContain('npm ci');
  expect(commands).toContain('npm run build');
  expect(commands.some((command) => /^npm (?:test|run verify)$/.test(command))).toBe(true);
});

test('every command in the documents is valid', () => {
  const shown = documents().map(({ path, text }) => ({ path, commands: commandsOf(text) }));
  expect(shown.flatMap(({ commands }) => commands).length).toBeGreaterThan(30);
  const wrong = shown.flatMap(({ path, commands }) =>
    commands.flatMap((command) => {
      const problem = refusal(command, scripts);
      return problem === undefined ? [] : [`${path}: ${command}: ${problem}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('every program file in the documents exists', () => {
  const wrong = documents().flatMap(({ path, text }) =>
    commandsOf(text)
      .map(wordsOf)
      .filter(([program]) => program === 'node')
      .map((words) => words.find((word) => /\.(?:ts|js)$/.test(word)) ?? '')
      .filter((script) => !existsSync(join(root, script)))
      .map((script) => `${path}: ${script}`),
  );
  expect(wrong).toEqual([]);
});

test('the README is short, and shows a picture', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(200);
  expect(linkedFiles(readme).some((link) => /\.(?:png|webp|jpe?g)$/.test(link))).toBe(true);
});

test('the pictures of the README are small', () => {
  const pictures = linkedFiles(readme).filter((link) => link.endsWith('.png'));
  const bytes = pictures.reduce((sum, link) => sum + statSync(join(root, link)).size, 0);
  expect(pictures.length).toBeGreaterThan(5);
  expect(bytes).toBeLessThan(1_200_000);
});

test('the README starts with a sentence in Arabic', () => {
  expect(readme.slice(0, 1500)).toMatch(/[\u0620-\u064A]{3,}/);
});

test('an invalid command is detected', () => {
  const text = '```sh\n$ npm run bild # comment\nnpx warraq build --sedes x && npm test\n```\n';
  const commands = commandsOf(text);
  expect(commands).toEqual(['npm run bild', 'npx warraq build --sedes x', 'npm test']);
  const found = commands.map((command) => refusal(command, scripts));
  expect(found).toEqual(['no script bild', expect.stringContaining('unknown-option'), undefined]);
  expect(refusal('npm run build -- --strict', scripts)).toBeUndefined();
  expect(refusal('npx warraq structure < in.jsonl > out.jsonl', scripts)).toBeUndefined();
  expect(linkedFiles('[a](docs/a.md#x) ![b](b.png) [c](https://x.example)')).toEqual([
    'docs/a.md',
    'b.png',
  ]);
});
