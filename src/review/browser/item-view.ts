import { deskWords, localNumber, part, withValues } from './desk.ts';
import type { DeskEntry } from './entries.ts';

/** Right-to-left scripts of the press. */
const isRtlLanguage = (language: string): boolean =>
  /^(?:ar|fa|ur|ps|ku|ckb|he|ug|sd)\b/.test(language);

/** Returns whether the text of an entry runs to the left. */
export const isRtl = (entry: DeskEntry | undefined): boolean =>
  isRtlLanguage(entry?.item.language ?? 'ar');

/** Returns the sign of the end of a block. */
function breakSign(): HTMLElement {
  const sign = document.createElement('span');
  sign.className = 'break';
  sign.textContent = '¶ ';
  sign.setAttribute('aria-hidden', 'true');
  return sign;
}

/** Returns words with a space after each, and a sign where a block of the article ends before one. */
function wordNodes({ item }: DeskEntry, start: number, end: number): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  for (let i = start; i < end; i += 1) {
    if (i > 0 && item.breaks.includes(i)) nodes.push(breakSign());
    nodes.push(`${item.words[i] ?? ''} `);
  }
  return nodes;
}

/** Returns the heading as it would stand, marked; the sign of a block that ends before it goes before the mark. */
function markedWords({ item, start, end }: DeskEntry): (Node | string)[] {
  const mark = document.createElement('mark');
  mark.id = 'candidate';
  mark.textContent = item.words.slice(start, end).join(' ');
  return [...(start > 0 && item.breaks.includes(start) ? [breakSign()] : []), mark, ' '];
}

/** Turns arrows and buttons into the direction of the article's text. */
function turnArrows(direction: 'rtl' | 'ltr'): void {
  part('boundaries').dir = direction;
  for (const arrow of document.querySelectorAll<HTMLElement>('[data-arrow]')) {
    const isForward = arrow.dataset.arrow === 'forward';
    arrow.textContent = isForward === (direction === 'rtl') ? '←' : '→';
  }
}

const dayOf = (date: string): string => localNumber(date.replaceAll('-', '\u2011'));

/** Shows an entry. */
export function showEntry(entry: DeskEntry): void {
  const { item, start, end, verdict } = entry;
  const direction = isRtl(entry) ? 'rtl' : 'ltr';
  const text = part('text');
  text.lang = item.language ?? 'ar';
  text.dir = direction;
  const { words: all, isCut } = item;
  text.replaceChildren(
    ...[isCut.before ? '… ' : '', ...wordNodes(entry, 0, start)],
    ...[...markedWords(entry), ...wordNodes(entry, end, all.length), isCut.after ? '…' : ''],
  );
  turnArrows(direction);
  text.dataset.verdict = verdict ?? '';
  const link = document.createElement('a');
  link.href = `/${encodeURI(item.page)}`;
  link.target = '_blank';
  link.lang = item.language ?? 'ar';
  link.dir = direction;
  link.textContent = item.title;
  part('title').replaceChildren(link);
  part('source').textContent = item.source;
  part('date').textContent = dayOf(item.date);
  const fact = item.shown ? deskWords.shown : deskWords.suggested;
  part('confidence').textContent = withValues(fact, { n: localNumber(item.confidence.toFixed(2)) });
  const said = verdict && (verdict === 'accept' ? deskWords.accepted : deskWords.rejected);
  part('verdict').textContent = said ?? '';
  part('verdict').dataset.verdict = verdict ?? '';
  part('candidate').scrollIntoView({ block: 'nearest' });
}
