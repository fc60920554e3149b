import { attribute, type HtmlElement, isElement, walkTree } from '../sources/html/tree.ts';

/** What a page shows around an article, or between its paragraphs. */
export type FurnitureKind =
  | 'notice'
  | 'dialog'
  | 'newsletter'
  | 'share'
  | 'related'
  | 'comments'
  | 'advertising'
  | 'navigation'
  | 'tags'
  | 'form'
  | 'details';

/** Names of classes and ids, in lower case, words parted by one hyphen. */
const named: readonly (readonly [FurnitureKind, RegExp])[] = [
  [
    'notice',
    /cookie|consent|gdpr|ccpa|onetrust|cybot|didomi|truste\b|privacy-(?:notice|banner|bar|popup|alert|message|box)|(?:^|-)cmp(?:\d|-|$)|tracking-(?:notice|banner)/,
  ],
  [
    'dialog',
    /(?:^|-)(?:modal|popup|pop-up|overlay|lightbox|toast|snackbar|paywall|adblock|interstitial|off-?canvas)(?:-|$)/,
  ],
  [
    'newsletter',
    /newsletter|(?:^|-)subscri(?:be|ption)|mailing-list|mc4wp|mailchimp|(?:^|-)sign-?up(?:-|$)/,
  ],
  [
    'share',
    /(?:^|-)(?:share|sharing|sharebar|socials?|addtoany|addthis|a2a|sharethis|heateor|ssba)(?:-|$)|sharedaddy|share-?(?:buttons?|icons?|links?|box|bar)|social-?(?:media|links|icons|buttons|bar|share)|follow-us/,
  ],
  [
    'related',
    /(?:^|-)related|relatedposts|recommend|read-(?:more|also|next)|readmore|(?:^|-)more-(?:news|stories|articles|from|posts)|also-(?:read|like)|you-may|outbrain|taboola|most-(?:read|viewed|popular)|popular-(?:posts|news)|trending|yarpp|post-navigation|nav-(?:links|previous|next)|prev-next|next-prev|latest-(?:news|posts)/,
  ],
  ['comments', /(?:^|-)(?:comments?|disqus|respond|commentlist)(?:-|$)|fb-comments/],
  [
    'advertising',
    /(?:^|-)(?:ads?|adv|advert\w*|adsbygoogle|adsense|dfp|sponsored|promo(?:tion|box)?)(?:-|$)|google-ad|banner-ad/,
  ],
  [
    'navigation',
    /(?:^|-)(?:breadcrumbs?|pagination|pager|site-nav|navbar|toolbar|skip-link)(?:-|$)/,
  ],
  [
    'tags',
    /(?:^|-)(?:tags|tag-?links|tag-?list|tagcloud|post-tags|cat-links|article-tags|keywords)(?:-|$)/,
  ],
];

const roles: ReadonlyMap<string, FurnitureKind> = new Map([
  ['dialog', 'dialog'],
  ['alertdialog', 'dialog'],
  ['navigation', 'navigation'],
  ['menu', 'navigation'],
  ['menubar', 'navigation'],
  ['toolbar', 'navigation'],
  ['search', 'form'],
]);

const tags: ReadonlyMap<string, FurnitureKind> = new Map([
  ['nav', 'navigation'],
  ['dialog', 'dialog'],
  ['form', 'form'],
  ['button', 'form'],
  ['select', 'form'],
]);

