import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RolldownOptions } from 'rolldown';
import { requiredPackages } from './bundled-packages.ts';
import { finishChunks } from './finish-chunks.ts';
import { keepPlaces, packageEntry } from './keep-places.ts';
import { listLicenses } from './list-licenses.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const { dependencies = {}, peerDependencies = {} } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Packages that are installed beside the program: large ones that few commands or seeds need, and fonts. */
const installed = Object.keys({ ...dependencies, ...peerDependencies });

/** Modules that are loaded by their address in the package. */
const entries = [
  ...['cli/main', 'cli/heap', 'index', 'pipeline/workers/worker', 'serve/preview-worker'],
  'pipeline/site-check-thread',
  // Loaded with `require`.
  ...['config/own-pages', 'pipeline/pictures/page-pictures', 'pipeline/unknown-templates'],
];

/** Whether a module is one of those, named by their path in `src/` without extension. */
const isOneOf =
  (names: RegExp) =>
  (id: string): boolean =>
    id.startsWith(`${root}src/`) && names.test(id.slice(root.length + 4));

/**
 * Options of rolldown, which bundles the program of the package: a start of the program reads few files in place of a
 * thousand. The first bundle is the program, the second `warraq/structure`, which must not import Node. Each group is one
 * file, with all that its modules import: what every command needs, what reads settings, what a build needs.
 */
export default [
  {
    cwd: root,
    input: Object.fromEntries([
      ...entries.map((name) => [`src/${name}`, `src/${name}.ts`] as const),
      ...requiredPackages.map((name) => [packageEntry(name), name] as const),
    ]),
    external: (id) => installed.some((name) => id === name || id.startsWith(`${name}/`)),
    platform: 'node',
    tsconfig: false,
    transform: { target: 'node24' },
    plugins: [
      keepPlaces(root, requiredPackages),
      finishChunks(),
      listLicenses('LICENSES-bundled.txt'),
    ],
    // gray-matter has an engine that runs code; no option of ours enables it.
    checks: { eval: false, ineffectiveDynamicImport: false },
    output: {
      dir: '.build',
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'src/chunks/[name].js',
      comments: false,
      codeSplitting: {
        groups: [
          // Used by all other groups: by itself, so that none of them loads another for it.
          { name: 'limits', test: isOneOf(/^model\/limits\.ts$/), priority: 5 },
          { name: 'start', test: isOneOf(/^(?:cli\/(?:main|heap)|i18n\/[^/]+)\.ts$/), priority: 4 },
          {
            name: 'settings',
            test: isOneOf(/^cli\/(?:site-config|report-error)\.ts$/),
            priority: 2,
          },
          // What the thread needs that looks whether the site is intact, as every build does at its start.
          {
            name: 'site',
            test: isOneOf(/^(?:catalogue\/open|publish\/site-state)\.ts$/),
            priority: 3,
          },
          { name: 'build', test: isOneOf(/^cli\/run-build\.ts$/), priority: 1 },
          // What a build needs where something has changed.
          {
            name: 'work',
            test: isOneOf(
              /^pipeline\/(?:workers\/task-runner|read-and-publish|refuse-update|load-templates|plan\/[a-z-]+|search\/[a-z-]+)\.ts$/,
            ),
          },
          // The packages that read and print Markdown, and those that read HTML.
          {
            name: 'markdown',
            test: /\/node_modules\/(?:remark|rehype|unified|micromark-ext|mdast-util-gfm)/,
          },
          { name: 'html', test: /\/node_modules\/(?:parse5|hast-util-|mdast-util-to-markdown)/ },
        ],
      },
    },
  },
  {
    cwd: root,
    input: 'src/structure/index.ts',
    platform: 'neutral',
    tsconfig: false,
    transform: { target: 'es2024' },
    output: { file: '.build/src/structure/index.js', format: 'esm', comments: false },
  },
] satisfies RolldownOptions[];
