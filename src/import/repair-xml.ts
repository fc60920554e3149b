/** Repairs XML on its way to a parser, chunk by chunk. */
export interface XmlRepairer {
  /** Takes text; returns repaired text up to a possible construct at its end. */
  readonly push: (text: string) => string;
  /** Returns the rest. */
  readonly end: () => string;
  /** Returns the number of forbidden characters so far. */
  readonly controls: () => number;
}

const [opening, closing] = ['<![CDATA[', ']]>'];

/** Characters that XML 1.0 (2.2) forbids and old systems let through. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the expression matches control characters
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]+/g;

/** An ampersand that opens no reference; a parser would search for its end in all that follows. */
const bareAmpersand = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});)/gi;

/** Longest incomplete reference or section at the end of a chunk. */
const maxConstruct = 40;

/** Returns the offset of what may be incomplete at the end of a chunk. */
function completeLength(text: string): number {
  const from = Math.max(text.lastIndexOf('&'), text.lastIndexOf('<'));
  return text.length - from <= maxConstruct && from !== -1 ? from : text.length;
}

/**
 * Returns a repairer of XML: literal ampersands are escaped, but not in CDATA, where they are valid;
 * control characters become spaces.
 */
export function repairXml(): XmlRepairer {
  let pending = '';
  let isCdata = false;
  let controls = 0;

  function takeRepaired(isLast: boolean): string {
    const parts: string[] = [];
    for (;;) {
      const found = pending.indexOf(isCdata ? closing : opening);
      const complete = isLast
        ? pending.length
        : isCdata
          ? pending.length - closing.length
          : completeLength(pending);
      const end =
        found === -1 ? Math.max(complete, 0) : found + (isCdata ? closing : opening).length;
      const ready = pending.slice(0, end);
      parts.push(isCdata ? ready : ready.replace(bareAmpersand, '&amp;'));
      pending = pending.slice(end);
      if (found === -1) return parts.join('');
      isCdata = !isCdata;
    }
  }

  return {
    push(text) {
      pending += text.replace(forbidden, (found) => {
        controls += found.length;
        return ' '.repeat(found.length);
      });
      return takeRepaired(false);
    },
    end: () => takeRepaired(true),
    controls: () => controls,
  };
}
