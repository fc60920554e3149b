import type { Config } from '../model/config.ts';
import { sha256 } from '../publish/sha256.ts';

/** What the results of a build follow from besides the seeds. */
export interface BuildKeys {
  /** What articles are made by: seeds read under another key are read again. */
  readonly reading: string;
  /** What pages are made by: pages made under another key are made again. */
  readonly rendering: string;
}

/** What the keys of a build are made of; each hash is undefined where there is no such file or folder. */
export interface KeyParts {
  readonly config: Config;
  /** The seeds folder as the user knows it, which pages show. */
  readonly seeds: string;
  /** Hash of the program. */
  readonly program: string;
  /** Hash of the site's own templates folder. */
  readonly templates: string | undefined;
  /** Hashes of the files elsewhere that templates import. */
  readonly imported: readonly (string | undefined)[];
  /** Addresses of the style sheets and fonts, which name their content. */
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
  const { name, description, language, region, baseUrl, ...forReading } = config;
  return {
    reading: keyOf([program, seeds, JSON.stringify(forReading)]),
    rendering: keyOf([
      ...[program, JSON.stringify(config), templates],
      ...[imported.map((hash) => hash ?? '').join(' '), assets.join(' ')],
    ]),
  };
}
