import { type Debug, type DebugChannel, debugChannels } from '../model/debug.ts';
import { UsageError } from './arguments.ts';
import { type Terminal, visible } from './terminal.ts';

/**
 * Returns the channels given as `--debug`: a list with commas.
 *
 * @throws UsageError for a name that is no channel.
 */
export function debugChannelsOf(value: string): ReadonlySet<DebugChannel> {
  const names = value.split(',').map((name) => name.trim());
  const channels = names.map((name) => {
    const channel = debugChannels.find((known) => known === name);
    if (channel === undefined) throw new UsageError('debug-channel', name);
    return channel;
  });
  return new Set(channels);
}

/**
 * Returns what writes the lines of the channels asked for to standard error, each with the seconds since
 * this call; undefined where none is asked for, so that a build computes none.
 *
 * @throws UsageError for a name that is no channel.
 */
export function debugWriter(value: string | undefined, terminal: Terminal): Debug | undefined {
  if (value === undefined) return undefined;
  const channels = debugChannelsOf(value);
  const began = terminal.now();
  return (channel, message) => {
    if (!channels.has(channel)) return;
    const seconds = ((terminal.now() - began) / 1000).toFixed(3);
    terminal.err(`warraq:${channel} ${seconds} s  ${visible(message)}\n`);
  };
}
