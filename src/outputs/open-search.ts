import { address } from '../model/address.ts';
import type { Output } from './output.ts';
import { xmlDeclaration, xmlText } from './xml.ts';

/** Output path of the OpenSearch description, by which browsers and catalogues search the archive. */
export const openSearchPath = 'opensearch.xml';

/** Most characters of the short name (OpenSearch 1.1, «ShortName»). */
const maxShortName = 16;

/** Most characters of the long name and of the description. */
const [maxLongName, maxDescription] = [48, 1024];

const cut = (text: string, most: number): string => [...text].slice(0, most).join('').trim();

/**
 * Returns an OpenSearch 1.1 description of the archive's search.
 *
 * @param page output path of the search page
 */
export function openSearch(
  { name, description, language }: { name: string; description: string; language: string },
  baseUrl: string,
  page: string,
): string {
  const template = `${address(baseUrl, page)}?q={searchTerms}`;
  return `${xmlDeclaration}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${xmlText(cut(name, maxShortName))}</ShortName>
<LongName>${xmlText(cut(name, maxLongName))}</LongName>
<Description>${xmlText(cut(description, maxDescription))}</Description>
<Language>${xmlText(language)}</Language>
<InputEncoding>UTF-8</InputEncoding>
<OutputEncoding>UTF-8</OutputEncoding>
<Url type="text/html" method="get" template="${xmlText(template)}"/>
</OpenSearchDescription>
`;
}

/** The OpenSearch description; none without `baseUrl` or a search page. */
export const openSearchOutput: Output = {
  name: 'open-search',
  reserves: /^opensearch\.xml$/,
  changesWith: 'archive',
  *files({ config, searchPage }) {
    if (config.baseUrl === undefined || searchPage === undefined) return;
    yield { outputPath: openSearchPath, content: openSearch(config, config.baseUrl, searchPage) };
  },
};
