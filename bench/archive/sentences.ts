import { random } from '../structure/train/random.ts';
import type { Story, StorySource } from './article.ts';
import * as list from './vocabulary.ts';

type Next = () => number;

/** Picks a word by Zipf's law: the tenth of a list about a tenth as often as the first. */
function pick(words: readonly string[], next: Next): string {
  const rank = Math.floor((words.length + 1) ** next()) - 1;
  return (words[Math.min(rank, words.length - 1)] as string).replaceAll('_', ' ');
}

const chance = (share: number, next: Next): boolean => next() < share;

/**
 * Returns one of some hundred thousand rare words, formed from a root and a pattern as in Arabic; every text has a
 * few unique ones, which enlarge an index.
 */
function rareWord(next: Next): string {
  const root = [0, 1, 2].map(() => pick(list.consonants, next));
  return pick(list.patterns, next).replace(/\d/g, (place) => root[Number(place) - 1] as string);
}

const prefixes = ['', '', '', 'و', 'ب', 'ل'];

/** Returns a definite noun, often with an adjective: «المشروع الوطني». */
function phrase(next: Next, prefix = ''): string {
  const female = chance(0.4, next);
  const noun = chance(0.15, next)
    ? rareWord(next)
    : pick(female ? list.feminine : list.masculine, next);
  const definite = prefix === 'ل' ? `لل${noun}` : `${prefix}ال${noun}`;
  if (!chance(0.35, next)) return definite;
  return `${definite} ال${pick(list.adjectives, next)}${noun.endsWith('ة') ? 'ة' : ''}`;
}

const person = (next: Next): string =>
  [list.firstNames, list.firstNames, list.familyNames].map((names) => pick(names, next)).join(' ');

/** Returns the rest of a clause after the subject: phrases, most with particles. */
function rest(next: Next): string {
  const parts = Array.from({ length: 2 + Math.floor(next() * 5) }, () => {
    if (chance(0.12, next)) return `${pick(list.particles, next)} ${pick(list.places, next)}`;
    if (chance(0.05, next)) return String(Math.floor(10 ** (1 + 3 * next())));
    if (chance(0.4, next)) return phrase(next, pick(prefixes, next));
    return `${pick(list.particles, next)} ${phrase(next)}`;
  });
  return parts.join(chance(0.3, next) ? '، ' : ' ');
}

function sentence(next: Next): string {
  const opener = chance(0.3, next) ? `${pick(list.openers, next)} ` : '';
  const subject = chance(0.25, next) ? person(next) : phrase(next);
  const said = chance(0.08, next) ? ` «${phrase(next)} ${rest(next)}»` : '';
  const verb = `${pick(list.verbs, next)}${/^ال\S+ة(?: |$)/.test(subject) ? 'ت' : ''}`;
  return `${opener}${verb} ${subject} ${rest(next)}${said}.`;
}

/** Returns a normally distributed number (Box–Muller). */
const normal = (next: Next): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/**
 * Returns a length in bytes, distributed as in the shared articles: half are under 2.3 KB, one in ten over 7.4 KB,
 * the mean is 3.4 KB.
 */
const lengthOf = (next: Next): number =>
  Math.min(60_000, Math.max(200, 2270 * Math.exp(0.9 * normal(next))));

/** Returns the paragraphs of a text; a quarter of the articles are flattened to one paragraph. */
function paragraphs(next: Next): readonly string[] {
  const flattened = chance(0.25, next);
  const headed = !flattened && chance(0.2, next);
  const result: string[] = [];
  let remaining = lengthOf(next);
  while (remaining > 0) {
    if (headed && result.length > 1 && chance(0.25, next)) result.push(phrase(next));
    const sentences: string[] = [];
    // In UTF-8 a letter takes two bytes, a space one.
    const until = flattened ? 0 : remaining - 250 - 500 * next();
    while (remaining > Math.max(0, until)) {
      const text = sentence(next);
      sentences.push(text);
      remaining -= text.length * 1.85;
    }
    result.push(sentences.join(' '));
  }
  return result;
}

/** Generated articles from word lists, used without the shared articles. */
export const generatedArticles: StorySource = {
  name: 'generated articles',
  story(index): Story {
    const next = random(index * 2_654_435_761);
    const title = `${pick(list.verbs, next)} ${phrase(next)} ${rest(next)}`.replaceAll('،', '');
    return {
      title: title.split(' ').slice(0, 8).join(' '),
      author: chance(0.83, next) ? person(next) : '',
      source: pick(list.newspapers, next),
      paragraphs: paragraphs(next),
    };
  },
};
