/**
 * Runs Lighthouse (mobile, its slow 4G) on one page of each kind, with and without `baseUrl`:
 * `node bench/lighthouse/run.ts [--lab DIR] [--site DIR] [page …]`. It installs Lighthouse into the lab, a folder
 * outside the repository, and prints the four scores and the layout shift of each page.
 */
import { execFile, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { chromiumPath } from '../../test/support/browser/chromium.ts';
import { buildSite } from '../../test/support/browser/site.ts';
import { fixture } from '../../test/support/paths.ts';
import { serveFolder } from '../fonts/layout-shift.ts';

const { values, positionals } = parseArgs({
  options: {
    lab: { type: 'string', default: join(tmpdir(), 'warraq-lighthouse') },
    site: { type: 'string' },
  },
  allowPositionals: true,
});

/** A page of each kind of the gallery's archive. */
const galleryPages = [
  ...['index.html', 'articles/2010-10-14-lighthouse.html', 'all/index.html'],
  ...['dates/2010/10/index.html', 'subjects/المنارات.html', 'search.html?q=الميناء'],
];

/** What is read of Lighthouse's report. */
interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

const lab = resolve(values.lab);
const program = join(lab, 'node_modules/lighthouse/cli/index.js');

/** Installs Lighthouse. Throws where npm fails. */
function installLighthouse(): void {
  if (existsSync(program)) return;
  mkdirSync(lab, { recursive: true });
  const { status } = spawnSync(
    'npm',
    ['install', '--prefix', lab, '--ignore-scripts', '--no-audit', '--no-fund', 'lighthouse@13'],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new Error('npm could not install Lighthouse.');
}

const run = promisify(execFile);

/** Returns the report of a page. */
async function report(url: string): Promise<Report> {
  const file = join(lab, 'report.json');
  const flags = '--headless=new --no-sandbox';
  await run(
    process.execPath,
    [
      ...[program, url, '--quiet', '--output=json', `--output-path=${file}`],
      ...[
        `--chrome-flags=${flags}`,
        '--only-categories=performance,accessibility,best-practices,seo',
      ],
    ],
    { env: { ...process.env, CHROME_PATH: chromiumPath } },
  );
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

/** Builds a copy of the gallery's site, or of the given one, with the setting; returns the folder of its pages. */
async function build(baseUrl: boolean): Promise<string> {
  const site = join(lab, baseUrl ? 'with-base-url' : 'without');
  rmSync(site, { recursive: true, force: true });
  cpSync(values.site === undefined ? fixture('gallery-site') : resolve(values.site), site, {
    recursive: true,
  });
  if (baseUrl) appendFileSync(join(site, 'warraq.yaml'), 'baseUrl: https://example.org/\n');
  const { code, said } = await buildSite(site, join(site, 'dist'), join(site, 'cache'));
  if (code > 1) throw new Error(said);
  return join(site, 'dist');
}

installLighthouse();
process.stdout.write('performance accessibility best-practices seo CLS page\n');
for (const baseUrl of [false, true]) {
  const host = await serveFolder(await build(baseUrl));
  for (const page of positionals.length > 0 ? positionals : galleryPages) {
    const { categories, audits } = await report(`${host.origin}/${encodeURI(page)}`);
    const scores = ['performance', 'accessibility', 'best-practices', 'seo'].map((name) =>
      Math.round((categories[name]?.score ?? 0) * 100),
    );
    const shift = audits['cumulative-layout-shift']?.numericValue ?? Number.NaN;
    const line = [...scores, shift.toFixed(3), page, baseUrl ? 'baseUrl' : ''].join(' ');
    process.stdout.write(`${line.trim()}\n`);
  }
  host.close();
}
