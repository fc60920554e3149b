/** One of a sequence, with the one before it and the one after it. */
export interface Neighboured<T> {
  readonly item: T;
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** Yields each item with its neighbours in the sequence; holds three at a time. */
export function* eachWithNeighbours<T>(items: Iterable<T>): Generator<Neighboured<T>> {
  let before: T | undefined;
  let item: T | undefined;
  for (const after of items) {
    if (item !== undefined) yield { item, before, after };
    before = item;
    item = after;
  }
  if (item !== undefined) yield { item, before, after: undefined };
}
