import { base91Decode } from '../codec/base91-decode.ts';
import type { LoadFile } from '../query/index-reader.ts';

declare global {
  interface Window {
    /** Callback that a loaded index file calls with its data. */
    warraq?: (name: string, encoded: string) => void;
  }
}

async function inflate(encoded: string): Promise<Uint8Array> {
  const compressed = new Blob([base91Decode(encoded)]).stream();
  const bytes = await new Response(
    compressed.pipeThrough(new DecompressionStream('deflate-raw')),
  ).arrayBuffer();
  return new Uint8Array(bytes);
}

/** Loads index files as scripts. */
export interface ScriptLoader {
  readonly load: LoadFile;
  /** Requests again every file that has not arrived. */
  retry(): void;
}

/**
 * Returns a loader of index files as scripts. Scripts can be loaded from a disk and need nothing special from a
 * host. A load waits as long as the host takes.
 *
 * @param base URL of the index's folder
 */
export function scriptLoader(base: string): ScriptLoader {
  const pending = new Map<string, (encoded: string) => void>();
  const requests = new Set<() => void>();
  window.warraq = (name, encoded) => pending.get(name)?.(encoded);
  const load: LoadFile = (folder, name, file) =>
    new Promise<string>((resolve, reject) => {
      let current: HTMLScriptElement | undefined;
      let attempts = 0;
      function request(): void {
        current?.remove();
        const script = document.createElement('script');
        current = script;
        const fail = (): void => {
          if (current !== script) return;
          finish();
          reject(new Error(`Cannot load ${folder}/${file}.`));
        };
        script.onerror = fail;
        // A truncated script calls nothing, so a load without a call has failed.
        script.onload = () => setTimeout(fail);
        // Browsers join a request of an address that is still pending to the first one.
        script.src = `${base}${folder}/${file}.js${attempts > 0 ? `?${attempts}` : ''}`;
        attempts += 1;
        document.head.append(script);
      }
      function finish(): void {
        pending.delete(name);
        requests.delete(request);
        current?.remove();
        current = undefined;
      }
      pending.set(name, (encoded) => {
        finish();
        resolve(encoded);
      });
      requests.add(request);
      request();
    }).then(inflate);
  return {
    load,
    retry() {
      for (const request of [...requests]) request();
    },
  };
}
