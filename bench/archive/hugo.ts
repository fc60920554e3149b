import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Absent, Contestant } from './contestant.ts';
import { downloadHugo, type Program } from './debian.ts';
import { copySite, edit, markTemplate, peerSites } from './peer-site.ts';

/** From this version on the settings of pagination have another name. */
const renamedIn = 128;

function contestant({ version, program, first }: Program): Contestant {
  const minor = Number(/^\d+\.(\d+)/.exec(version)?.[1]);
  const renamed = minor >= renamedIn;
  const settings = renamed ? 'hugo169.toml' : 'hugo.toml';
  return {
    name: 'hugo',
    label: `Hugo ${version}`,
    form: 'hugo',
    content: 'content/posts',
    furnish(site) {
      rmSync(join(site, 'layouts'), { recursive: true, force: true });
      copySite('hugo', site);
      // No other generator makes a redirect for the first page of each list.
      if (renamed)
        edit(join(site, settings), /pagerSize = 50/, 'pagerSize = 50\ndisableAliases = true');
      // Warraq's sources and authors have a feed each.
      edit(join(site, settings), /term = \["HTML"\]/, 'term = ["HTML","RSS"]');
      // Newer versions do not take the general template for these lists, and would show none.
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
    retemplate: (site, mark) => markTemplate(join(site, 'layouts/_default/single.html'), mark),
  };
}

/** Returns the newest Hugo that runs here as a contestant. */
export function hugo(tools: string): Contestant | Absent {
  if (!existsSync(join(peerSites, 'hugo'))) {
    return { name: 'hugo', reason: 'its site is not beside the repository' };
  }
  const found = downloadHugo(join(tools, 'hugo'));
  return 'program' in found ? contestant(found) : { name: 'hugo', reason: found.reason };
}
