import { matterLibrary } from './libraries.ts';
import { readPlainYaml } from './yaml/plain.ts';
import { readYamlMap, type YamlResult } from './yaml/read-yaml.ts';
import { seedYamlLimits } from './yaml/yaml-limits.ts';

/** The end of front matter. */
export interface Closing {
  /** The closing line as written, with its trailing blanks but without its newline. */
  readonly fence: string;
  /** Offset after it. */
  readonly end: number;
}

/** The fence of YAML. */
export const hyphens = '---';

/**
 * Reads the YAML at the start of a text, between fences.
 *
 * @param line number of the line of the opening fence
 */
export function readFencedYaml(
  text: string,
  closing: Closing,
  file: string,
  line: number,
): YamlResult {
  const plain = readPlain(text, closing, line);
  if (plain !== undefined) return plain;
  const raw = yamlBetween(text.slice(0, closing.end), closing.fence);
  return readYamlMap(raw, file, line, seedYamlLimits);
}

/**
 * Reads texts, lists and maps of texts between fences of three hyphens and nothing else, without gray-matter, which would take longer
 * than the reading; undefined where they may be more.
 */
function readPlain(text: string, { fence, end }: Closing, line: number): YamlResult | undefined {
  if (fence !== hyphens || !text.startsWith(`${hyphens}\n`)) return undefined;
  const map = readPlainYaml(text.slice(hyphens.length, end - fence.length - 1), line);
  return map && { map, diagnostics: [] };
}

/** Returns the text between the fences; the argument ends with the closing one. */
function yamlBetween(text: string, closing: string): string {
  let raw = '';
  const reject = (): never => {
    throw new Error('Only YAML front matter is read');
  };
  const yaml = (block: string): object => {
    raw = block;
    return {};
  };
  // Without options gray-matter caches every text; with its engines it would run `---js` blocks,
  // which the guards above exclude already.
  matterLibrary()(text, {
    language: 'yaml',
    delimiters: ['---', closing],
    engines: {
      yaml,
      json: reject,
      js: reject,
      javascript: reject,
      coffee: reject,
      coffeescript: reject,
      cson: reject,
      toml: reject,
    },
  });
  return raw;
}
