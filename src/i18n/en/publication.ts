import type { Messages } from '../../model/messages.ts';
import { heldStates } from '../../model/publication.ts';
import type { CliMessages } from '../cli-messages.ts';
import type { FileSummaryMessages } from '../file-summary-lines.ts';
import type { HeldRule } from '../held-messages.ts';
import { englishNumber, plural } from './words.ts';

/** Labels of held articles on a page, in English. */
export const englishHeld: Messages['held'] = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  embargoed: 'Embargoed',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
};

const pair = (key: string, value: string): string =>
  value === '' ? `“${key}” without a value` : `“${key}: ${value}”`;

/** Diagnostics of articles that are held back, in English. */
export const englishHeldRules: Pick<CliMessages['rules'], HeldRule> = {
  'held-draft': ({ key, value }) => ({
    message: `${key}: ${value}, so it was not published.`,
    fix: 'Remove the line when the article may be published; until then, “warraq serve” and --drafts show it.',
  }),
  'held-sidecar': ({ sidecar }) => ({
    message: `The sidecar ${sidecar} could not be read. It may say that the article must not be published, so the article was not published.`,
    fix: 'Correct that file, or delete it.',
  }),
  'held-damaged': ({ key, value }) => ({
    message: `${pair(key, value)} is not valid metadata. It may say that the article must not be published, so the article was not published.`,
    fix: 'Write “draft: true” on a line of its own, or “draft: false” if the article may be published.',
  }),
  'held-unknown': ({ key, value }) => ({
    message: `${pair(key, value)} is not known to mean “published”, so it was not published.`,
    fix: 'Write draft: false, published: true or status: published, or remove the key. In records: map another field, or name this one under “records.ignore”.',
  }),
  'held-date-unclear': ({ key, value, suggestion }) => ({
    message: `${pair(key, value)} names no exact day, so it was not published.`,
    fix: `Write ${suggestion === '' ? 'the day as YYYY-MM-DD' : suggestion}.`,
  }),
  'held-without-day': ({ key, value }) => ({
    message: `${pair(key, value)} waits for a day, so it was not published.`,
    fix: 'Give the day on which the archive is shown: “asOf: 2026-11-28” in warraq.yaml, --as-of 2026-11-28, or --as-of today.',
  }),
  'held-until': ({ key, value, asOf, from }) => ({
    message: `${pair(key, value)}, as of ${asOf}: not published before ${from}.`,
    fix: 'Build again with a later day (asOf, --as-of).',
  }),
  'held-withdrawn': () => ({
    message: 'The article is withdrawn: its address shows only a notice.',
    fix: 'Remove “withdrawn” if the article may be published again.',
  }),
  'held-expired': ({ key, value, asOf }) => ({
    message: `${pair(key, value)}, as of ${asOf}: no longer published.`,
    fix: 'Remove the key if the article may be published.',
  }),
};

/** Why files with held articles are left out, in English. */
export const englishHeldReasons: Pick<FileSummaryMessages['excludedBy'], HeldRule> = {
  'held-draft': 'drafts',
  'held-unknown': 'not known to be published',
  'held-damaged': 'metadata that may forbid publication',
  'held-sidecar': 'unreadable sidecar',
  'held-without-day': 'waiting for a day',
  'held-until': 'to be published later',
  'held-expired': 'expired',
  'held-withdrawn': 'withdrawn',
  'held-date-unclear': 'day of publication unclear',
};

/** The lines of the summary about held articles, in English. */
export const englishHeldLines: CliMessages['heldLines'] = ({ held, heldWithoutDay, ...f }) => {
  const states = heldStates.filter(
    (state) => held[state] > 0 && !(f.drafts && state === 'withdrawn'),
  );
  const total = states.reduce((sum, state) => sum + held[state], 0);
  const list = states.map(
    (state) => `${englishHeld[state].toLowerCase()} ${englishNumber(held[state])}`,
  );
  const articles = plural(total, 'article', 'articles');
  return [
    ...(f.asOf === undefined ? [] : [`As of ${f.asOf}.`]),
    ...(total === 0
      ? []
      : [`${f.drafts ? 'Shown here only' : 'Held back'}: ${articles} (${list.join(', ')}).`]),
    ...(heldWithoutDay === 0
      ? []
      : [`Waiting for a day (asOf or --as-of): ${plural(heldWithoutDay, 'article', 'articles')}.`]),
  ];
};
