import type { LoadFile } from '../library.ts';
import { unpack } from '../unpack.ts';

declare global {
  interface Window {
    /** What a file of the index hands itself over to. */
    warraq?: (name: string, packed: string) => void;
  }
}

/** Milliseconds after which a file is given up. */
const patience = 30_000;

async function inflate(packed: string): Promise<Uint8Array> {
  const raw = new Blob([unpack(packed)]).stream();
  const bytes = await new Response(
    raw.pipeThrough(new DecompressionStream('deflate-raw')),
  ).arrayBuffer();
  return new Uint8Array(bytes);
}

/**
 * Returns a function that loads files of the index as scripts: the one thing that a page may load from a
 * disk, and that needs nothing of a host.
 *
 * @param base address of the folder of the index
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
      // A file that was cut off is no script, and hands nothing over; what came first stays.
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
