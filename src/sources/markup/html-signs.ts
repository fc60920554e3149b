/** Elements that a text has where it is HTML; other words in angle brackets are words. */
const elements =
  'a abbr article aside b big blockquote body br center cite code dd del div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img ins li main mark meta noscript ol p pre q s script section small span strike strong style sub summary sup table tbody td tfoot th thead time title tr tt u ul video';

/** A tag of HTML: its name must end there. */
const tag = new RegExp(`<(/?)(${elements.split(' ').join('|')})(?=[\\s/>])[^<>]*>`, 'gi');

/** Elements that have no end tag. */
const voidElements = new Set(['br', 'hr', 'img', 'meta', 'embed', 'p', 'li', 'td', 'tr']);

/** Elements of a whole page, or that make paragraphs: line ends in the text are blanks. */
const pageElements = new Set(['html', 'body', 'head']);
const paragraphElements = new Set(['p', 'br', 'div', 'td', 'tr', 'li']);

/** What HTML a text has. */
export interface HtmlSigns {
  /** Meaning of its line ends. */
  readonly lineEnds: 'space' | 'paragraphs' | 'lines';
  /** Whether its elements are only those that stand within lines. */
  readonly isInline: boolean;
}

const inlineElements = new Set(
  'a abbr b big cite code del em font i ins mark q s small span strike strong sub sup time tt u'.split(
    ' ',
  ),
);

/** Words before a tag that a text is about: «الوسم <br> يكسر السطر». */
const mention = /(?:وسم|وسوم|وسمي|وسمين|عنصر|العلامة|tag|element)\s*[«"'(]?$/i;

/** Most tags that are looked at: what comes first tells what the text is. */
const maxTags = 2000;

/**
 * Tells what HTML a text has; undefined where it has none for certain: an element with its end, or one that has none
 * (`<br>`). «الوسم <b> يغمّق» has no HTML.
 */
export function htmlSigns(text: string): HtmlSigns | undefined {
  if (!text.includes('<')) return undefined;
  const names = new Set<string>();
  const open = new Set<string>();
  let isCertain = false;
  let tags = 0;
  for (const { 1: slash, 2: written = '', index } of text.matchAll(tag)) {
    if (mention.test(text.slice(Math.max(0, index - 12), index))) continue;
    const name = written.toLowerCase();
    names.add(name);
    tags += 1;
    if (slash === '') {
      open.add(name);
      if (voidElements.has(name)) isCertain = true;
    } else if (open.has(name)) isCertain = true;
    if (tags >= maxTags) break;
  }
  if (!isCertain) return undefined;
  const has = (some: ReadonlySet<string>): boolean => [...names].some((name) => some.has(name));
  const isPage = has(pageElements) || /^\s*<!doctype/i.test(text.slice(0, 200));
  const lineEnds = isPage ? 'space' : has(paragraphElements) ? 'paragraphs' : 'lines';
  return { lineEnds, isInline: !isPage && [...names].every((name) => inlineElements.has(name)) };
}
