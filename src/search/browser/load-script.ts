import { base91Decode } from '../codec/base91-decode.ts';
import type { LoadFile } from '../query/index-reader.ts';

declare global {
  interface Window {
    /** Callback that a loaded index file calls with its data. */
    warraq?: (name: string, packed: string) => void;
  }
}

/** Milliseconds before a load is abandoned. */
const patience = 30_000;

async function inflate(packed: string): Promise<Uint8Array> {
  const raw = new Blob([base91Decode(packed)]).stream();
  const bytes = await new Response(
    raw.pipeThrough(new DecompressionStream('deflate-raw')),
  ).arrayBuffer();
  return new Uint8Array(bytes);
}

/**
 * Returns a loader of index files as scripts, which work from a disk and need nothing from a host.
 *
 * @param base URL of the index's folder
 */
export function scriptLoader(base: string): LoadFile {
  const waiting = new Map<string, (packed: string) => void>();
  window.warraq = (name, packed) => waiting.get(name)?.(packed);
  return (folder, name, file) =>
    new Promise<string>((resolve, reject) => {
      const script = document.createElement('script');
      const fail = (): void => reject(new Error(`${folder}/${file}`));
      const timer = setTimeout(fail, patience);
      waiting.set(name, resolve);
      script.onerror = fail;
      // A truncated script calls nothing, so a load without a call has failed.
      script.onload = () => setTimeout(fail);
      script.src = `${base}${folder}/${file}.js`;
      document.head.append(script);
      const end = (): void => {
        clearTimeout(timer);
        waiting.delete(name);
        script.remove();
      };
      script.addEventListener('load', end);
      script.addEventListener('error', end);
    }).then(inflate);
}
