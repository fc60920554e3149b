import { cpSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Absent, Contestant } from './contestant.ts';
import { install } from './packages.ts';
import { copySite, linkPackages, markTemplate } from './peer-site.ts';

/** Node's default heap limit is too small for Eleventy at some ten thousand articles. */
const heap = '--max-old-space-size=12000';

/** Returns Eleventy as a contestant, or why it cannot run. */
export function eleventy(tools: string): Contestant | Absent {
  const installed = install('eleventy', '@11ty/eleventy', tools);
  if ('reason' in installed) return { name: 'eleventy', reason: installed.reason };
  const { packages, version } = installed;
  return {
    name: 'eleventy',
    label: `Eleventy ${version}`,
    form: 'markdown',
    contentFolder: 'src/posts',
    prepareSite(site) {
      rmSync(join(site, 'theme'), { recursive: true, force: true });
      copySite('eleventy', site);
      cpSync(join(site, 'src.tpl'), join(site, 'src'), { recursive: true });
      const data = (end: string): string => join(site, `src/posts.11tydata.${end}`);
      renameSync(data('js'), join(site, 'src/posts/posts.11tydata.cjs'));
      rmSync(join(site, 'src.tpl'), { recursive: true });
      linkPackages(site, packages);
    },
    build: ({ site, out }) => ({
      program: process.execPath,
      arguments: [heap, join(packages, '@11ty/eleventy/cmd.cjs')],
      folder: site,
      environment: { OUT: relative(site, out) },
    }),
    changeTemplate: (site, mark) => markTemplate(join(site, 'theme/_includes/post.njk'), mark),
  };
}
