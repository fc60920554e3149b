import type { CountedNoun } from '../model/counted-noun.ts';
import type { Region } from '../model/region.ts';

const arabicIndic = '٠١٢٣٤٥٦٧٨٩';

const [zero, nine] = [0x30, 0x39];

/** Returns `text` with ASCII digits replaced by the region's. */
export function localDigits(text: string, digits: Region['digits']): string {
  if (digits === 'latn') return text;
  let local = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    local += unit >= zero && unit <= nine ? arabicIndic[unit - zero] : text[at];
  }
  return local;
}

/** Returns a whole number grouped by thousands: ١٬٢٣٤ with Arabic-Indic digits, else 1,234. */
export function formatCount(count: number, digits: Region['digits']): string {
  if (count >= 0 && count < 1000) return localDigits(String(count), digits);
  const separator = digits === 'arab' ? '٬' : ',';
  const grouped = String(count).replace(/\B(?=(?:\d{3})+$)/g, separator);
  return localDigits(grouped, digits);
}

/** Cache of plural rules by language; creating them is slow. */
const rulesByLanguage = new Map<string, Intl.PluralRules>();

/** Categories of the numbers below `keptNumbers` by language; selecting one takes microseconds. */
const categoriesByLanguage = new Map<string, Intl.LDMLPluralRule[]>();

/** Numbers below this have their categories kept: nearly all that pages show. */
const keptNumbers = 1000;

function selectCategory(count: number, language: string): Intl.LDMLPluralRule {
  const rules = rulesByLanguage.get(language) ?? new Intl.PluralRules(language);
  rulesByLanguage.set(language, rules);
  return rules.select(count);
}

/** Returns the plural category of a whole number in a language (CLDR plural rules). */
export function pluralCategory(count: number, language: string): Intl.LDMLPluralRule {
  const categories = categoriesByLanguage.get(language) ?? [];
  categoriesByLanguage.set(language, categories);
  const category = categories[count] ?? selectCategory(count, language);
  if (count < keptNumbers) categories[count] = category;
  return category;
}

/**
 * Returns a counted noun with its number: `countNoun(3, …, 'ar')` gives «٣ مقالات». The forms for
 * zero and two may be words in any language: «no articles», «twice».
 */
export function countNoun(
  count: number,
  noun: CountedNoun,
  digits: Region['digits'],
  language: string,
): string {
  const special = count === 0 ? noun.zero : count === 2 ? noun.two : undefined;
  const form = special ?? noun[pluralCategory(count, language)] ?? noun.other;
  return form.replace('{n}', formatCount(count, digits));
}
