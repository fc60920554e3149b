/** Characters of HTML that texts have by name, and letters of European names in them. */
const characters: readonly (readonly [character: string, names: string])[] = [
  ...[
    ['"', 'quot'],
    ['&', 'amp'],
    ['<', 'lt'],
    ['>', 'gt'],
    ["'", 'apos'],
    [' ', 'nbsp ensp emsp thinsp'],
    ['«', 'laquo'],
    ['»', 'raquo'],
    ['‘', 'lsquo'],
    ['’', 'rsquo'],
    ['‚', 'sbquo'],
    ['“', 'ldquo'],
    ['”', 'rdquo'],
    ['„', 'bdquo'],
    ['‹', 'lsaquo'],
    ['›', 'rsaquo'],
    ['–', 'ndash'],
    ['—', 'mdash'],
    ['…', 'hellip'],
    ['', 'shy'],
    ['\u200c', 'zwnj'],
    ['\u200d', 'zwj'],
    ['\u200e', 'lrm'],
    ['\u200f', 'rlm'],
  ].map(([character = '', names = '']) => [character, names] as const),
];

/** Names of characters that follow each other in order, with `-` for one that needs none. */
const rows: readonly (readonly [signs: string, names: string])[] = [
  [
    '•·×÷°©®™€£¥¢§¶¡¿±½¼¾¹²³ªºµ′″−→←↑↓∞≠≤≥',
    'bull middot times divide deg copy reg trade euro pound yen cent sect para iexcl iquest plusmn frac12 frac14 frac34 sup1 sup2 sup3 ordf ordm micro prime Prime minus rarr larr uarr darr infin ne le ge',
  ],
  [
    'àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœš',
    'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml ntilde ograve oacute ocirc otilde ouml oslash ugrave uacute ucirc uuml yacute yuml szlig oelig scaron',
  ],
  [
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠ',
    'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml Ntilde Ograve Oacute Ocirc Otilde Ouml Oslash Ugrave Uacute Ucirc Uuml Yacute OElig Scaron',
  ],
];

/** Returns the characters of HTML by their names; a soft hyphen is nothing, a no-break space a space. */
function namedCharacters(): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const [character, names] of characters) {
    for (const name of names.split(' ')) named.set(name, character);
  }
  for (const [signs, names] of rows) {
    const all = Array.from(signs);
    for (const [i, name] of names.split(' ').entries()) named.set(name, all[i] ?? '');
  }
  return named;
}

const named = namedCharacters();

/** What Windows-1252 has at the numbers 128 to 159, which HTML gives the characters of that encoding. */
const windowsNumbers: ReadonlyMap<number, string> = new Map([
  ...([128, 130, 132, 133, 139, 145, 146, 147, 148, 149, 150, 151, 153, 155] as const).map(
    (number, i) => [number, Array.from('€‚„…‹‘’“”•–—™›')[i] ?? ''] as const,
  ),
]);

/** Numbers of signs that programs write as references, beside Arabic letters, marks and digits. */
const signNumbers = new Set([
  ...[34, 38, 39, 160, 169, 171, 173, 174, 176, 177, 183, 187, 189, 215, 247, 1548, 1563, 1567],
  ...[8204, 8205, 8206, 8207, 8211, 8212, 8216, 8217, 8218, 8220, 8221, 8222, 8226, 8230, 8249],
  ...[8250, 8364, 8482],
]);

/** Returns the character of a name, in any letter case where that is unambiguous; undefined for others. */
export const namedCharacter = (name: string): string | undefined =>
  named.get(name) ??
  (/^(?:QUOT|AMP|NBSP|LT|GT|LAQUO|RAQUO)$/.test(name) ? named.get(name.toLowerCase()) : undefined);

/** Returns the character of a number, as HTML reads it; undefined for controls and for what is no character. */
export function numberedCharacter(number: number): string | undefined {
  const windows = windowsNumbers.get(number);
  if (windows !== undefined) return windows;
  if (number === 0xa0 || (number >= 0x2002 && number <= 0x200a)) return ' ';
  if (number === 0xad || number === 0x200b || number === 0xfeff) return '';
  if (number === 10 || number === 13) return ' ';
  if (number < 0x20 || number > 0x10ffff) return undefined;
  const character = String.fromCodePoint(number);
  return /[\p{L}\p{M}\p{N}\p{P}\p{S} \u200c-\u200f]/u.test(character) ? character : undefined;
}

/** Tells whether a number alone, without its `&`, is that of a sign or an Arabic letter, and no number of the text. */
export const isSignNumber = (number: number): boolean =>
  signNumbers.has(number) ||
  (number >= 0x621 && number <= 0x652) ||
  (number >= 0x660 && number <= 0x669);
