import { citeArchiveVersion } from './cited-version.ts';
import { addStatus } from './copy.ts';
import { copyLinks } from './copy-link.ts';
import { keepFaces } from './late-fonts.ts';
import { offerFiles } from './offer-files.ts';
import { offerQuotations } from './quotation.ts';
import { searchByKey } from './search-key.ts';
import { addSettings, showSettings } from './settings.ts';

// The page loads the script before its first paint, so that it has the chosen size and theme from the start. The
// attribute keeps room for the button.
document.documentElement.dataset.reader = '';
showSettings();
const { src } = document.currentScript as HTMLScriptElement;
keepFaces();
// Settings may have changed in another page.
for (const event of ['pageshow', 'storage']) addEventListener(event, showSettings);
searchByKey();
copyLinks();
document.addEventListener('DOMContentLoaded', () => {
  const place = document.querySelector('.masthead-line, .front');
  if (place) addSettings(place);
  addStatus();
  const article = document.querySelector<HTMLElement>('[data-article]');
  if (article) {
    offerQuotations();
    offerFiles(article);
  }
  citeArchiveVersion(src);
});
