import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Absent, Contestant } from './contestant.ts';
import { downloadHugo, type Program } from './debian.ts';
import { copySite, edit, markTemplate, peerSites } from './peer-site.ts';

/** Minor version in which the pagination settings were renamed. */
const renamedIn = 128;

function contestant({ version, program, leadingArguments: first }: Program): Contestant {
  const minor = Number(/^\d+\.(\d+)/.exec(version)?.[1]);
  const renamed = minor >= renamedIn;
  const settings = renamed ? 'hugo169.toml' : 'hugo.toml';
  return {
    name: 'hugo',
    label: `Hugo ${version}`,
    form: 'hugo',
    contentFolder: 'content/posts',
    prepareSite(site) {
      rmSync(join(site, 'layouts'), { recursive: true, force: true });
      copySite('hugo', site);
      // No other generator writes a redirect for the first page of each list.
      if (renamed)
        edit(join(site, settings), /pagerSize = 50/, 'pagerSize = 50\ndisableAliases = true');
      // Warraq's sources and authors have a feed each.
      edit(join(site, settings), /term = \["HTML"\]/, 'term = ["HTML","RSS"]');
      // Newer versions do not use the general template for these lists and would omit them.
      for (const taxonomy of ['source', 'author']) {
        mkdirSync(join(site, 'layouts', taxonomy));
        copyFileSync(
          join(site, 'layouts/_default/term.html'),
          join(site, 'layouts', taxonomy, 'term.html'),
        );
      }
    },
    build: ({ site, out, cache }) => ({
      program,
      arguments: [...first, '--quiet', '--config', settings, '-d', out, '--cacheDir', cache],
      folder: site,
    }),
    changeTemplate: (site, mark) => markTemplate(join(site, 'layouts/_default/single.html'), mark),
  };
}

/** Returns the newest Hugo that runs on this machine as a contestant, or why none runs. */
export function hugo(tools: string): Contestant | Absent {
  if (!existsSync(join(peerSites, 'hugo'))) {
    return { name: 'hugo', reason: 'its site is not beside the repository' };
  }
  const program = downloadHugo(join(tools, 'hugo'));
  return 'program' in program ? contestant(program) : { name: 'hugo', reason: program.reason };
}
