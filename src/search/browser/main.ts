import { readIndexManifest } from '../codec/index-manifest.ts';
import { openIndexReader } from '../query/index-reader.ts';
import { scriptLoader } from './load-script.ts';
import { pageParts, requiredElement } from './page-elements.ts';
import { runPage } from './run-page.ts';
import { numbersOf, type Settings } from './words.ts';

const settings = JSON.parse(requiredElement('#search-settings').textContent) as Settings;
const base = new URL('.', location.href).href;
const loader = scriptLoader(`${base}search/`);
runPage({
  parts: pageParts(),
  settings,
  numbers: numbersOf(settings),
  reader: openIndexReader(readIndexManifest(settings.directory), loader.load),
  retry: loader.retry,
  base,
});
