import type { EmbeddedCounts } from '../html/embedded-nodes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { LeftOut } from './clean-container.ts';

/** Position of an article: its file, with the line where there is one. */
type Position = Pick<Diagnostic, 'file' | 'line'>;

/** Kinds that are listed, and letters of a text that are shown. */
const maxKinds = 12;

/** Returns the diagnostic of what was left out of an article's container, with the number of letters. */
export function leftOutReport(leftOut: readonly LeftOut[], file: string): readonly Diagnostic[] {
  const [first] = leftOut.toSorted((a, b) => b.letters - a.letters);
  if (first === undefined) return [];
  const letters = leftOut.reduce((sum, part) => sum + part.letters, 0);
  const kinds = [...new Set(leftOut.map(({ kind }) => kind))]
    .toSorted()
    .slice(0, maxKinds)
    .join(' ');
  const values = { letters, kinds, text: first.text };
  return [{ rule: 'import-left-out', severity: 'warning', file, values }];
}

/** Returns the diagnostic of films, sounds and frames that became links, or are lost. */
export function embeddedReport(
  { linked: { video, audio, frame }, lost }: Readonly<EmbeddedCounts>,
  file: string,
  line?: number,
): readonly Diagnostic[] {
  if (video + audio + frame + lost === 0) return [];
  const at: Position = line === undefined ? { file } : { file, line };
  const values = { video, audio, frame, lost };
  return [{ ...at, rule: 'import-embedded', severity: 'warning', values }];
}
