import { plural } from './en-words.ts';
import { type Part, type TallyParts, tallyParts } from './tally-parts.ts';
import type { Wording } from './wording.ts';

const left: Readonly<Record<TallyParts['left'][number][0], string>> = {
  'seed-unknown-format': 'format not read',
  'seed-hidden': 'hidden name',
  'seed-empty': 'no text in it',
  'seed-binary': 'not a text',
  'seed-undecodable': 'unknown encoding',
  'seed-too-large': 'too large',
  'seed-not-a-file': 'link or device',
  'seed-unreadable': 'unreadable',
  'seed-name-invalid': 'name not UTF-8',
  'sidecar-orphan': 'sidecar without text',
  'id-collision': 'id taken by another',
  'url-collision': 'place taken by another',
  'url-reserved': 'place of the archive’s own',
};

const repairs: Readonly<Record<TallyParts['repairs'][number][0], string>> = {
  'encoding-mixed': 'lines in another encoding',
  'text-double-encoding': 'letters encoded twice',
  'text-presentation-forms': 'drawn shapes of letters',
  'text-visual-order': 'letters in the order of the screen',
  'text-invisible': 'invisible characters',
  'text-controls': 'control characters',
  'seed-bytes-lost': 'bytes of no letter (�)',
};

const count = (files: number): string => files.toLocaleString('en');

const list = (parts: readonly Part<string>[]): string =>
  parts.map(([what, files]) => `${what}: ${count(files)}`).join(', ');

/** What became of the files, in English. */
export const tally: Wording['tally'] = (f, folder) => {
  const parts = tallyParts(f);
  const endings = list(
    parts.endings.map(([ending, files]) => [ending === '' ? 'no ending' : ending, files]),
  );
  const others = f.left - parts.left.reduce((sum, [, files]) => sum + files, 0);
  const named = [
    ...parts.left.map(([rule, files]) =>
      rule === 'seed-unknown-format'
        ? `${left[rule]}: ${count(files)} (${endings}${parts.moreEndings ? ', …' : ''})`
        : `${left[rule]}: ${count(files)}`,
    ),
    ...(others > 0 ? [`other reasons: ${count(others)}`] : []),
  ];
  return [
    `${plural(f.found, 'file', 'files')} in ${folder}: ${count(f.used)} with articles${f.sidecars > 0 ? `, ${plural(f.sidecars, 'sidecar', 'sidecars')}` : ''}, ${count(f.left)} left out.`,
    ...(f.mended > 0
      ? [
          `  Repaired: ${plural(f.mended, 'file', 'files')}, in the pages alone; the files themselves are as they were.`,
        ]
      : []),
    ...(parts.encodings.length > 0 ? [`    not in UTF-8: ${list(parts.encodings)}`] : []),
    ...(parts.repairs.length > 0
      ? [`    damaged: ${list(parts.repairs.map(([rule, files]) => [repairs[rule], files]))}`]
      : []),
    ...(f.left > 0 ? [`  Left out: ${plural(f.left, 'file', 'files')}`] : []),
    ...named.map((reason) => `    ${reason}`),
    ...(f.recordsLeft > 0
      ? [`  Records left out of files with others: ${count(f.recordsLeft)}`]
      : []),
    ...(f.remarked > 0
      ? [
          `  With other remarks, on metadata, dates or marks: ${plural(f.remarked, 'file', 'files')}`,
        ]
      : []),
  ];
};
