import { messagesFor } from '../i18n/languages.ts';
import type { Config } from '../model/config.ts';
import { exportForms } from '../model/download.ts';

/**
 * Returns complete settings from those that differ from the defaults, for programs that call `build`
 * themselves. The values are trusted: unlike those of `warraq.yaml`, only their types are checked.
 */
export function defineConfig(settings: Partial<Config>): Config {
  const language = settings.language ?? 'ar';
  const { siteName, siteDescription } = messagesFor(language);
  return {
    name: siteName,
    description: siteDescription,
    language,
    region: undefined,
    baseUrl: undefined,
    ids: 'name',
    permalink: 'articles/{id}.html',
    addresses: false,
    redirects: 'none',
    gone: 'none',
    recovery: { headings: 'cautious', paragraphs: true, metadata: true },
    look: { light: {}, dark: {}, faces: {}, logo: undefined },
    pages: [],
    menu: undefined,
    home: undefined,
    siteHtml: {},
    downloads: ['packs'],
    keepsDownloads: settings.downloads === undefined,
    exports: exportForms,
    search: true,
    pictures: undefined,
    redact: [],
    asOf: undefined,
    rights: undefined,
    license: undefined,
    feedback: undefined,
    robots: undefined,
    authority: [],
    decisions: [],
    dates: {},
    encodings: {},
    folders: {},
    fields: [],
    records: { fields: {}, ignore: [], format: undefined },
    ...settings,
  };
}
