import { posix, relative, sep } from 'node:path';
import type { Plugin } from 'rolldown';

/** The placeholder of a module's address until the chunk that holds the module has a name. */
const placeholder = /\bplaceOf\("([^"]+)"\)/g;

/** A package that a module loads when it is first needed. */
const required = /\brequire\('([^']+)'\)/g;

/** The exports of the entry of a CommonJS package. */
const commonExports = /^export default (require_\w+\(\));$/m;

/** Returns the entry of a package that is loaded when it is first needed. */
export const packageEntry = (name: string): string => `src/packages/${name.replaceAll('/', '-')}`;

/**
 * Keeps the addresses by which modules find files. In the bundle, `import.meta.url` is the address of the module as if it
 * were compiled by itself, so that weights, styles, scripts and worker threads are found where they lie in the package;
 * a package that is loaded with `require` is loaded from its own file of the bundle.
 *
 * @param root folder of the repository
 * @param packages the bundled packages that are loaded with `require`
 */
export function keepPlaces(root: string, packages: readonly string[]): Plugin {
  const pathOf = (id: string): string => relative(root, id).split(sep).join('/');
  return {
    name: 'keep-places',
    transform(code, id) {
      const path = pathOf(id);
      if (!path.startsWith('src/') || !code.includes('import.meta.url')) return undefined;
      const compiled = path.replace(/\.ts$/, '.js');
      return code
        .replaceAll('import.meta.url', `placeOf("${compiled}")`)
        .replace(required, (call, name: string) => {
          if (!packages.includes(name)) return call;
          return `require('${posix.relative(posix.dirname(path), packageEntry(name))}.js')`;
        });
    },
    renderChunk(code, { fileName }) {
      return code
        .replace(placeholder, (_, path: string) => {
          const place = posix.relative(posix.dirname(fileName), path);
          return `new URL("${place}", import.meta.url).href`;
        })
        .replace(
          commonExports,
          // What `require` returns of a module by this name.
          (_, exported: string) =>
            `const exported = ${exported};\nexport { exported as default, exported as "module.exports" };`,
        );
    },
  };
}
