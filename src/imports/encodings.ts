/** The label of an encoding as the platform knows it; undefined where it does not. */
function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    // What was read as single bytes is none of two.
    return encoding.startsWith('utf-16') ? undefined : encoding;
  } catch {
    return undefined;
  }
}

const declaredByXml = (head: string): string | undefined =>
  /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1];

function marked(head: string): string | undefined {
  if (head.startsWith('\xff\xfe')) return 'utf-16le';
  if (head.startsWith('\xfe\xff')) return 'utf-16be';
  return head.startsWith('\xef\xbb\xbf') ? 'utf-8' : undefined;
}

/**
 * Returns the encoding that XML declares, by a label that the platform knows; UTF-8 where it declares
 * none, or one that nobody knows. A byte-order mark goes before it (XML 1.0, appendix F).
 *
 * @param head the first bytes, one letter each
 */
export function xmlEncoding(head: string): string {
  return marked(head) ?? known(declaredByXml(head)) ?? 'utf-8';
}

/**
 * Decodes a page as browsers do (WHATWG HTML, 13.2.3.2): by its byte-order mark, by what the server
 * said, by what the page declares; else UTF-8 where it is sound, and else Windows-1256, the encoding of
 * Arabic pages that declare none. What the encoding does not have becomes U+FFFD.
 *
 * @param said the charset of the server's answer, where there was one
 */
export function decodePage(bytes: Uint8Array, said?: string): string {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const declared = /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1];
  const label = marked(head) ?? known(said) ?? known(declared) ?? known(declaredByXml(head));
  if (label !== undefined) return new TextDecoder(label).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1256').decode(bytes);
  }
}
