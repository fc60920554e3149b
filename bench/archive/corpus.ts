import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { random, shuffle } from '../structure/train/random.ts';
import type { Story, StorySource } from './article.ts';

/** Default folder of the shared articles. */
export const sharedFolder = resolve(import.meta.dirname, '../../../shared/data/articles');

/**
 * Returns a name without characters that are special in YAML or URLs. The other generators make one page for
 * each name, so names must not differ only in punctuation, which would give them the same URL.
 */
const plainName = (text: unknown): string =>
  String(text ?? '')
    .replace(/[\s\p{Cc}\p{Cf}"\\{}<>#%?/:،,.;«»()…+@'’|&_–—-]+/gu, ' ')
    .trim()
    .slice(0, 60)
    .trim()
    .toLowerCase();

const plainTitle = (text: unknown): string =>
  String(text ?? '')
    .replace(/[\s\p{Cc}"\\{}<>#%?/:]+/gu, ' ')
    .replace(/\.+$/, '')
    .trim() || 'بلا عنوان';

/** Returns the lines of a text as paragraphs, without template tags of the other generators. */
const paragraphsOf = (text: unknown): readonly string[] =>
  String(text ?? '')
    .replace(/\{\{|\}\}|\{%|%\}|\{#/g, '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Returns the story of a record; one without text (there are some) has its title as text, so that it has a page. */
function storyOf(line: string): Story {
  const record = JSON.parse(line) as Record<string, unknown>;
  const title = plainTitle(record.title);
  const paragraphs = paragraphsOf(record.content);
  return {
    title,
    author: plainName(record.author),
    source: plainName(record.source),
    paragraphs: paragraphs.length > 0 ? paragraphs : [title],
  };
}

/**
 * Reads the shared articles in a shuffled order, so that any small part has all sources and days. A larger
 * archive repeats them under other ids and dates.
 *
 * @returns undefined if the folder is missing or has no articles
 */
export function sharedArticles(folder: string): StorySource | undefined {
  if (!existsSync(folder)) return undefined;
  const stories = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort()
    .flatMap((name) =>
      gunzipSync(readFileSync(join(folder, name)))
        .toString()
        .split('\n'),
    )
    .filter((line) => line !== '')
    .map(storyOf);
  if (stories.length === 0) return undefined;
  shuffle(stories, random(4));
  return {
    name: `${stories.length.toLocaleString('en')} shared articles`,
    story: (index) => stories[index % stories.length] as Story,
  };
}
