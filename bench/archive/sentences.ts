import { random } from '../structure/train/random.ts';
import type { Story, StorySource } from './article.ts';
import * as list from './vocabulary.ts';

type Next = () => number;

/** Picks a word by its rank as Zipf has it: the tenth of a list about a tenth as often as the first. */
function pick(words: readonly string[], next: Next): string {
  const rank = Math.floor((words.length + 1) ** next()) - 1;
  return (words[Math.min(rank, words.length - 1)] as string).replaceAll('_', ' ');
}

const chance = (share: number, next: Next): boolean => next() < share;

/**
 * One of some hundred thousand rarer words, made as Arabic makes them from a root and a form; every text
 * has a few that no other has, which is what swells an index.
 */
function rareWord(next: Next): string {
  const root = [0, 1, 2].map(() => pick(list.consonants, next));
  return pick(list.patterns, next).replace(/\d/g, (place) => root[Number(place) - 1] as string);
}

const prefixes = ['', '', '', 'و', 'ب', 'ل'];

/** A noun with its article and often an adjective: «المشروع الوطني». */
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

/** What a verb goes on with: phrases, most of them joined by small words. */
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

/** A normal number, as Box and Muller draw it. */
const normal = (next: Next): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/**
 * A length in bytes as the shared articles have them: half are under 2.3 KB, one in ten over 7.4, the
 * mean is 3.4.
 */
const lengthOf = (next: Next): number =>
  Math.min(60_000, Math.max(200, 2270 * Math.exp(0.9 * normal(next))));

/** Paragraphs of a text; a quarter of the articles have lost their breaks and stand in one. */
function paragraphs(next: Next): readonly string[] {
  const flattened = chance(0.25, next);
  const headed = !flattened && chance(0.2, next);
  const made: string[] = [];
  let left = lengthOf(next);
  while (left > 0) {
    if (headed && made.length > 1 && chance(0.25, next)) made.push(phrase(next));
    const sentences: string[] = [];
    // A letter takes two bytes, a space one.
    const until = flattened ? 0 : left - 250 - 500 * next();
    while (left > Math.max(0, until)) {
      const one = sentence(next);
      sentences.push(one);
      left -= one.length * 1.85;
    }
    made.push(sentences.join(' '));
  }
  return made;
}

/** Articles made from word lists of our own, where the shared ones are not at hand. */
export const generated: StorySource = {
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
