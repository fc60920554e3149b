import { base91Decode } from '../codec/base91-decode.ts';
import type { LoadFile } from '../query/index-reader.ts';

declare global {
  interface Window {
    /** Callback that a loaded index file calls with its data. */
    warraq?: (name: string, encoded: string) => void;
  }
}

/** Milliseconds after which a load is abandoned. */
const loadTimeout = 30_000;

async function inflate(encoded: string): Promise<Uint8Array> {
  const compressed = new Blob([base91Decode(encoded)]).stream();
  const bytes = await new Response(
    compressed.pipeThrough(new DecompressionStream('deflate-raw')),
  ).arrayBuffer();
  return new Uint8Array(bytes);
}

/**
 * Returns a function that loads index files as scripts. Scripts can be loaded from a disk and need
 * nothing special from a host.
 *
 * @param base URL of the index's folder
 */
export function scriptLoader(base: string): LoadFile {
  const pending = new Map<string, (encoded: string) => void>();
  window.warraq = (name, encoded) => pending.get(name)?.(encoded);
  return (folder, name, file) =>
    new Promise<string>((resolve, reject) => {
      const script = document.createElement('script');
      const fail = (): void => reject(new Error(`Cannot load ${folder}/${file}.`));
      const timer = setTimeout(fail, loadTimeout);
      pending.set(name, resolve);
      script.onerror = fail;
      // A truncated script calls nothing, so a load without a call has failed.
      script.onload = () => setTimeout(fail);
      script.src = `${base}${folder}/${file}.js`;
      document.head.append(script);
      const finish = (): void => {
        clearTimeout(timer);
        pending.delete(name);
        script.remove();
      };
      script.addEventListener('load', finish);
      script.addEventListener('error', finish);
    }).then(inflate);
}
