import type { Language } from '../language.ts';
import { arabicSite } from './site.ts';

/** The Arabic interface. */
export const arabic: Language = {
  site: arabicSite,
  loadCli: async () => (await import('./cli.ts')).arabicMessages,
};
