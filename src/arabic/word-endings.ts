/**
 * Kinds of endings: none or a pronoun (`word`), the ending of a verb (`verb`), ه as ة or as a pronoun
 * (`ha`), a feminine noun with more behind it (`feminine`), ات and more (`plural`), ان (`dual`), ين
 * (`oblique`), ون and و (`masculine`), ي as a plural before a noun, or as «my» (`construct`).
 */
export type Ending =
  | 'word'
  | 'verb'
  | 'ha'
  | 'feminine'
  | 'plural'
  | 'dual'
  | 'oblique'
  | 'masculine'
  | 'construct';

/** Pronouns joined to a noun or a verb. */
const pronouns = ['ه', 'ها', 'هم', 'هما', 'هن', 'كم', 'نا'];

/** The endings that are told apart, with their kinds. */
export const endings: ReadonlyMap<string, Ending> = new Map<string, Ending>([
  ...['', 'ا', 'ها', 'هم', 'هما', 'هن', 'كم', 'نا'].map((e): [string, Ending] => [e, 'word']),
  ...['ت', 'تم', 'وا', 'وه'].map((e): [string, Ending] => [e, 'verb']),
  ['ه', 'ha'],
  ...['تان', 'تين', 'تي', 'تا', ...pronouns.map((p) => `ت${p}`)].map((e): [string, Ending] => [
    e,
    'feminine',
  ]),
  ...['ات', ...pronouns.map((p) => `ات${p}`)].map((e): [string, Ending] => [e, 'plural']),
  ['ان', 'dual'],
  ['ين', 'oblique'],
  ...['ون', 'و', 'وها', 'وهم'].map((e): [string, Ending] => [e, 'masculine']),
  ...['ي', 'يها', 'يهم', 'يهما', 'ينا'].map((e): [string, Ending] => [e, 'construct']),
]);
