import type { Config } from '../model/config.ts';
import { sha256 } from '../publish/sha256.ts';

/** Hashes of what the results of a build depend on besides the seeds. */
export interface BuildKeys {
  /** For articles: seeds that were read under another key are read again. */
  readonly reading: string;
  /** For pages: pages that were rendered under another key are rendered again. */
  readonly rendering: string;
}

/** What the keys of a build are computed from; a hash is undefined if there is no such file or folder. */
export interface KeyParts {
  readonly config: Config;
  /** The seeds folder as shown to the user; pages show it too. */
  readonly seeds: string;
  /** Hash of the program. */
  readonly program: string;
  /** Hash of the site's own templates folder. */
  readonly templates: string | undefined;
  /** Hashes of the files outside the templates folder that templates import. */
  readonly imported: readonly (string | undefined)[];
  /** Output paths of the style sheets and fonts, which contain hashes of their content. */
  readonly assets: readonly string[];
}

const keyOf = (parts: readonly (string | undefined)[]): string =>
  sha256(Buffer.from(parts.join('\n')));

/** Returns the keys of a build. */
export function buildKeys({
  config,
  seeds,
  program,
  templates,
  imported,
  assets,
}: KeyParts): BuildKeys {
  // The day decides which articles are shown, not what is read or how a page looks; but it marks held articles.
  // The record of addresses and the decisions about headings change what is published by their lines only.
  const { asOf, addresses, decisions, ...otherConfig } = config;
  const keyed = config.drafts ? { ...otherConfig, asOf } : otherConfig;
  // What the archive taught changes articles, and so the pages of those that change.
  const { learned, ...recovery } = keyed.recovery;
  const rendered = { ...keyed, recovery };
  // These settings only change pages.
  const {
    name,
    description,
    language,
    region,
    baseUrl,
    redirects,
    gone,
    pages,
    menu,
    home,
    ...others
  } = keyed;
  const { siteHtml, robots, feedback, ...readingConfig } = others;
  return {
    reading: keyOf([program, seeds, JSON.stringify(readingConfig)]),
    rendering: keyOf([
      ...[program, JSON.stringify(rendered), templates],
      ...[imported.map((hash) => hash ?? '').join(' '), assets.join(' ')],
    ]),
  };
}
