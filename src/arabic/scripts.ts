/** Numbers of letters of a text by script: those that decide its direction and its language. */
export interface ScriptCounts {
  readonly arabic: number;
  readonly hebrew: number;
  readonly latin: number;
  /** Letters of other scripts written from left to right. */
  readonly other: number;
  /** Script of the first letter: right to left or not; undefined in a text without letters. */
  readonly startsRightToLeft: boolean | undefined;
}

const isLetter = /\p{L}/u;

/**
 * Counts the letters of a text by script.
 *
 * @param end how many UTF-16 code units are looked at
 */
export function countScripts(text: string, end: number = text.length): ScriptCounts {
  let [arabic, hebrew, latin, other] = [0, 0, 0, 0];
  let startsRightToLeft: boolean | undefined;
  const length = Math.min(end, text.length);
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    let isRightToLeft = false;
    if (unit >= 0x620 && unit <= 0x64a && unit !== 0x640) {
      arabic += 1;
      isRightToLeft = true;
    } else if (unit < 0x80) {
      // A to Z, in upper or lower case.
      const lower = unit | 0x20;
      if (lower < 0x61 || lower > 0x7a) continue;
      latin += 1;
    } else if (!isLetter.test(text[at] ?? '')) continue;
    else if (unit < 0x250 || (unit >= 0x1e00 && unit < 0x1f00)) latin += 1;
    else if (unit < 0x590) other += 1;
    else if (unit < 0x600 || (unit >= 0xfb1d && unit < 0xfb50)) {
      hebrew += 1;
      isRightToLeft = true;
    } else if (unit < 0x900 || (unit >= 0xfb50 && unit < 0xff00)) {
      arabic += 1;
      isRightToLeft = true;
    } else other += 1;
    startsRightToLeft ??= isRightToLeft;
  }
  return { arabic, hebrew, latin, other, startsRightToLeft };
}

/** Tells whether the first letter of a text is Arabic. */
export function startsArabic(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x620 && unit <= 0x64a && unit !== 0x640) return true;
    if (
      unit < 0x80 ? (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a : isLetter.test(text[at] ?? '')
    ) {
      return false;
    }
  }
  return false;
}
