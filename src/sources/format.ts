import type { Diagnostic } from '../model/diagnostic.ts';
import type { YamlMap } from './yaml.ts';

/** A seed's text parted into metadata and body. */
export interface ParsedSeed {
  /** Undefined where the seed carries none. */
  readonly metadata: YamlMap | undefined;
  readonly body: string;
  readonly format: 'text' | 'markdown';
  readonly diagnostics: readonly Diagnostic[];
}

/** One format that seeds may have. */
export interface SeedFormat {
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Parts a decoded text; `file` is the path for diagnostics. Pure; never throws. */
  readonly parse: (text: string, file: string) => ParsedSeed;
}
