import { wordsWithParticles } from './indivisible-words.ts';
import { listedWord, wordInLists } from './listed-words.ts';
import { shortKeyBounds } from './short-words.ts';
import { endings } from './word-endings.ts';
import { hasListedWaw, keyBounds } from './word-key.ts';

/** A form of the dictionary, and in how many articles it occurs. */
export interface CountedForm {
  readonly form: string;
  readonly count: number;
}

/** A form without its particles and its article. */
export interface WordBase {
  readonly base: string;
  readonly hasArticle: boolean;
}

/** Writes a hamza before a pronoun as at the end of the word: «وزرائهم» as «وزراءهم». */
const spelledBase = (base: string): string =>
  base.replace(/(?<=..)ا[يو](?=(?:ها|هم|هما|هن|كم|نا)$)/, 'اء');

const article = /^(?:[وف]?[بك]?ال|[وف]?لل)/;
const particlesOf = /^[وف]?[بلك]?/;

/** Words of which the first ال is no article, where the archive does not show it. */
const wordsInAl =
  /^ال(?:مان|تزام|تهاب|تقا|غاء|كترون|زام|هام|تحا[قم]|تفاف|تماس|تباس|تقي|تحق|تزم|تقط|عاب|وان|ياف|تفات|ياس|بوم|ماس$|بانيا|كسند|زهايم|برت|اف$)/;

/** Foreign words that begin like a particle with the article. */
const wordsInParticleAl =
  /^[وف]?(كال(?:سيوم|يفور|ديرا|فن)|فال(?:نسيا|كون|نتين|يتا)|بال(?:تيمور|تيك|يرمو|ون)|وال(?:تر|ت$))/;

/** The ways to divide the letters before a key into particles and first letters of the word. */
interface Division extends CountedForm {
  readonly start: number;
  readonly end: number;
  /** The first letters of the word before the key: one way, or several from the most letters to the fewest. */
  readonly roots: readonly string[];
  readonly hasArticle: boolean;
}

/** Tells whether two letters before a key can not both be particles: «بوزير», «لبرنامج», «لبنان». */
const isOneParticle = (before: string): boolean => before.length > 1 && !/^[وف][بلك]/.test(before);

function divisionOf({ form, count }: CountedForm): Division {
  const [start, end] = keyBounds(form);
  const before = form.slice(0, start);
  const withArticle = article.exec(before)?.[0];
  const division = (roots: readonly string[], hasArticle: boolean): Division => ({
    ...{ form, count, start, end, roots, hasArticle },
  });
  const foreign = wordsInParticleAl.exec(form)?.[1];
  if (foreign !== undefined) return division([before.slice(form.indexOf(foreign))], false);
  if (shortKeyBounds(form) !== undefined) return division([''], withArticle !== undefined);
  if (withArticle !== undefined) {
    const root = before.slice(withArticle.length);
    // «للبنان» is ل and «لبنان», «ألماني» has no article, «الألماني» has one.
    if (withArticle.endsWith('لل')) return division([`ل${root}`, root], true);
    return division(root.startsWith('ال') ? [root] : [`ال${root}`, root], true);
  }
  const most = isOneParticle(before) ? 1 : (particlesOf.exec(before)?.[0].length ?? 0);
  return division(
    Array.from({ length: most + 1 }, (_, particles) => before.slice(particles)),
    false,
  );
}

/** In so many articles or fewer a word shows nothing of the letters before it. */
const fewest = 3;

/** In how many articles a particle stands at most before a word, for one in which the word occurs without. */
const mostParticles: Readonly<Record<string, number>> = { و: 4, ب: 4, ل: 3, ف: 0.3, ك: 0.1 };

/**
 * Tells whether letters before a word are particles, where the archive does not show it. A word of three
 * letters with a long vowel in it is more often one word with them: «كبير», «لسان».
 *
 * @param rest the word without them
 */
function arePlausible(particles: string, rest: string, keyLength: number): boolean {
  const [first = '', second = ''] = particles;
  if (first === 'ك' || (first === 'ف' && second === '')) return false;
  if (listedWord(rest) !== undefined) return true;
  if (first === 'و' || first === 'ف')
    return second === '' ? first === 'و' : arePlausible(second, rest, keyLength);
  if (first === 'ل') return keyLength > 3 || !rest.startsWith('ا');
  if (first !== 'ب') return false;
  return keyLength > 3 || !/^(?:ا|.[اي])/.test(rest);
}

const withParticles = new Set(wordsWithParticles.split(/\s/));

/** Tells whether a base is listed as one of which the first letter is no particle. */
function isListedWithParticle(base: string): boolean {
  if (wordInLists(base) !== undefined || (base.startsWith('و') && hasListedWaw(base))) return true;
  for (let end = base.length; end > 2; end -= 1) {
    const rest = base.slice(end);
    const isEnding = endings.has(rest) || rest.startsWith('ي') || rest === 'ا';
    if (isEnding && withParticles.has(base.slice(0, end))) return true;
  }
  return false;
}

