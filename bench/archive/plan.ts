import { type Kind, kinds } from './kinds.ts';
import { type VariantName, variants } from './warraq.ts';

export { type Kind, kinds } from './kinds.ts';

/** The other generators. */
export const peers = ['hugo', 'hugo-pagefind', 'eleventy', 'astro'] as const;

/** The name of another generator. */
export type Peer = (typeof peers)[number];

/** The variants of Warraq. */
export const forms = Object.keys(variants) as readonly VariantName[];

/** The builds of one archive. */
export interface Plan {
  readonly size: string;
  readonly count: number;
  readonly repeats: number;
  readonly forms: readonly VariantName[];
  readonly peers: readonly Peer[];
  /** Kinds of builds of Warraq. */
  readonly kinds: readonly Kind[];
  /** Kinds of builds of the other generators. */
  readonly peerKinds: readonly Kind[];
}

/** Number of shared articles beside the repository; sizes are multiples of it. */
const shared = 15_590;

const all = { repeats: 3, forms, peers, kinds, peerKinds: kinds };

/** The other generators rebuild the whole site at every change, so that one kind of change represents all. */
const peerKinds: readonly Kind[] = ['cold', 'article'];

/** The default plans, of an hour or two. */
const plans: readonly Plan[] = [
  { ...all, size: '1k', count: 1_000 },
  { ...all, size: '10k', count: 10_000, peers: ['hugo', 'eleventy'], peerKinds },
  { ...all, size: '15k', count: shared, peers: ['hugo', 'hugo-pagefind'], peerKinds },
  { ...all, size: '31k', count: 2 * shared, peers: ['hugo'], peerKinds },
  { ...all, size: '100k', count: 100_000, repeats: 1, peers: ['hugo'], peerKinds: ['cold'] },
  {
    ...all,
    ...{ size: '1m', count: 1_000_000, repeats: 1, forms: ['records'], peers: [] },
    kinds: ['cold', 'unchanged', 'article'],
  },
];

/** The names of the archives, from the smallest. */
export const sizes: readonly string[] = plans.map(({ size }) => size);

/**
 * Returns the plan of a size: a name, or any number of articles.
 *
 * @throws RangeError for an invalid size
 */
export function planOf(size: string): Plan {
  const plan = plans.find((one) => one.size === size.toLowerCase());
  if (plan !== undefined) return plan;
  if (!/^[1-9]\d{0,6}$/.test(size)) throw new RangeError(`${size}: one of ${sizes.join(', ')}`);
  return { ...all, size, count: Number(size) };
}
