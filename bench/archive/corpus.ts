import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { random, shuffle } from '../structure/train/random.ts';
import type { Story, StorySource } from './article.ts';

/** Where the shared articles are looked for. */
export const sharedFolder = resolve(import.meta.dirname, '../../../shared/data/articles');

/**
 * A name as every generator takes it: without what YAML or a URL would read as its own. Peers make one
 * page for each name, so two that differ in punctuation alone must not meet under one address.
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

/** The paragraphs of a text: its lines, without what a peer would take for a template's tag. */
const paragraphsOf = (text: unknown): readonly string[] =>
  String(text ?? '')
    .replace(/\{\{|\}\}|\{%|%\}|\{#/g, '')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A record without any text (there are some) shows its title, so that every one makes a page. */
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
 * Reads the shared articles, in an order that has every source and day in any small part of it. An
 * archive that is larger than they are has them again, under other ids and dates.
 *
 * @returns undefined where the folder is missing or has none
 */
export function corpus(folder: string): StorySource | undefined {
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
