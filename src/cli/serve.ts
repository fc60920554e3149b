import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type ArchiveServer, startServer } from '../serve/server.ts';
import { watchSources } from '../serve/watch.ts';
import { type Arguments, wholeNumber } from './arguments.ts';
import { runBuild } from './build.ts';
import type { Wording } from './messages/wording.ts';
import { checkPlaces, type Places, readPlaces } from './places.ts';
import { problemLines } from './report.ts';
import type { Terminal } from './terminal.ts';

/** Port of `warraq serve` unless another is given. */
const usualPort = 8080;

/** Options that a build inherits from `serve`. */
const inherited = ['root', 'config', 'seeds', 'out', 'cache', 'workers', 'lang'] as const;

/**
 * Builds again in a process of its own, so that changed templates are loaded anew. Returns how many
 * files changed; undefined where nothing was built, and then the error stream says why.
 */
async function rebuild({ options }: Arguments): Promise<number | undefined> {
  const passed = inherited.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [`--${name}`, value];
  });
  if (options.strict === true) passed.push('--strict');
  const program = process.argv[1] ?? '';
  const child = spawn(process.execPath, [program, 'build', '--json', ...passed], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  await once(child, 'close');
  if (text === '') return undefined;
  const result = JSON.parse(text) as { written?: number; removed?: number };
  return (result.written ?? 0) + (result.removed ?? 0);
}

/** Rebuilds on change, one build at a time; a change during a build asks for one more. */
function keepBuilding(
  given: Arguments,
  places: Places,
  server: ArchiveServer,
  wording: Wording,
  terminal: Terminal,
): () => void {
  let running = false;
  let again = false;
  async function changed(): Promise<void> {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        const changes = await rebuild(given);
        if (changes === undefined) continue;
        if (changes > 0) server.reload();
        terminal.err(`${wording.rebuilt(changes)}\n`);
      }
    } finally {
      running = false;
    }
  }
  const { seeds, templates, configFile, authorityFile, cache, out } = places;
  return watchSources(
    { folders: [seeds, templates], files: [configFile, authorityFile], not: [cache, out] },
    () => {
      changed().catch((fault: unknown) => terminal.err(`${String(fault)}\n`));
    },
  );
}

/** `warraq serve`: builds, serves on this machine, builds again on change, until Ctrl-C. */
export async function serveCommand(
  given: Arguments,
  wording: Wording,
  terminal: Terminal,
): Promise<number> {
  const { options } = given;
  const places = readPlaces(options);
  checkPlaces(places);
  const port = wholeNumber('port', options.port, { least: 0, most: 65535 }) ?? usualPort;
  const { result } = await runBuild(places, options, wording, terminal);
  const problems = problemLines(result.diagnostics, wording, result);
  if (problems.length > 0) terminal.err(`${problems.join('\n')}\n`);
  let server: ArchiveServer;
  try {
    server = await startServer(places.out, port);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE')) throw fault;
    terminal.err(`${wording.portTaken(port)}\n`);
    return 3;
  }
  const stop = keepBuilding(given, places, server, wording, terminal);
  terminal.out(`${wording.serving(server.address)}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  stop();
  await server.close();
  return 0;
}
