/** Returns the values of the page's metadata of a name. */
export const metadata = (name: string): string[] =>
  [...document.querySelectorAll<HTMLMetaElement>(`[name="${name}"],[property="${name}"]`)].map(
    ({ content }) => content,
  );

/** Names of metadata, with those of RIS and CSL-JSON. */
const fields = `citation_author AU author
citation_title TI title
DC.source T2 container-title
citation_publication_date DA issued
citation_volume VL volume
citation_issue IS issue
citation_firstpage SP page
citation_language LA language
citation_doi DO DOI
og:site_name DB archive
citation_public_url UR URL`.split('\n');

/** Returns the citation of an article as RIS and as CSL-JSON, by the metadata of its page. */
export function otherFormats(id: string) {
  let ris = 'TY  - NEWS\r\n';
  const version = document.querySelector('.fingerprint')?.textContent.slice(0, 12);
  const item: Record<string, unknown> = { id, type: 'article-newspaper' };
  for (const field of fields) {
    const [name = '', tag = '', key = ''] = field.split(' ');
    const values = metadata(name);
    for (const value of values) {
      if (tag === 'DA') ris += `PY  - ${value.slice(0, 4)}\r\n`;
      ris += `${tag}  - ${value}${tag === 'DB' && version ? `, ${version}` : ''}\r\n`;
      item[key] =
        tag === 'AU'
          ? values.map((literal) => ({ literal }))
          : tag === 'DA'
            ? { 'date-parts': [value.split('/').map(Number)] }
            : value;
    }
  }
  // Without the space after its hyphen some programs do not end the record.
  return { ris: `${ris}ER  - \r\n`, csl: `${JSON.stringify([{ ...item, version }])}\n` };
}
