import type { MarkupKind } from '../../model/markup.ts';
import { type MarkupReading, readingOf } from './reading.ts';

/** Tags of Hugo (`{{< >}}`, `{{% %}}`) and of Liquid (`{% %}`, `{{ }}`), each on one line. */
const tags =
  /\{\{([<%])([^\n{}]{0,500}?)[>%]\}\}|\{%-?([^\n{}]{0,500}?)-?%\}|\{\{(?![{<%])([^{}\n]{1,300})\}\}/g;

/** Shortcodes of WordPress by name; other words in brackets stay. */
const wordpress =
  /\[(\/?)(caption|wp_caption|gallery|playlist|audio|video|embed|youtube|vimeo|contact-form-7|su_[a-z_]+|vc_[a-z_]+|et_pb_[a-z_]+)((?:\s[^[\]\n]*)?)\/?\]/gi;

/** Code of Markdown, in which tags are text. */
const code = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n\1[^\n]*(?:\n|$)|$(?![\s\S]))|`[^`\n]+`/gm;

const attributeIn = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|(\\S+))`, 'i')
    .exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined) ?? '';

/** Returns the first word after the name of a shortcode, without quotation marks. */
const firstValue = (rest: string): string => /^\s*"?([^\s"=]+)"?(?!\S*=)/.exec(rest)?.[1] ?? '';

const watch = (id: string): string => `<https://www.youtube.com/watch?v=${encodeURIComponent(id)}>`;

/** Returns what stands for a shortcode: a picture, a link to a film, the address of a page; else nothing. */
function standsFor(tag: string): string {
  const [, name = '', rest = ''] = /^\s*([\w./-]+)([\s\S]*)$/.exec(tag) ?? [];
  switch (name.toLowerCase()) {
    case 'figure': {
      const src = attributeIn(rest, 'src');
      const words =
        attributeIn(rest, 'caption') || attributeIn(rest, 'alt') || attributeIn(rest, 'title');
      return src === ''
        ? words
        : `![${words.replace(/[[\]]/g, '')}](<${src.replace(/[<>]/g, '')}>)`;
    }
    case 'youtube': {
      const id = attributeIn(rest, 'id') || firstValue(rest);
      return id === '' ? '' : watch(id);
    }
    case 'vimeo': {
      const id = attributeIn(rest, 'id') || firstValue(rest);
      return id === '' ? '' : `<https://vimeo.com/${encodeURIComponent(id)}>`;
    }
    case 'ref':
    case 'relref':
    case 'link':
    case 'post_url':
      return firstValue(rest);
    default:
      return '';
  }
}

/** Replaces the tags of a part of the text that is no code; counts them by kind. */
function withoutTags(part: string, isMarkdown: boolean, count: (kind: MarkupKind) => void): string {
  const shown = (markdown: string): string =>
    isMarkdown
      ? markdown
      : markdown.replace(/^<(.*)>$/, '$1').replace(/^!\[([^\]]*)\]\(<.*>\)$/, '$1');
  const bare = part.replace(tags, (whole, hugo, shortcode, liquid, output) => {
    if (hugo !== undefined) {
      count('shortcodes');
      return /^\s*(?:\/\*|\/)/.test(shortcode) ? '' : shown(standsFor(shortcode));
    }
    // «{{…}}» is no tag where it names nothing, or holds Arabic words: it may be a template of a wiki.
    if (output !== undefined && !/^[\s-]*[a-z_][\0-\x7f]*$/i.test(output)) return whole;
    count('liquid');
    return output === undefined ? shown(standsFor(liquid)) : '';
  });
  if (!bare.includes('[')) return bare;
  return bare.replace(wordpress, (_, slash, name, rest) => {
    count('shortcodes');
    if (slash === '/') return '';
    if (name.toLowerCase() === 'youtube') {
      const id = attributeIn(rest, 'id') || firstValue(rest);
      return id === '' ? '' : shown(watch(id));
    }
    const src = attributeIn(rest, 'src') || attributeIn(rest, 'mp4') || attributeIn(rest, 'mp3');
    return /^https?:\/\/[^\s<>]+$/.test(src) ? shown(`<${src}>`) : '';
  });
}

/** Tells whether a text may have tags of Hugo, Liquid or WordPress. */
export const mayHaveTags = (text: string): boolean =>
  text.includes('{{') || text.includes('{%') || (text.includes('[') && /\[\/?[a-z]/i.test(text));

/**
 * Removes the tags of static site generators and of WordPress; the words between them stay, pictures and films
 * become those of Markdown, code stays as it is. Empty where there are none.
 */
export function readTags(text: string, format: 'text' | 'markdown'): readonly MarkupReading[] {
  const counts = new Map<MarkupKind, number>();
  const count = (kind: MarkupKind): void => void counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const isMarkdown = format === 'markdown';
  const parts: string[] = [];
  let at = 0;
  if (text.includes('`') || text.includes('~~~')) {
    for (const { 0: literal, index } of text.matchAll(code)) {
      parts.push(withoutTags(text.slice(at, index), isMarkdown, count), literal);
      at = index + literal.length;
    }
  }
  parts.push(withoutTags(text.slice(at), isMarkdown, count));
  if (counts.size === 0) return [];
  const cleaned = parts.join('').replace(/\n{3,}/g, '\n\n');
  return [...counts].map(([kind, dropped]) => readingOf(kind, cleaned, dropped, undefined, format));
}
