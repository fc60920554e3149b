import { type NameMatch, type NameMatcher, nameMatcher } from '../../arabic/name-matcher.ts';

/** Replaces names by a mark. */
export interface Redactor extends NameMatcher {
  /** What stands in place of a name: «[حُجب الاسم]». */
  readonly mark: string;
  /** Returns the text in place of a name that was found in `text`. */
  replacement(match: NameMatch, text: string): string;
  /** Returns a text with its names replaced. */
  text(text: string): string;
}

/** Particles that are joined to the next letter; before a mark they are drawn out: «لـ[حُجب الاسم]». */
const joiningParticle = /[بلكف]$/;

const tatweel = '\u0640';

/** Returns a redactor of names. */
export function redactor(names: readonly string[], mark: string): Redactor {
  const matcher = nameMatcher(names);
  function replacement({ start, end, particle }: NameMatch, text: string): string {
    const joined = joiningParticle.test(particle) ? particle + tatweel : particle;
    // The lines of a text stay apart: each may be a paragraph.
    const lineBreak = text.slice(start, end).includes('\n') ? '\n' : '';
    return joined + mark + lineBreak;
  }
  return {
    ...matcher,
    mark,
    replacement,
    text(text) {
      const matches = matcher.find(text);
      if (matches.length === 0) return text;
      let redacted = '';
      let at = 0;
      for (const match of matches) {
        redacted += text.slice(at, match.start) + replacement(match, text);
        at = match.end;
      }
      // Without the space that divided a name at the end of a line from the next word.
      return `${redacted}${text.slice(at)}`.replaceAll(`${mark}\n `, `${mark}\n`);
    },
  };
}
