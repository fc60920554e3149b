import type { OldPathProblem } from '../../model/old-path.ts';
import type { CliMessages } from '../cli-messages.ts';

/** Why an address cannot be an alias. */
const problems: Readonly<Record<OldPathProblem, string>> = {
  query: 'it has a query (?…), which no file on a static host can answer',
  'front-page': 'it is the address of the front page',
  unsafe: 'it holds “..”, a control character or a name that some systems do not allow',
  'too-long': 'it is longer than file systems allow',
  encoding: 'its percent-encoding is not UTF-8',
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
    message: `${count.toLocaleString('en')} more lines of the record of addresses cannot be read. The file is kept as ${copy}.`,
    fix: 'Restore the file from a backup or from Git; both records are then joined.',
  }),
  'redirects-limit': ({ host, count, limit }) => ({
    message: `There are ${count.toLocaleString('en')} redirects; ${host} takes at most ${limit.toLocaleString('en')}, which _redirects lists. At every old address a page leads to the article as well.`,
    fix: 'No action needed, unless old addresses end in .php or the like.',
  }),
  'old-url-dead': ({ url }) => ({
    message: `${url} leads nowhere in this archive.`,
    fix: 'Add its path to “aliases” in the metadata of the article that was there.',
  }),
};