/** Chooses the first letters of the word, where the archive shows them; undefined where it does not. */
function shownRoot(
  { form, start, end, roots, hasArticle }: Division,
  certain: ReadonlyMap<string, number>,
  counts: ReadonlyMap<string, number>,
  forms: ReadonlyMap<string, number>,
): string | undefined {
  const [longest = '', second = ''] = roots;
  if (roots.length === 1) return longest;
  const baseWith = (root: string): string => form.slice(start - root.length);
  const listed = roots.find((root) => root !== '' && isListedWithParticle(baseWith(root)));
  if (listed !== undefined) return listed;
  if (hasArticle) {
    // «الألغام» shows that ال is of «ألغام»: a word has no second article.
    const isRoot = (certain.get(longest) ?? 0) * 4 > (counts.get(second) ?? 0);
    return isRoot || wordsInAl.test(baseWith(longest)) ? longest : second;
  }
  const count = counts.get(longest) ?? 0;
  // Before names and foreign words ف and ك are mostly letters of the word: the word itself must be frequent.
  const countWithout = (rest: string): number =>
    (forms.get(rest) ?? 0) + (forms.get(`ال${rest}`) ?? 0);
  const occursWithout = (rest: string, particle: string): boolean => {
    const known = countWithout(rest);
    // «وكيري» is «وكيرى» only where «كيري» is rare.
    const most = Math.max(count, forms.get(particle + rest) ?? 0);
    return known > fewest && most <= (mostParticles[particle] ?? 1) * known;
  };
  const mostWithout = Math.max(...roots.slice(1).map((root) => certain.get(root) ?? 0));
  return roots.find((root, n) => {
    const known = certain.get(root) ?? 0;
    // A name with the article («الواكد») is no evidence against a frequent word («وأكد»).
    if (n === 0)
      return (
        known > 0 && known * 50 >= count && (!longest.endsWith('و') || known * 25 >= mostWithout)
      );
    const particle = longest.charAt(longest.length - root.length - 1);
    const isFew = known + count <= fewest;
    const removed = longest.slice(0, longest.length - root.length);
    const rest = form.slice(start - root.length);
    // A frequent word that hardly occurs without ب or ل has it itself: «لافروف».
    if (/[بل]$/.test(removed) && count > fewest && countWithout(rest) * 4 < count) return false;
    if (/[فك]/.test(removed) && !isOneParticle(longest)) return occursWithout(rest, particle);
    if (known === 0 || (isFew && end - start < 4)) return isOneParticle(longest) && known > 0;
    return isFew || count <= (mostParticles[particle] ?? 1) * known;
  });
}

/** Tells whether a base is known to begin with the first letters of its word. */
const isListedBase = (base: string): boolean =>
  listedWord(base) !== undefined || isListedWithParticle(base);

/** Chooses the first letters of the word by its shape. */
function plausibleRoot(
  { form, start, end, roots, count }: Division,
  forms: ReadonlyMap<string, number>,
): string {
  const [longest = '', second = ''] = roots;
  const baseWith = (root: string): string => spelledBase(form.slice(start - root.length));
  const keyLength = end - start;
  const listed = roots.find((root) => isListedBase(baseWith(root)));
  if (listed !== undefined && listed !== '') return listed;
  if (/^[فك]/.test(longest) && isOneParticle(longest)) return longest;
  if (isOneParticle(longest))
    return keyLength > 3 || longest.length > 2 || longest[0] === longest[1] ? second : longest;
  const plausible = roots.toReversed().find((root) => {
    const particles = longest.slice(0, longest.length - root.length);
    const without = form.slice(start - root.length);
    const isShown = (forms.get(without) ?? 0) * 4 >= count;
    if (/[بل]$/.test(particles) && count > fewest && !isShown) return false;
    return particles !== '' && arePlausible(particles, baseWith(root), keyLength);
  });
  return plausible ?? longest;
}

/**
 * Returns the bases of forms that share a key. Whether a first letter is a particle («بوزير») or one of the
 * word («برنامج») follows from the other forms: behind an article it is of the word, and a word that is never
 * without it is one with it.
 */
export function basesOf(forms: readonly CountedForm[]): readonly WordBase[] {
  const divisions = forms.map(divisionOf);
  const byForm = new Map(forms.map(({ form, count }) => [form, count]));
  const certain = new Map<string, number>();
  const add = (root: string, count: number): void => {
    certain.set(root, (certain.get(root) ?? 0) + count);
  };
  // In how many articles words begin with the same letters, which may be particles.
  const counts = new Map<string, number>();
  for (const { roots, count, hasArticle } of divisions) {
    const [longest = ''] = roots;
    if (roots.length === 1) add(longest, count);
    else if (hasArticle && longest.startsWith('ا')) add(roots[1] ?? '', count);
    if (!hasArticle) counts.set(longest, (counts.get(longest) ?? 0) + count);
  }
  const chosen: (string | undefined)[] = divisions.map((division) =>
    shownRoot(division, certain, counts, byForm),
  );
  // What is left follows from shape: first long words («لبرنامج» shows that ب is of the word), then short ones.
  const isFirst = ({ roots, start, end }: Division): boolean =>
    isOneParticle(roots[0] ?? '') && end - start > 3;
  const isLast = ({ roots, start, end }: Division): boolean =>
    isOneParticle(roots[0] ?? '') && end - start <= 3;
  for (const isTurn of [isFirst, (one: Division) => !isFirst(one) && !isLast(one), isLast]) {
    divisions.forEach((division, n) => {
      if (chosen[n] !== undefined || !isTurn(division)) return;
      const root = shownRoot(division, certain, counts, byForm) ?? plausibleRoot(division, byForm);
      chosen[n] = root;
      add(root, division.count);
    });
  }
  return divisions.map(({ form, start, hasArticle }, n) => ({
    ...{ base: spelledBase(form.slice(start - (chosen[n] ?? '').length)), hasArticle },
  }));
}
