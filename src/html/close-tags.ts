/** Elements whose content is no text. One that is never closed would take all that follows with it. */
const swallowing =
  'script style noscript template textarea title iframe object svg math select button canvas video audio map noembed noframes xmp progress meter datalist';

const opening = new RegExp(
  `<(${swallowing.split(' ').join('|')})(?=[\\s/>])[^<>]*>|<!--|<plaintext(?=[\\s/>])[^<>]*>`,
  'gi',
);

/**
 * Returns HTML of the same length in which tags and comments that are never closed are blanks, so that the text after
 * them stays: an element of which no end follows its last beginning.
 */
export function blankUnclosed(html: string): string {
  const lower = html.toLowerCase();
  const lastEnds = new Map<string, number>();
  const endOf = (name: string): number => {
    const known = lastEnds.get(name);
    if (known !== undefined) return known;
    const end = name === '!--' ? lower.lastIndexOf('-->') : lower.lastIndexOf(`</${name}`);
    lastEnds.set(name, end);
    return end;
  };
  return html.replace(opening, (tag, name: string | undefined, at: number) => {
    if (tag.toLowerCase().startsWith('<plaintext')) return ' '.repeat(tag.length);
    if (tag.endsWith('/>')) return tag;
    return endOf(name === undefined ? '!--' : name.toLowerCase()) > at
      ? tag
      : ' '.repeat(tag.length);
  });
}

/** A sign before a letter alone, which a parser would take for a tag; elements of one letter are few. */
const lessThan = /<(?=(?![abipqsu][\s/>])[a-z](?![a-z\d:]))/gi;

/** Returns HTML in which the sign of `x<y` is a character reference, so that the text after it stays. */
export const escapeLessThan = (html: string): string => html.replace(lessThan, '&lt;');
