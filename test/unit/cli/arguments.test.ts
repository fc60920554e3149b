import { expect, test } from 'vitest';
import {
  readArguments,
  readHeadingSensitivity,
  readWholeNumber,
  UsageError,
} from '../../../src/cli/arguments.ts';
import { commands } from '../../../src/cli/commands.ts';

/** Returns the usage error of a command line, or `none`. */
function problem(...argv: readonly string[]): string {
  try {
    readArguments(argv, commands);
  } catch (error) {
    if (error instanceof UsageError) return `${error.problem} ${error.subject}`;
    throw error;
  }
  return 'none';
}

test('every command accepts the common options', () => {
  for (const { name: command } of commands) {
    const argv = [command, '--root', 'r', '--config', 'c', '--json', '--quiet', '--lang', 'ar'];
    expect(readArguments(argv, commands)).toEqual({
      command,
      files: [],
      options: { root: 'r', config: 'c', json: true, quiet: true, lang: 'ar' },
    });
  }
});

test('build options are accepted by build and serve only', () => {
  const argv = '--seeds s --out o --cache c --workers 2 --force --strict'.split(' ');
  expect(problem('build', ...argv)).toBe('none');
  expect(problem('serve', ...argv, '--port', '8080')).toBe('none');
  expect(problem('check', '--out', 'o')).toBe('none');
});

test('an option of another command is an error that names it', () => {
  expect(problem('build', '--port', '1')).toBe('option-not-accepted --port');
  expect(problem('check', '--strict')).toBe('option-not-accepted --strict');
  expect(problem('structure', '--out', 'x')).toBe('option-not-accepted --out');
});

test('files are accepted and required with --review only', () => {
  const argv = ['structure', '--review', 'a.txt', '--out', 'x.html', 'b.txt'];
  expect(readArguments(argv, commands).files).toEqual(['a.txt', 'b.txt']);
  expect(problem('structure', '--review')).toBe('no-files --review');
  expect(problem('structure', 'a.txt')).toBe('files-need-option a.txt');
  expect(problem('build', '--review', 'a.txt')).toBe('operand-not-accepted a.txt');
});

test('--headings accepts the known sensitivities only', () => {
  expect([readHeadingSensitivity(undefined), readHeadingSensitivity('eager')]).toEqual([
    undefined,
    'eager',
  ]);
  for (const value of ['bold', '', 'Eager', 'toString']) {
    expect(() => readHeadingSensitivity(value), value).toThrow(UsageError);
  }
});

test('an error names the unknown command or option', () => {
  expect(problem('publish')).toBe('unknown-command publish');
  expect(problem('build', 'seeds')).toBe('operand-not-accepted seeds');
  expect(problem('build', '--sedes', 'x')).toBe('unknown-option --sedes');
  expect(problem('build', '-x')).toBe('unknown-option -x');
  expect(problem('toString')).toBe('unknown-command toString');
});

test('an error names an option with a missing or unexpected value', () => {
  expect(problem('build', '--out')).toBe('option-value --out');
  expect(problem('build', '--out', '--json')).toBe('option-value --out');
  expect(problem('build', '--json=yes')).toBe('option-no-value --json');
});

test('a value may follow an equals sign, and options may precede the command', () => {
  expect(readArguments(['--root=x y', 'build'], commands)).toEqual({
    command: 'build',
    files: [],
    options: { root: 'x y' },
  });
});

test('an empty command line parses without a command', () => {
  expect(readArguments([], commands)).toEqual({ command: undefined, files: [], options: {} });
  expect(readArguments(['-h'], commands).options.help).toBe(true);
});

test('a number is whole, in digits and within bounds', () => {
  const bounds = { min: 0, max: 65535 };
  expect(readWholeNumber('port', undefined, bounds)).toBeUndefined();
  expect(readWholeNumber('port', '0', bounds)).toBe(0);
  expect(readWholeNumber('port', '65535', bounds)).toBe(65535);
  for (const value of ['65536', '-1', '1.5', '1e3', ' 1', '', '٨', '0x10', 'NaN']) {
    expect(() => readWholeNumber('port', value, bounds), value).toThrow(UsageError);
  }
});
