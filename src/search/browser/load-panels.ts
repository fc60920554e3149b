import type { PanelContext, Panels } from './panels.ts';

declare global {
  interface Window {
    /** Callback that the second script calls with what makes the panels. */
    warraqPanels?: (make: (context: PanelContext) => Panels) => void;
  }
}

/** Returns the panels; a load that failed is repeated by the next call. */
export type LoadPanels = () => Promise<Panels>;

/**
 * Returns the loader of the panels, which are a second script, so that the first results do not wait for them. It is
 * loaded like the files of the index, from a host or a disk.
 *
 * @param address of the script
 */
export function panelLoader(address: string, context: PanelContext): LoadPanels {
  let panels: Promise<Panels> | undefined;
  let attempts = 0;
  const request = (): Promise<Panels> =>
    new Promise<Panels>((resolve, reject) => {
      const script = document.createElement('script');
      const fail = (): void => {
        script.remove();
        reject(new Error(`Cannot load ${address}.`));
      };
      window.warraqPanels = (make) => resolve(make(context));
      script.onerror = fail;
      // A truncated script calls nothing; after a call this has no effect.
      script.onload = fail;
      script.src = attempts > 0 ? `${address}?${attempts}` : address;
      attempts += 1;
      document.head.append(script);
    });
  return () => {
    if (panels === undefined) {
      panels = request();
      panels.catch(() => {
        panels = undefined;
      });
    }
    return panels;
  };
}
