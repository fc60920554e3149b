/** Characters that may start inline syntax of Markdown, and signs and numbers that may open a block. */
const markdownSigns = /[\\`*_[\]<&]|^[#>+=|-]|(?<=^\d+)[.)]/gm;

/**
 * Returns the blocks in an element of an article, as plain text or as Markdown.
 *
 * @param isMarkdown whether signs of Markdown are written
 */
export function blocksIn(parent: Element | null, isMarkdown: boolean): string[] {
  const pick = (markdown: string, plain = ''): string => (isMarkdown ? markdown : plain);
  const words = ({ innerText }: HTMLElement): string =>
    pick(innerText.replace(markdownSigns, '\\$&'), innerText).trim();
  const all = (element: Element, selector: string): string[] =>
    [...element.querySelectorAll<HTMLElement>(selector)].map(words);
  /** The blocks in a block, or its words where it has none. */
  const inside = (element: HTMLElement, separator = '\n\n'): string =>
    element.querySelector('p, li, tr')
      ? blocksIn(element, isMarkdown).join(separator)
      : words(element);

  return [...(parent?.children ?? [])]
    .map((child) => {
      const element = child as HTMLElement;
      const { tagName, dataset, parentElement } = element;
      if (element.matches('[hidden], .note-number, .note-back')) return '';
      if (dataset.verse === '')
        return [...element.children]
          .map((line) => all(line, 'span').join(pick('\u00a0', ' ').repeat(4)))
          .join(pick('\\\n', '\n'));
      if (/^H\d/.test(tagName))
        return (
          pick(`${'#'.repeat(+(tagName[1] ?? 2))} `) +
          (dataset.number ? `${dataset.number}. ` : '') +
          words(element)
        );
      if (tagName === 'LI') {
        const { start, children } = parentElement as HTMLOListElement;
        const mark = start ? `${start + [...children].indexOf(element)}. ` : '- ';
        return mark + inside(element).replace(/\n(?=.)/g, `\n${mark.replace(/./g, ' ')}`);
      }
      if (tagName === 'TR') {
        const line = `| ${all(element, 'td, th').join(' | ')} |`;
        return pick(line) && parentElement?.firstElementChild === element
          ? `${line}\n${line.replace(/[^|]+/g, ' --- ')}`
          : pick(line, words(element));
      }
      if (tagName === 'HR') return pick('---', dataset.signs ?? '* * *');
      return inside(element, /[OU]L|TBODY/.test(tagName) ? '\n' : '\n\n').replace(
        /^/gm,
        pick(/ASIDE|QUOTE/.test(tagName) ? '> ' : ''),
      );
    })
    .filter((text) => text);
}
