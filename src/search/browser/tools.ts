import { element } from './element.ts';
import type { Settings } from './words.ts';

/** Copies a text; where the browser does not allow it, shows it in a field. */
async function copy(text: string, box: HTMLElement, { panel }: Settings): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    box.replaceChildren(element('span', { role: 'status' }, panel.copied));
  } catch {
    const field = element('input', {
      ...{ type: 'text', readonly: '', dir: 'ltr', value: text, 'aria-label': panel.copyField },
    });
    box.replaceChildren(field);
    field.focus();
    field.select();
  }
}

/**
 * Returns what can be done with results: their link, and files of them.
 *
 * @param address of the search as it is shown
 * @param exportLink returns the link that makes a file
 */
export function resultTools(
  address: string,
  exportLink: (form: 'csv' | 'jsonl') => string,
  settings: Settings,
): readonly HTMLElement[] {
  const { panel } = settings;
  const answer = element('span', {});
  const button = element('button', { type: 'button', 'data-copy': '' }, panel.copyLink);
  button.addEventListener('click', () => void copy(address, answer, settings));
  const forms = (['csv', 'jsonl'] as const).map((form) =>
    element('a', { href: exportLink(form), 'data-download': form }, panel.files.forms[form]),
  );
  return [
    element('p', {}, `${panel.files.results} `, ...forms.flatMap((form) => [form, ' '])),
    element('p', {}, button, ' ', answer),
  ];
}
