import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Absent, Contestant } from './contestant.ts';
import { install } from './packages.ts';
import { copySite, linkPackages, markTemplate } from './peer-site.ts';

/** Node's default heap limit is too small for Astro at ten thousand articles. */
const heap = '--max-old-space-size=12000';

const article = 'src/pages/[...id].astro';

/** Returns Astro as a contestant, or why it cannot run. */
export function astro(tools: string): Contestant | Absent {
  const installed = install('astro', 'astro', tools);
  if ('reason' in installed) return { name: 'astro', reason: installed.reason };
  const { packages, version } = installed;
  return {
    name: 'astro',
    label: `Astro ${version}`,
    form: 'markdown',
    contentFolder: 'posts',
    prepareSite(site) {
      rmSync(join(site, 'src'), { recursive: true, force: true });
      copySite('astro', site);
      linkPackages(site, packages);
    },
    build: ({ site, out, cache }) => ({
      program: process.execPath,
      arguments: [heap, join(packages, 'astro/astro.js'), 'build'],
      folder: site,
      environment: {
        ASTRO_TELEMETRY_DISABLED: '1',
        CONTENT: join(site, 'posts'),
        OUT: out,
        CACHE: cache,
      },
    }),
    changeTemplate: (site, mark) => markTemplate(join(site, article), mark),
  };
}
