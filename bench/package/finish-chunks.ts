import type { Plugin } from 'rolldown';

/** A character behind a backslash, or one beyond ASCII. */
const escapedOrForeign = /\\[\s\S]|[^\0-\x7f]/g;

/** Returns code with each character beyond ASCII as its escape, which strings, templates and patterns read alike. */
const withEscapes = (code: string): string =>
  code.replace(escapedOrForeign, (found) => {
    const unit = found.charCodeAt(found.length - 1);
    return unit < 0x80 ? found : `\\u${unit.toString(16).padStart(4, '0')}`;
  });

/** An import of one of Node's modules, as rolldown prints it: names in braces, or one name for the module. */
const builtInImport = /^import (?:(\w+)|\{ ([^}]+) \}) from "(node:[^"]+)";$/gm;

/** Returns code that takes Node's modules from the process: an import would load all that `node:fs` and others export late. */
const withBuiltIns = (code: string): string =>
  code.replace(builtInImport, (_, module: string | undefined, names: string, from: string) => {
    const taken = module ?? `{ ${names.replaceAll(' as ', ': ')} }`;
    return `const ${taken} = process.getBuiltinModule("${from}");`;
  });

/**
 * Makes the chunks of the bundle quicker to load. Their code is ASCII, which the engine reads as bytes and keeps in half the
 * memory. Done at the end, as rolldown prints the literals of its chunks anew.
 */
export const finishChunks = (): Plugin => ({
  name: 'finish-chunks',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = withBuiltIns(withEscapes(file.code));
    }
  },
});
