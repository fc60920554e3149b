import { listedWord } from './listed-words.ts';
import { shortKeyBounds } from './short-words.ts';
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
  base.replace(/ا[يو](?=(?:ها|هم|هما|هن|كم|نا)$)/, 'اء');

const article = /^(?:[وف]?[بك]?ال|[وف]?لل)/;
const particlesOf = /^[وف]?[بلك]?/;

/** Words of which the first ال is no article, where the archive does not show it. */
const wordsInAl =
  /^ال(?:مان|تزام|تهاب|تقا|غاء|كترون|زام|هام|تحاق|تفاف|تماس|تباس|تقي|تحق|تزم|تقط|عاب|وان|ياف|تفات|اف$)/;

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

/** In how many articles a particle stands at most before a word, for one in which the word occurs without. */
const mostParticles: Readonly<Record<string, number>> = { و: 4, ب: 4, ل: 3, ف: 0.5, ك: 0.1 };

/**
 * Tells whether letters before a word are particles, where the archive does not show it. A word of three
 * letters with a long vowel in it is more often one word with them: «كبير», «لسان».
 *
 * @param rest the word without them
 */
function arePlausible(particles: string, rest: string, keyLength: number): boolean {
  const [first = '', second = ''] = particles;
  if (listedWord(rest) !== undefined) return true;
  if (first === 'و' || first === 'ف')
    return second === '' ? first === 'و' : arePlausible(second, rest, keyLength);
  if (first === 'ل') return keyLength > 3 || !rest.startsWith('ا');
  if (first !== 'ب') return false;
  return keyLength > 3 || !/^(?:ا|.[اي])/.test(rest);
}

/** Chooses the first letters of the word, where the archive shows them; undefined where it does not. */
function shownRoot(
  { form, start, end, roots, hasArticle }: Division,
  certain: ReadonlyMap<string, number>,
  counts: ReadonlyMap<string, number>,
): string | undefined {
  const [longest = '', second = ''] = roots;
  if (roots.length === 1) return longest;
  const baseWith = (root: string): string => form.slice(start - root.length);
  if (hasArticle) {
    const isRoot = (certain.get(longest) ?? 0) > (certain.get(second) ?? 0);
    return isRoot || wordsInAl.test(baseWith(longest)) ? longest : second;
  }
  const listed = roots.find((root) => root.startsWith('و') && hasListedWaw(baseWith(root)));
  if (listed !== undefined) return listed;
  const count = counts.get(longest) ?? 0;
  return roots.find((root, n) => {
    const known = certain.get(root) ?? 0;
    if (n === 0) return known > 0 && known * 50 >= count;
    const particle = longest.charAt(longest.length - root.length - 1);
    const isFew = known + count <= 3;
    if (known === 0 || (isFew && end - start < 4)) return isOneParticle(longest) && known > 0;
    return isFew || count <= (mostParticles[particle] ?? 1) * known;
  });
}

/** Tells whether a base is known to begin with the first letters of its word. */
const isListedBase = (base: string): boolean =>
  listedWord(base) !== undefined || (base.startsWith('و') && hasListedWaw(base));

/** Chooses the first letters of the word by its shape. */
function plausibleRoot({ form, start, end, roots }: Division): string {
  const [longest = '', second = ''] = roots;
  const baseWith = (root: string): string => spelledBase(form.slice(start - root.length));
  const keyLength = end - start;
  const listed = roots.find((root) => isListedBase(baseWith(root)));
  if (listed !== undefined && listed !== '') return listed;
  if (isOneParticle(longest))
    return keyLength > 3 || longest.length > 2 || longest[0] === longest[1] ? second : longest;
  const plausible = roots.toReversed().find((root) => {
    const particles = longest.slice(0, longest.length - root.length);
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
    shownRoot(division, certain, counts),
  );
  // What is left follows from shape: first long words («لبرنامج» shows that ب is of the word), then short ones.
  const isFirst = ({ roots, start, end }: Division): boolean =>
    isOneParticle(roots[0] ?? '') && end - start > 3;
  const isLast = ({ roots, start, end }: Division): boolean =>
    isOneParticle(roots[0] ?? '') && end - start <= 3;
  for (const isTurn of [isFirst, (one: Division) => !isFirst(one) && !isLast(one), isLast]) {
    divisions.forEach((division, n) => {
      if (chosen[n] !== undefined || !isTurn(division)) return;
      const root = shownRoot(division, certain, counts) ?? plausibleRoot(division);
      chosen[n] = root;
      add(root, division.count);
    });
  }
  return divisions.map(({ form, start, hasArticle }, n) => ({
    ...{ base: spelledBase(form.slice(start - (chosen[n] ?? '').length)), hasArticle },
  }));
}
