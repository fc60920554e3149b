/** Longest document type that is passed over. */
const maxDoctype = 8000;

/** A processing instruction, a comment or a document type before the first element. */
const prolog = new RegExp(
  `\\s*(?:<\\?[^>]*>|<!--[\\s\\S]*?-->|<!DOCTYPE\\s[^[>]{0,${maxDoctype}}(?:\\[[\\s\\S]{0,${maxDoctype}}?\\]\\s*)?>)`,
  'iy',
);

/** Returns the name of the first element of XML or HTML, with its prefix; undefined where text comes first. */
export function rootOfXml(text: string): string | undefined {
  let at = 0;
  for (;;) {
    prolog.lastIndex = at;
    const found = prolog.exec(text);
    if (found === null) break;
    at += found[0].length;
  }
  return /^\s*<([\p{L}_][\p{L}\d_.:-]{0,100})/u.exec(text.slice(at, at + 300))?.[1];
}
