/** Letters that no Arabic word has, of Persian, Urdu, Kurdish, Pashto and Uighur, and the keheh and yeh of Persian keyboards. */
const foreignLetter = /[\u0679-\u06d3\u06d5]/;

/** Evidence of a language in Arabic letters. */
interface Evidence {
  readonly language: string;
  /** Its letters. */
  readonly letters: RegExp;
  /** Smallest share of its letters among all of a text. */
  readonly share: number;
  /** Its frequent words, with the Arabic kaf and yeh; absent where its letters say enough. */
  readonly words?: ReadonlySet<string>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Evidence, the most particular letters first. */
const evidence: readonly Evidence[] = [
  { language: 'ug', letters: /[\u06c7\u06c8\u06cb]/g, share: 0.05 },
  { language: 'ckb', letters: /[\u06d5\u06ce\u06c6\u06b5\u0695]/g, share: 0.06 },
  {
    language: 'ps',
    letters: /[\u067c\u0681\u0685\u0689\u0693\u0696\u069a\u06ab\u06bc\u06cd\u06d0]/g,
    share: 0.03,
  },
  {
    language: 'ur',
    letters: /[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]/g,
    share: 0.05,
    words: words(
      'كے كي ہے میں مين ميں اور سے نے كو كا پر يہ كہ ہيں تھا تھي تھے گيا اس ايك بھي ليے وہ',
    ),
  },
  {
    language: 'fa',
    letters: /[\u067e\u0686\u0698\u06a9\u06af\u06cc]/g,
    share: 0.02,
    words: words(
      'كه را اين است از در با به براي هاي مي شده هستند نيست شود خود آنها كرد بود يك آن تا نمي كند شد روز گفت نيز',
    ),
  },
];

/** Fewest different frequent words of a language in a text of it, and their smallest share of its words. */
const [fewestWords, smallestShare] = [3, 0.12];

/** Longest text that is looked at, in UTF-16 code units. */
const longest = 1200;

/** Whether enough of a text's words are frequent words of a language. */
function hasWords(text: string, frequent: ReadonlySet<string>): boolean {
  const all =
    text
      .replaceAll('\u06a9', '\u0643')
      .replaceAll('\u06cc', '\u064a')
      .match(/\p{L}+/gu) ?? [];
  const found = all.filter((word) => frequent.has(word));
  return found.length >= all.length * smallestShare && new Set(found).size >= fewestWords;
}

/**
 * Returns the language of a text in Arabic letters that is not Arabic: Persian, Urdu, Kurdish (Sorani), Pashto or
 * Uighur; undefined for Arabic, also where it is typed with the yeh and kaf of a Persian keyboard.
 */
export function arabicScriptLanguage(text: string): string | undefined {
  if (!foreignLetter.test(text)) return undefined;
  const start = text.slice(0, longest);
  const total = start.match(/\p{L}/gu)?.length ?? 0;
  return evidence.find(
    ({ letters, share, words: frequent }) =>
      (start.match(letters)?.length ?? 0) > total * share &&
      (frequent === undefined || hasWords(start, frequent)),
  )?.language;
}
