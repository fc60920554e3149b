import { watchCalls } from './faults.ts';

/**
 * Loaded before the program: kills the process, as the system does it, right before the call that
 * `WARRAQ_KILL_AT` tells: its number among those that match, its name, and what its path matches.
 */
const [nth = '', name = '', path = ''] = (process.env.WARRAQ_KILL_AT ?? '').split(' ');
const place = new RegExp(path);
let seen = 0;
watchCalls(
  (file) => place.test(file),
  (call) => {
    if (call.name === name) seen += 1;
    if (seen === Number(nth)) process.kill(process.pid, 'SIGKILL');
    return undefined;
  },
);
