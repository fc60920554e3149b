/**
 * Signs of ASCII that stand in a string of a script as they are: 91 of them, two of which tell thirteen
 * bits. So packed, bytes take an eighth less than in base64, and a page may have them where nothing but
 * a script may be loaded: from a disk.
 */
export const signs: readonly number[] = Array.from({ length: 94 }, (_, i) => i + 33).filter(
  (sign) => !'"\\<'.includes(String.fromCharCode(sign)),
);