/** Returns class and id in lower case, words parted by one hyphen: «CybotCookiebotDialog» has three. */
export function namesOfElement(element: HtmlElement): string {
  const written = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return written.trim() === ''
    ? ''
    : written
        .slice(0, 1000)
        .replace(/([a-z\d])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .replace(/[-_:]+/g, '-')
        .trim();
}

/** Returns what kind of furniture an element is by its tag, role, name and position; undefined for others. */
export function furnitureKind(element: HtmlElement): FurnitureKind | undefined {
  const byTag =
    tags.get(element.tagName) ?? roles.get(attribute(element, 'role')?.toLowerCase() ?? '');
  const names = namesOfElement(element).split(/\s+/);
  const byName = named.find(([, pattern]) => names.some((name) => pattern.test(name)))?.[0];
  // A dialogue that asks about cookies is a notice.
  if (byName === 'notice' || (byTag === 'form' && byName !== undefined)) return byName;
  if (byTag !== undefined) return byTag;
  if (attribute(element, 'aria-modal') === 'true') return 'dialog';
  const style = attribute(element, 'style') ?? '';
  if (/position\s*:\s*(?:fixed|sticky)/i.test(style)) return 'dialog';
  return byName;
}

/** Words of a notice about what a site stores in a browser. */
const stored =
  /ملفات\s+(?:تعريف\s+)?(?:ال)?ارتباط|تعريف\s+الارتباط|كوكيز|الكوكي|\bcookies?\b|ملفات\s+صغيرة\s+تحفظ|تحفظ\s+في\s+(?:جهازك|متصفحك)/i;
const agreed =
  /(?:نستخدم|نستعمل|يستخدم|يستعمل|تستخدم|يستعين)\s+(?:\S+\s+){0,3}(?:ملفات|كوكيز|الكوكيز)|موقعنا|(?:أ|ن|ت)وافق|موافق|قبول|بمتابعة|باستمرارك|متصفحك|الخصوصية|\bwe use\b|\baccept\b|\bagree\b/i;

/** Tells whether a text speaks of what a site stores in a browser. */
export const speaksOfStorage = (text: string): boolean => stored.test(text);

/** Longest text of a notice, in UTF-16 code units. */
const maxNotice = 700;

/** Tells whether a short text asks readers to agree to what a site stores in their browser. */
export const readsAsNotice = (text: string): boolean =>
  text.length <= maxNotice && stored.test(text) && agreed.test(text);

/** Headings of lists of other articles. */
const relatedHeading =
  /^[\s:»«|–-]*(?:اقرأ(?:وا)?|إقرأ|طالع|شاهد|تابع)\s+(?:أيضا|أيضًا|أيضاً|المزيد|كذلك)|^[\s:]*(?:(?:مواضيع|موضوعات|أخبار|مقالات|مواد|روابط|تقارير)\s+(?:ذات\s+صلة|متعلقة|مرتبطة|مشابهة|أخرى)|الأكثر\s+(?:قراءة|مشاهدة|تداولا|شعبية)|قد\s+(?:يهمك|يعجبك)|المزيد\s+(?:من|في)|آخر\s+الأخبار|related\b|read\s+(?:also|more|next)|most\s+read|you\s+may)/i;

/** Tells whether a line is the heading of a list of other articles. */
export const isRelatedHeading = (text: string): boolean =>
  text.length <= 60 && relatedHeading.test(text);

/** Elements that hold an article, and so are no furniture whatever they are called. */
export function holdsArticle(element: HtmlElement): boolean {
  return walkTree([element]).some(
    (node) =>
      isElement(node) &&
      (/^(?:main|article|h1|body|html)$/.test(node.tagName) ||
        attribute(node, 'itemprop')?.toLowerCase() === 'articlebody' ||
        isBodyByName(node)),
  );
}

/** Classes and ids of an article's text, as content systems name it. */
const bodyName =
  /^(?:(?:entry|post|article|story|news|single|node|blog|detail|details|td-post|post-body)-(?:content|body|text|entry)|(?:field-name|field|field-)-body|post-entry|article(?:body|content|text)|story-?body(?:-inner)?|news(?:details?|body|text|content)|(?:the|post|single|article|news)-?(?:content|details?)|content-body|body-content|wysiwyg|rich-?text|post-content-\w+|blog-?post-?body|postbody|post-body)$/;

/** Tells whether an element has the name of an article's text. */
export const isBodyByName = (element: HtmlElement): boolean =>
  element.tagName !== 'body' &&
  namesOfElement(element)
    .split(/\s+/)
    .some((name) => bodyName.test(name));

/** Tells whether furniture by its name may nevertheless be a wrapper of the page. */
export const mayWrap = (element: HtmlElement): boolean =>
  element.tagName !== 'nav' &&
  /wrapper|container|page|layout|site|body|open|has-|with-/.test(namesOfElement(element));
