import { type Debug, type DebugChannel, debugChannels } from '../model/debug.ts';
import { UsageError } from './arguments.ts';
import { printable, type Terminal } from './terminal.ts';

/**
 * Returns the channels given as `--debug`, a comma-separated list.
 *
 * @throws UsageError for an unknown channel
 */
export function readDebugChannels(value: string): ReadonlySet<DebugChannel> {
  const names = value.split(',').map((name) => name.trim());
  const channels = names.map((name) => {
    const channel = debugChannels.find((known) => known === name);
    if (channel === undefined) throw new UsageError('debug-channel', name);
    return channel;
  });
  return new Set(channels);
}

/**
 * Returns a function that writes the lines of the requested channels to standard error, each with the
 * seconds since this call; undefined without `--debug`, so that a build composes no lines.
 *
 * @param value value of `--debug`
 * @throws UsageError for an unknown channel
 */
export function debugWriter(value: string | undefined, terminal: Terminal): Debug | undefined {
  if (value === undefined) return undefined;
  const channels = readDebugChannels(value);
  const started = terminal.now();
  return (channel, message) => {
    if (!channels.has(channel)) return;
    const seconds = ((terminal.now() - started) / 1000).toFixed(3);
    terminal.err(`warraq:${channel} ${seconds} s  ${printable(message)}\n`);
  };
}
