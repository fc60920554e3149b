/** Shortcodes without text, attributes or closing tag. */
const known = new Set(
  'gallery playlist audio video caption wp_caption embed more nextpage toc sociallocker ads ad'.split(
    ' ',
  ),
);

/** Shortcodes whose content is not text. */
const withoutText = new Set(['audio', 'video', 'playlist', 'gallery', 'vc_raw_html', 'vc_raw_js']);

const shortcode = /\[(\/?)([a-z][a-z0-9_-]*)((?:\s|\/)[^[\]]*)?\]/gi;

/**
 * Removes WordPress's shortcodes and keeps the text between opening and closing ones. Other words in
 * brackets stay: a shortcode has an ASCII name, and a closing tag, an attribute, or a name defined by
 * WordPress.
 */
export function withoutShortcodes(text: string): string {
  if (!text.includes('[')) return text;
  return withoutOthers(text.includes('[caption') ? text.replace(captioned, figure) : text);
}

/** A picture with its caption, as WordPress wrote it before HTML had an element for both. */
const captioned =
  /\[caption\b[^[\]]{0,500}\]\s*((?:<a\b[^<>]{0,2000}>\s*)?<img\b[^<>]{0,4000}>(?:\s*<\/a>)?)([^[\]<>]{0,1000})\[\/caption\]/gi;

const figure = '<figure>$1<figcaption>$2</figcaption></figure>';

function withoutOthers(text: string): string {
  const shortcodes = [...text.matchAll(shortcode)].map((match) => {
    const [whole, slash = '', name = '', rest = ''] = match;
    return {
      start: match.index,
      end: match.index + whole.length,
      closes: slash !== '',
      name: name.toLowerCase(),
      hasAttributes: /=|\/\s*$/.test(rest),
    };
  });
  const lastEnd = new Map(
    shortcodes.filter(({ closes }) => closes).map((closing) => [closing.name, closing.start]),
  );
  const parts: string[] = [];
  let at = 0;
  /** The open shortcode whose content is skipped, with the text before it. */
  let skipped: string | undefined;
  for (const { start, end, closes, name, hasAttributes } of shortcodes) {
    const isPaired = (lastEnd.get(name) ?? -1) >= start;
    if (skipped !== undefined) {
      if (!closes || name !== skipped) continue;
      skipped = undefined;
      at = end;
    } else if (closes || isPaired || hasAttributes || known.has(name)) {
      parts.push(text.slice(at, start));
      at = end;
      if (!closes && isPaired && withoutText.has(name)) skipped = name;
    }
  }
  parts.push(text.slice(at));
  return parts.join('');
}
