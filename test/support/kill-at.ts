import { watchCalls } from './faults.ts';

/**
 * Preloaded before the program: kills the process with SIGKILL right before the call that
 * `WARRAQ_KILL_AT` names: its number among matching calls, its name, and a pattern of its path.
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
