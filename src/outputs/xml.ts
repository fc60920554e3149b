const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 cannot contain: controls, lone surrogates, U+FFFE, U+FFFF. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** The first line of an XML file. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Escapes a text for an element or a quoted attribute, and removes characters that XML cannot contain. */
export const xmlText = (text: string): string =>
  text
    .replace(unwritable, '')
    .replace(/[&<>"']/g, (character) => references[character] ?? character);
