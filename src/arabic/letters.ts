/**
 * Classes of UTF-16 code units in Arabic text. All functions take one code unit, so that a scan
 * creates no strings; no Arabic letter of news texts is outside the basic plane.
 */

/** Tells whether the unit is a tashkeel or Quranic mark (fatha to sukun, the dagger alif, …). */
export function isMark(unit: number): boolean {
  return (
    (unit >= 0x064b && unit <= 0x065f) ||
    unit === 0x0670 ||
    (unit >= 0x0610 && unit <= 0x061a) ||
    (unit >= 0x06d6 && unit <= 0x06dc) ||
    (unit >= 0x06df && unit <= 0x06e4) ||
    (unit >= 0x06e7 && unit <= 0x06e8) ||
    (unit >= 0x06ea && unit <= 0x06ed)
  );
}

/** Tells whether the unit is the tatweel (kashida), which only stretches a word: «العـــربية». */
export function isTatweel(unit: number): boolean {
  return unit === 0x0640;
}

/** Tells whether the unit is a letter of Arabic script, of any language; marks and tatweel are not. */
export function isArabicLetter(unit: number): boolean {
  if (unit < 0x0620) return false;
  if (unit <= 0x06ff) {
    return (
      (unit <= 0x064a && unit !== 0x0640) ||
      (unit >= 0x066e && unit <= 0x06d3 && unit !== 0x0670) ||
      unit === 0x06d5 ||
      (unit >= 0x06ee && unit <= 0x06ef) ||
      (unit >= 0x06fa && unit <= 0x06fc) ||
      unit === 0x06ff
    );
  }
  return (
    (unit >= 0x0750 && unit <= 0x077f) ||
    (unit >= 0x08a0 && unit <= 0x08c9) ||
    (unit >= 0xfb50 && unit <= 0xfdfb && !(unit >= 0xfbb2 && unit <= 0xfbc2)) ||
    (unit >= 0xfe70 && unit <= 0xfefc)
  );
}

/** Tells whether the unit is a digit of Arabic texts: `0`–`9`, `٠`–`٩` or `۰`–`۹`. */
export function isDigit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x0660 && unit <= 0x0669) ||
    (unit >= 0x06f0 && unit <= 0x06f9)
  );
}

/** Tells whether the unit is a letter of Latin script, accented ones included. */
export function isLatinLetter(unit: number): boolean {
  return (
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7)
  );
}

/** Tells whether the unit is white space as in `\s` (U+2028 and the no-break spaces included). */
export function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** Tells whether the unit is an invisible format character: ZWJ, RLM, bidi isolates, …. */
export function isInvisible(unit: number): boolean {
  return (
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2069) ||
    unit === 0x061c ||
    unit === 0x00ad
  );
}

const folded: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
};

const unfolded =
  /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u061c]|[أإآٱىیئؤةک]/g;

/** Code units of nearly all words. In a longer text the expression is faster, which creates fewer strings. */
const longestWord = 24;

/** The code units between which all folded ones are, and what each of them becomes; undefined for all others. */
const [firstFolded, lastFolded] = [0x0610, 0x200f];
const replacements: readonly (string | undefined)[] = Array.from(
  { length: lastFolded + 1 - firstFolded },
  (_, i) => {
    const sign = String.fromCharCode(firstFolded + i);
    return sign.search(unfolded) === 0 ? (folded[sign] ?? '') : undefined;
  },
);

/**
 * Folds the spellings of a word into one: without tashkeel, tatweel and invisible characters, one
 * alif, `ى` as `ي`, `ة` as `ه`, a seated hamza as its seat («مسؤولٌ» and «مسوول» are one).
 *
 * @param text A word or any text.
 * @returns The text folded; other characters are unchanged.
 */
export function fold(text: string): string {
  if (text.length > longestWord) return text.replace(unfolded, (sign) => folded[sign] ?? '');
  let form = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < firstFolded || unit > lastFolded) continue;
    const replacement = replacements[unit - firstFolded];
    if (replacement === undefined) continue;
    form += text.slice(from, at) + replacement;
    from = at + 1;
  }
  return from === 0 ? text : form + text.slice(from);
}
