/** Shortcodes that stand for something that is no text, without an attribute or an end. */
const known = new Set(
  'gallery playlist audio video caption wp_caption embed more nextpage toc sociallocker ads ad'.split(
    ' ',
  ),
);

/** Those between whose beginning and end stands no text. */
const hollow = new Set(['audio', 'video', 'playlist', 'gallery', 'vc_raw_html', 'vc_raw_js']);

const shortcode = /\[(\/?)([a-z][a-z0-9_-]*)((?:\s|\/)[^[\]]*)?\]/gi;

/**
 * Takes out WordPress's shortcodes and keeps the words between their beginnings and ends. Words in
 * brackets that are none stay: a shortcode has an ASCII name and an end, an attribute, or a name that
 * WordPress itself knows.
 */
export function withoutShortcodes(content: string): string {
  if (!content.includes('[')) return content;
  const found = [...content.matchAll(shortcode)].map((match) => {
    const [whole, slash = '', name = '', rest = ''] = match;
    return {
      start: match.index,
      end: match.index + whole.length,
      closes: slash !== '',
      name: name.toLowerCase(),
      hasAttributes: /=|\/\s*$/.test(rest),
    };
  });
  const lastEnd = new Map(found.filter(({ closes }) => closes).map((one) => [one.name, one.start]));
  const parts: string[] = [];
  let at = 0;
  /** The shortcode whose end is looked for, with all that stands before it. */
  let hidden: string | undefined;
  for (const { start, end, closes, name, hasAttributes } of found) {
    const isPaired = (lastEnd.get(name) ?? -1) >= start;
    if (hidden !== undefined) {
      if (!closes || name !== hidden) continue;
      hidden = undefined;
      at = end;
    } else if (closes || isPaired || hasAttributes || known.has(name)) {
      parts.push(content.slice(at, start));
      at = end;
      if (!closes && isPaired && hollow.has(name)) hidden = name;
    }
  }
  parts.push(content.slice(at));
  return parts.join('');
}
