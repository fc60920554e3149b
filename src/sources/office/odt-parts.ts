import type { SaxesTagPlain } from 'saxes';

/** Elements whose words are not part of the text. */
export const silentOdt = new Set([
  ...['office:annotation', 'text:tracked-changes', 'office:forms', 'text:note-citation'],
  ...['text:sequence-decls', 'svg:title', 'svg:desc', 'text:variable-decls', 'text:hidden-text'],
  ...['text:table-of-content', 'text:index-body', 'text:bibliography-mark', 'presentation:notes'],
]);

/** Where the words stand that are not part of the text, by the element that holds them. */
export const unseenPlaces: Readonly<
  Record<string, 'hidden' | 'deleted' | 'contents' | 'comments'>
> = {
  'text:hidden-text': 'hidden',
  'text:section': 'hidden',
  'text:p': 'hidden',
  'text:h': 'hidden',
  'text:span': 'hidden',
  'text:table-of-content': 'contents',
  'text:index-body': 'contents',
  'office:annotation': 'comments',
  'text:tracked-changes': 'deleted',
};

/** Returns the attribute of a cell that spans several columns or rows; the cells that it covers are not written. */
export function spanAttribute(
  side: 'col' | 'row',
  attributes: SaxesTagPlain['attributes'],
): string {
  const count = Number(attributes[`table:number-${side === 'col' ? 'columns' : 'rows'}-spanned`]);
  return count > 1 && count <= 1000 ? ` ${side}span="${Math.floor(count)}"` : '';
}

/** Counts the letters of headers and footers. */
export function marginLetters(xml: string): number {
  const margins = xml.match(/<style:(header|footer)\b[^>]*>[\s\S]*?<\/style:\1>/g) ?? [];
  const text = margins.join('').replace(/<[^>]*>/g, '');
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
