import type { Language } from '../language.ts';
import { englishSite } from './site.ts';

/** The English interface. */
export const english: Language = {
  site: englishSite,
  loadCli: async () => (await import('./cli.ts')).englishMessages,
};
