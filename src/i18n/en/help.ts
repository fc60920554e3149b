import type { HelpTexts } from '../cli-messages.ts';

/** The texts of `--help` in English. */
export const englishHelp: HelpTexts = {
  synopsis: 'warraq <command> [options]',
  commands: {
    build: [
      'read seeds/, write dist/',
      '--seeds DIR  folder of the texts (default: seeds)',
      '--out DIR  folder of the site (default: dist)',
      '--cache DIR  the cache (default: .cache)',
      '--as-of DAY|today  day on which the archive is shown (embargo, expiry)',
      '--drafts  with drafts and other held articles, to CACHE/drafts/',
      '--strict  publish nothing if there is any error',
      '--force  ignore the cache',
      '--allow-removal  allow removing most or all published articles',
      '--report FILE  write every diagnostic and heading (.json or .html)',
      '--workers N  extra threads',
      '--profile  times of the stages; CPU profiles to CACHE/profile/',
      '--debug [CHANNELS]  log decisions: scan,plan,render,publish',
    ],
    serve: [
      'preview with drafts, review of headings; rebuild on every change',
      '--port N  port (default: 8080)',
      '--as-of DAY|today  day on which the archive is shown',
      '--debug [CHANNELS]  log decisions: scan,plan,render,publish',
      '--seeds, --out, --cache, --workers, --force, --strict: as in build',
    ],
    check: [
      'verify a built dist/: links, ids, requests, hashes, HTML, feeds',
      '--out DIR  folder of the site (default: dist)',
      '--thorough  validate the HTML of every page',
      '--old-urls FILE  report old URLs that lead nowhere (list or sitemap)',
      '--host NAME  fits cloudflare(-paid), github, gitlab, netlify, s3?',
    ],
    structure: [
      'JSON lines {"id","text"} in, headings and paragraphs out',
      '--headings LEVEL  cautious, balanced, eager or off',
      '--review FILE…  explain each decision; write a page and a sidecar',
      '--out FILE  the page of --review',
      '--learn  learn from articles with lines and from decisions',
      '--seeds DIR  the texts of --learn; --dry-run writes nothing',
    ],
    import: [
      'turn FILE|DIR… of other programs into seeds',
      '--from TYPE  wordpress feed csv html warc tei json word epub',
      '--into DIR  folder of the seeds (default: seeds/imported)',
      '--split heading|page  several articles in one Word file',
      '--dry-run  write nothing',
    ],
  },
  notes: `  Every command
    --root DIR            folder of the site (default: the current folder)
    --config FILE         settings (default: warraq.yaml)
    --json                machine-readable result on standard output
    --quiet               errors only
    --verbose             a line for each diagnostic and heading
    --lang ar|en          language of the messages
    --help, --version

   Exit codes: 0 fine; 1 some content had errors; 2 wrong usage or settings;
  3 system error`,
};
