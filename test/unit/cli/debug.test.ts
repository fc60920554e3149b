import { expect, test } from 'vitest';
import { readArguments, UsageError } from '../../../src/cli/arguments.ts';
import { commands } from '../../../src/cli/commands.ts';
import { debugWriter, readDebugChannels } from '../../../src/cli/debug.ts';
import { debugChannels } from '../../../src/model/debug.ts';

const all = debugChannels.join(',');

const debugOf = (...argv: string[]): string | undefined =>
  readArguments(argv, commands).options.debug;

test('--debug without a value selects all channels, in any position', () => {
  expect(debugOf('build')).toBeUndefined();
  expect(debugOf('build', '--debug')).toBe(all);
  expect(debugOf('build', '--debug', '--quiet')).toBe(all);
  expect(debugOf('--debug', 'build')).toBe(all);
  expect(debugOf('serve', '--debug', '--port', '0')).toBe(all);
});

test('--debug accepts a value like other options', () => {
  expect(debugOf('build', '--debug', 'scan,plan')).toBe('scan,plan');
  expect(debugOf('build', '--debug=render')).toBe('render');
});

test('--debug is accepted by build and serve only, --profile by build only', () => {
  for (const [command, option] of [
    ['check', '--debug'],
    ['structure', '--debug'],
    ['import', '--debug'],
    ['check', '--profile'],
    ['serve', '--profile'],
  ] as const) {
    expect(() => readArguments([command, option], commands), command).toThrow(UsageError);
  }
  expect(readArguments(['build', '--profile'], commands).options.profile).toBe(true);
  expect(() => readArguments(['build', '--profile=x'], commands)).toThrow(UsageError);
});

test('a list of channels is parsed, and an unknown channel is an error', () => {
  expect([...readDebugChannels('plan, scan,plan')]).toEqual(['plan', 'scan']);
  for (const value of ['scna', '', 'scan,', 'SCAN', 'all', 'toString']) {
    expect(() => readDebugChannels(value), value).toThrow(UsageError);
  }
});

test('lines of the selected channels are written with the elapsed time and escaped', () => {
  let [said, now] = ['', 5000];
  const terminal = {
    out: () => {},
    err: (text: string) => {
      said += text;
    },
    live: false,
    now: () => now,
  };
  expect(debugWriter(undefined, terminal)).toBeUndefined();
  const debug = debugWriter('scan,publish', terminal);
  now = 6234;
  debug?.('scan', 'a\u001b[2Jb');
  debug?.('plan', 'not asked for');
  debug?.('publish', 'done');
  expect(said).toBe('warraq:scan 1.234 s  a\\u001b[2Jb\nwarraq:publish 1.234 s  done\n');
});
