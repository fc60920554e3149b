import type { MetaValues } from '../../catalogue/meta.ts';
import type { Debug } from '../../model/debug.ts';
import type { SiteKnowledge } from '../../publish/staging.ts';
import type { AddressRecord } from '../addresses/open-record.ts';
import type { PackPlan } from '../packs/plan-packs.ts';

/** What of a site needs not be made again to be compared: the catalogue knows its files, and what they follow from. */
export interface CurrentParts {
  /** Whether files whose names follow from their content are current: this program published them. */
  readonly index: boolean;
  /** Whether packs are current but those of changed originals, all of which the catalogue names. */
  readonly packs: boolean;
}

/** How the site is to be rendered. */
export interface RenderingPlan {
  /** Number of this build. */
  readonly build: number;
  /** Which pages are rendered: all, or those affected by changes. */
  readonly pages: 'all' | 'changed';
  readonly known: SiteKnowledge;
  /**
   * `known` if some seeds could not be read: files of unknown origin stay, which are those of builds with
   * another catalogue, because they may be theirs.
   */
  readonly removals: 'all' | 'known';
  /** The packs of originals. */
  readonly packs: PackPlan;
  /** What of the site is as it must be, whatever pages are rendered. */
  readonly current: CurrentParts;
  /** The record of addresses. */
  readonly record: AddressRecord;
  /** The folder of the settings. */
  readonly root: string;
  /** Meta values of the catalogue once the site is published. */
  readonly meta: MetaValues;
}

/** Callbacks invoked while the site is rendered and published. */
export interface RenderingEffects {
  /** Called with the number of pages rendered so far. */
  readonly rendering: (done: number) => void;
  readonly publishing: () => void;
  readonly signal: AbortSignal | undefined;
  readonly debug: Debug | undefined;
}
