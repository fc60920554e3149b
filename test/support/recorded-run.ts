import { main } from '../../src/cli/main.ts';

/** Exit code and output of a run of the command line. */
export interface RecordedRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, with output that is not a terminal. */
export async function recordedRun(argv: readonly string[]): Promise<RecordedRun> {
  const said = { out: '', err: '' };
  const code = await main(argv, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    live: false,
    now: () => 0,
  });
  return { code, ...said };
}
