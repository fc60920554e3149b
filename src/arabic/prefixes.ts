/** Particles written joined to the next word: و and, ف so, ب by, ل for, ك as. */
const particles = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل', 'فك'];

/** The same before «ال», with which ل is contracted: «للمدينة». */
const particlesBeforeArticle = ['و', 'ف', 'ب', 'ك', 'وب', 'وك', 'فب', 'فك'];

/**
 * Fewest letters of a word before which particles are recognised: «بر» is more likely one word than «ب» and
 * «ر».
 */
const minLetters = 3;

/**
 * Returns the forms of a word with joined particles: «المدينة», «والمدينة», «بالمدينة», «للمدينة»;
 * «دمشق», «بدمشق», «ولدمشق». A word of one or two letters has no other form.
 *
 * @param word folded by `fold`
 * @returns the word itself, then the others
 */
export function prefixedForms(word: string): readonly string[] {
  if (word.length < minLetters || !/^\p{Script=Arabic}/u.test(word)) return [word];
  if (!word.startsWith('ال') || word.length < minLetters + 2) {
    return [word, ...particles.map((particle) => particle + word)];
  }
  const bare = word.slice(2);
  return [
    word,
    ...particlesBeforeArticle.map((particle) => particle + word),
    ...['لل', 'ولل', 'فلل'].map((joined) => joined + bare),
  ];
}

/** Tells whether letters are particles that are written joined to the next word. */
export const isParticle = (letters: string): boolean => particles.includes(letters);

/** A word behind a particle. */
export interface ParticleForm {
  /** Empty for the word alone; «ل» for «للمدينة». */
  readonly particle: string;
  readonly form: string;
}

/**
 * Returns the forms of the first word of a name with joined particles, each with the particle: as
 * `prefixedForms`, and with ل not contracted («لالسيسي»).
 *
 * @param word folded
 * @param isLonger whether other words of the name follow, so that a short word is recognised too
 */
export function particleForms(word: string, isLonger: boolean): readonly ParticleForm[] {
  const alone = { particle: '', form: word };
  const isTooShort = word.length < (isLonger ? 2 : minLetters);
  if (isTooShort || !/^\p{Script=Arabic}/u.test(word)) return [alone];
  const joined = [...particles, 'وف'].map((particle) => ({ particle, form: particle + word }));
  if (!word.startsWith('ال') || word.length < minLetters + 2) return [alone, ...joined];
  const contracted = ['ل', 'ول', 'فل'].map((particle) => ({
    ...{ particle, form: `${particle}ل${word.slice(2)}` },
  }));
  return [alone, ...joined, ...contracted];
}
