import type { Card, CutAddress } from './card.ts';

function cutAddress(url: string, id: string): CutAddress {
  const at = url.indexOf(id);
  return at < 0 ? url : [url.slice(0, at), url.slice(at + id.length)];
}

/** Writes cards as a line, what is alike together, as it packs best; an address that holds the id goes without it. */
export const writeCards = (cards: readonly Card[]): string =>
  JSON.stringify([
    cards.map(({ id }) => id),
    cards.map(({ url, id }) => cutAddress(url, id)),
    cards.map(({ title }) => title),
    cards.map(({ date }) => date),
    cards.map(({ day }) => day),
    cards.map(({ source }) => source),
  ]);
