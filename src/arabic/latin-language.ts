/**
 * Frequent short words of languages in Latin letters, which any sentence of theirs has. Words that several of the
 * languages share are with each of them.
 */
const functionWords: Readonly<Record<string, string>> = {
  en: "the of and to in is was that for it with as his he on be at by had not are but from or have an they which one were her all she there would their we him been has when who will more no if out so said what its about into than them can only other new some could time these two may then do first any my now such like our over me even most made after also did many before must through where much your well should because each those people mr how too very good you this i a i'm it's don't doesn't we're thank",
  fr: "le la les de des du et à un une est en que qui dans pour pas ce il au sur ne se plus par avec elle son sa ses je nous vous ils mais ou où si leur été être cette fait aux comme tout on même sont ont aussi ces deux avoir était l' d' c' qu' n' s' j' lui y sans mon très après encore bien entre dont peut sous faire",
  de: 'der die das und in zu den von nicht mit sich des auf für ist im dem ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei wir ich ihr kann gegen unter wenn waren sehr hatte hatten',
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde',
  it: "di e il la che in un a per è una sono non con del si da i le al come più lo dei nel della ha alla ma gli anche o se delle su questo l' dell' un' all' nell' suo sua loro ci io mi ho essere stato era dal tra quando fra c'è",
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos são foi é está',
  tr: 'bir ve bu da de için ile çok olarak daha olan gibi kadar ne var ama en o ki mi sonra değil olduğu her ya şey ben diye iki türk yeni ilk göre',
  nl: 'de het een en van ik te dat die in je niet zijn is was op aan met als voor had er maar om hem dan zou wat mijn dit zo door over ze bij ook tot uit der daar naar heb hoe heeft hebben deze want nog zal me zij nu geen omdat iets worden toch al waren veel meer doen moet',
};

/** The languages of each word. */
const languagesOf: ReadonlyMap<string, readonly string[]> = Object.entries(functionWords).reduce(
  (words, [language, list]) => {
    for (const word of list.split(' ')) words.set(word, [...(words.get(word) ?? []), language]);
    return words;
  },
  new Map<string, readonly string[]>(),
);

/** A word in Latin letters, with the apostrophe of an elision (l', qu') or inside it (don't). */
const word = /[a-zà-öø-ɏ]+(?:['’](?:[a-z]{1,2}(?![a-zà-öø-ɏ]))?)?/g;

/** Addresses of the web and of mail, whose parts are no words. */
const address = /[^\s@]*(?:@|:\/\/|www\.)\S*/g;

/** Fewest words of a language that a text has of it. */
const fewest = 2;

/** Smallest share of a text's words that are frequent words of its language. */
const smallestShare = 0.15;

/** How many times the weight of the second language the first must have. */
const lead = 1.5;

/** What a text has of a language: its frequent words, and their sum, each by the number of languages that have it. */
interface Score {
  readonly count: number;
  readonly weight: number;
}

/** Longest text that is looked at, in UTF-16 code units. */
const longest = 1200;

/**
 * Returns the language of a text in Latin letters: English, French, German, Spanish, Italian, Portuguese, Turkish or
 * Dutch; undefined where too few of its words, or those of several languages alike, say so.
 */
export function latinLanguage(text: string): string | undefined {
  const words =
    text.slice(0, longest).replace(address, ' ').toLowerCase().replaceAll('’', "'").match(word) ??
    [];
  const scores = new Map<string, Score>();
  for (const found of words) {
    const languages = languagesOf.get(found) ?? [];
    for (const language of languages) {
      const { count, weight } = scores.get(language) ?? { count: 0, weight: 0 };
      scores.set(language, { count: count + 1, weight: weight + 1 / languages.length });
    }
  }
  const [best, second] = [...scores].sort(([, a], [, b]) => b.weight - a.weight);
  if (best === undefined) return undefined;
  const [language, { count, weight }] = best;
  if (count < fewest || count < words.length * smallestShare) return undefined;
  return weight >= (second?.[1].weight ?? 0) * lead ? language : undefined;
}

/** Most words of a run that carries no language of its own: names, titles. */
const fewWords = 3;

/** Returns the language of a left-to-right run in an Arabic line; undefined for runs of a few words. */
export function runLanguage(run: string): string | undefined {
  let words = 1;
  for (let at = run.indexOf(' '); at >= 0; at = run.indexOf(' ', at + 1)) words += 1;
  return words > fewWords ? latinLanguage(run) : undefined;
}
