import type { UrlListProblem } from '../../model/diagnostic.ts';
import type { OldPathProblem } from '../../model/old-path.ts';
import type { CliMessages, DiagnosticText } from '../cli-messages.ts';
import { englishNumber, plural } from './words.ts';

/** Why an address cannot be an alias. */
const problems: Readonly<Record<OldPathProblem, string>> = {
  query: 'it has a query (?…), which no file on a static host can answer',
  'front-page': 'it is the address of the home page',
  unsafe: 'it holds “..”, a control character or a name that some systems do not allow',
  'too-long': 'it is longer than file systems allow',
  encoding: 'its percent-encoding is not UTF-8',
};

/** Why a file is no list of addresses, and the fix. */
const listProblems: Readonly<Record<UrlListProblem, DiagnosticText>> = {
  empty: {
    message: 'The list has no addresses.',
    fix: 'Check that it is the right file: one address per line, or a sitemap.',
  },
  packed: {
    message: 'This file is not text, so no address was read from it.',
    fix: 'Unpack it (gzip -d FILE), or save it as text with one address per line.',
  },
  index: {
    message: 'This is an index of sitemaps, which has no addresses of pages.',
    fix: 'Download each sitemap that it lists, and check each with the same command.',
  },
};

/** Diagnostics of old addresses, in English. */
export const englishAddressRules: Pick<
  CliMessages['rules'],
  | 'metadata-alias'
  | 'alias-taken'
  | 'alias-loop'
  | 'alias-claimed'
  | 'alias-reserved'
  | 'alias-no-page'
  | 'address-line'
  | 'address-lines'
  | 'redirects-limit'
  | 'old-url-dead'
  | 'old-url-list'
> = {
  'metadata-alias': ({ value, problem }) => ({
    message: `“${value}” cannot be an alias: ${problems[problem]}. It was left out.`,
    fix: 'Write the path of the old page: /2019/old.html or 2019/old/',
  }),
  'alias-taken': ({ alias, other }) => ({
    message: `The alias ${alias} is the page of ${other}, so it does not lead to this article.`,
    fix: 'Remove the alias, or give the other article another id.',
  }),
  'alias-loop': ({ alias, other }) => ({
    message: `The alias ${alias} is the page of ${other}, whose aliases lead back to this article; both keep their own pages.`,
    fix: 'Remove the aliases that name each other’s pages.',
  }),
  'alias-claimed': ({ alias, other }) => ({
    message: `The alias ${alias} is also named by ${other}, and leads there.`,
    fix: 'Keep it in one of the two.',
  }),
  'alias-reserved': ({ alias }) => ({
    message: `The alias ${alias} is a page or folder of the archive’s own, so it was left out.`,
    fix: 'Remove it.',
  }),
  'alias-no-page': ({ alias }) => ({
    message: `The alias ${alias} is the name of a program; static hosts do not show such a file as a page.`,
    fix: 'Where the host reads _redirects, set redirects: netlify or redirects: cloudflare in warraq.yaml; else remove it.',
  }),
  'address-line': ({ copy }) => ({
    message: `This line of the record of addresses cannot be read; the others were used. The file is kept as ${copy}.`,
    fix: 'Compare the copy with an older version of the file, and put the line back if it named an address.',
  }),
  'address-lines': ({ count, copy }) => ({
    message: `${plural(count, 'more line', 'more lines')} of the record of addresses cannot be read. The file is kept as ${copy}.`,
    fix: 'Restore the file from a backup or from Git; both records are then joined.',
  }),
  'redirects-limit': ({ host, count, limit }) => ({
    message: `There are ${englishNumber(count)} redirects; ${host} takes at most ${englishNumber(limit)}, so _redirects lists that many. Every old address also has a page that leads to the article.`,
    fix: 'No action needed, unless old addresses end in .php or the like.',
  }),
  'old-url-dead': ({ url }) => ({
    message: `${url} leads nowhere in this archive.`,
    fix: 'Add its path to “aliases” in the metadata of the article that was there.',
  }),
  'old-url-list': ({ problem }) => listProblems[problem],
};
