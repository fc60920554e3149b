import { element } from './element.ts';
import type { Suggest, Suggestion } from './suggestions.ts';
import type { Numbers, Settings } from './words.ts';

/** The list of suggestions under the search field. */
export interface Combobox {
  /** Shows the suggestions for what is typed. */
  update(): void;
  /** Hides the list. */
  close(): void;
}

/**
 * Makes a combobox of the search field and its list (WAI-ARIA: the focus stays in the field). Arrow keys move, the
 * return key takes a suggestion, Escape closes the list.
 *
 * @param status element that is read out when its text changes
 * @param take applies a suggestion
 */
export function combobox(
  field: HTMLInputElement,
  list: HTMLElement,
  suggest: Suggest,
  { panel, articles }: Settings,
  { count }: Numbers,
  take: (suggestion: Suggestion) => void,
): Combobox {
  let shown: readonly Suggestion[] = [];
  let active = -1;
  let latest = 0;
  const status = element('span', { role: 'status', class: 'visually-hidden' });
  list.after(status);
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('aria-expanded', 'false');

  function activate(next: number): void {
    active = next;
    list.querySelectorAll('[role=option]').forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === active));
      if (i === active) option.scrollIntoView({ block: 'nearest' });
    });
    if (active < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', `suggestion-${active}`);
  }
  function close(): void {
    latest += 1;
    shown = [];
    list.hidden = true;
    list.replaceChildren();
    status.textContent = '';
    field.setAttribute('aria-expanded', 'false');
    activate(-1);
  }
  function choose(index: number): void {
    const suggestion = shown[index];
    close();
    if (suggestion !== undefined) take(suggestion);
  }
  function print(suggestions: readonly Suggestion[]): void {
    shown = suggestions;
    list.replaceChildren(
      ...suggestions.map(({ term }, i) =>
        element(
          'li',
          { id: `suggestion-${i}`, role: 'option', 'aria-selected': 'false' },
          element('bdi', {}, term.name),
          ' ',
          element('span', { class: 'suggestion-kind' }, panel.kinds[term.kind]),
          ' ',
          element('span', { class: 'suggestion-count' }, count(term.articles, articles)),
        ),
      ),
    );
    list.hidden = suggestions.length === 0;
    field.setAttribute('aria-expanded', String(suggestions.length > 0));
    status.textContent = suggestions.length === 0 ? '' : count(suggestions.length, panel.suggested);
    activate(-1);
  }

  list.addEventListener('pointerdown', (event) => {
    // The field keeps the focus.
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[role=option]') : null;
    if (option !== null) choose([...list.children].indexOf(option));
  });
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return;
    const last = shown.length - 1;
    if (event.key === 'ArrowDown') activate(active === last ? -1 : active + 1);
    else if (event.key === 'ArrowUp') activate(active < 0 ? last : active - 1);
    else if (event.key === 'Enter' && active >= 0) choose(active);
    else if (event.key === 'Escape') close();
    else {
      if (event.key === 'Enter') close();
      return;
    }
    event.preventDefault();
  });
  return {
    update() {
      latest += 1;
      const number = latest;
      void suggest(field.value).then((suggestions) => {
        if (number === latest && document.activeElement === field) print(suggestions);
      });
    },
    close,
  };
}
