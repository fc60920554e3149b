import type { Absent, Contestant } from './contestant.ts';
import { hugo } from './hugo.ts';
import type { Command } from './measure.ts';
import { installPagefind, type PagefindProgram } from './pagefind-program.ts';

/** Hugo's pages of articles, and the element with title and body. */
const indexed = ['--glob', '[12]*/*/*/*/index.html', '--root-selector', 'article'];

/** Runs a command, then another with the rest of the arguments after `--`, in one process group. */
const inTurn = `first=()
while [ "$1" != -- ]; do first+=("$1"); shift; done
shift
"\${first[@]}" && exec "$@"`;

/** Returns a command that builds with Hugo and then indexes the articles of its output. */
function command(build: Command, out: string, { program }: PagefindProgram): Command {
  return {
    ...build,
    program: 'bash',
    arguments: [
      ...['-c', inTurn, 'hugo-pagefind', build.program, ...build.arguments],
      ...['--', program, '--site', out, ...indexed],
    ],
  };
}

/** Returns Hugo followed by Pagefind as a contestant: the search that a site made with Hugo usually gets. */
export function hugoWithPagefind(tools: string): Contestant | Absent {
  const name = 'hugo-pagefind';
  const generator = hugo(tools);
  if ('reason' in generator) return { name, reason: generator.reason };
  let pagefind: PagefindProgram;
  try {
    pagefind = installPagefind(tools);
  } catch (error) {
    return { name, reason: error instanceof Error ? error.message : String(error) };
  }
  return {
    ...generator,
    name,
    label: `${generator.label}, then Pagefind ${pagefind.version}`,
    build: (folders) => command(generator.build(folders), folders.out, pagefind),
  };
}
