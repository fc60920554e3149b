/** Signals that stop a program. */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work that stop signals abort: the work cleans up, then the signal ends the process with its
 * default action. A second signal ends the process at once.
 *
 * @param work receives an `AbortSignal` that is aborted by the first stop signal
 * @returns the result of the work
 */
export async function runStoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let received: (typeof stopSignals)[number] | undefined;
  function stop(name: NodeJS.Signals): void {
    received = stopSignals.find((known) => known === name);
    for (const signal of stopSignals) process.off(signal, stop);
    controller.abort();
  }
  for (const signal of stopSignals) process.on(signal, stop);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of stopSignals) process.off(signal, stop);
    if (received !== undefined) process.kill(process.pid, received);
  }
}
