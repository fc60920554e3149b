import { restoreEntities } from '../repair/entities.ts';
import type { MarkupReading, MarkupText } from './reading.ts';

/** The line that opens an article in the output of WikiExtractor. */
const opening = /^<doc(?=[ >])([^\n]*)>[ \t]*\r?$/gm;

/** Tells whether a text is a dump of WikiExtractor: its first line opens an article. */
export const isWikiDump = (text: string): boolean => /^\s*<doc [^\n]*>/.test(text.slice(0, 4000));

function attributeOf(attributes: string, name: string): string {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  return restoreEntities(value, false).text.trim();
}

/** Reads a dump of WikiExtractor: an article for each `<doc>`, with its title and address. */
export function readWikiDump(text: string): MarkupReading | undefined {
  const starts = [...text.matchAll(opening)];
  const texts: MarkupText[] = [];
  let [line, counted] = [0, 0];
  for (const [i, match] of starts.entries()) {
    const from = match.index + match[0].length;
    const to = starts[i + 1]?.index ?? text.length;
    const written = text.slice(from, to).replace(/\r?\n?<\/doc>\s*$/, '');
    for (
      let at = text.indexOf('\n', counted);
      at !== -1 && at < match.index;
      at = text.indexOf('\n', at + 1)
    ) {
      line += 1;
      counted = at + 1;
    }
    const attributes = match[1] ?? '';
    const metadata = new Map(
      ['title', 'url']
        .map((name) => [name, attributeOf(attributes, name)] as const)
        .filter(([, value]) => value !== ''),
    );
    const body = written.trim();
    const [first = ''] = body.split('\n', 1);
    // The first line repeats the title.
    const rest = first.trim() === metadata.get('title') ? body.slice(first.length).trim() : body;
    texts.push({ format: 'text', text: `${rest}\n`, metadata, line });
  }
  const [first, ...others] = texts;
  return first === undefined
    ? undefined
    : { kind: 'wikiextractor', texts: [first, ...others], dropped: 0 };
}
