import type { ReaderSetting } from '../model/reader-words.ts';
import { make } from './make.ts';
import { interfaceTexts as words } from './texts.ts';

/** The settings by name: the name is that of the attribute `data-…` of the root element, which the style sheet reads. */
const settings: Readonly<Record<string, ReaderSetting>> = { size: words.size, theme: words.theme };

const root = document.documentElement;

const keyOf = (name: string): string => `warraq-${name}`;

/** Returns a stored value; the empty string where there is none, or the browser stores nothing. */
function stored(name: string): string {
  try {
    return localStorage.getItem(keyOf(name)) ?? '';
  } catch {
    return '';
  }
}

/** Shows a value of a setting; the usual look for one that is empty or unknown. */
function show(name: string, setting: ReaderSetting, value: string): void {
  if (value !== '' && Object.hasOwn(setting.values, value)) root.dataset[name] = value;
  else delete root.dataset[name];
}

/** Shows the stored settings. */
export function showSettings(): void {
  for (const [name, setting] of Object.entries(settings)) show(name, setting, stored(name));
}

/** Shows and stores a value; without storage it holds for this page. */
function choose(name: string, setting: ReaderSetting, value: string): void {
  show(name, setting, value);
  try {
    localStorage.setItem(keyOf(name), value);
  } catch {
    // Some browsers store nothing for pages on a disk.
  }
}

/** The choice of a value, as radio buttons. */
const choices = (name: string, setting: ReaderSetting): HTMLElement =>
  make(
    'fieldset',
    {},
    make('legend', {}, setting.title),
    ...Object.entries(setting.values).map(([value, label]) =>
      make(
        'label',
        {},
        make('input', {
          type: 'radio',
          name: keyOf(name),
          value,
          checked: value === (root.dataset[name] ?? ''),
          onchange: () => choose(name, setting, value),
        }),
        label,
      ),
    ),
  );

/** Adds the button that opens the settings. They are made when it is pressed. */
export function addSettings(place: Element): void {
  const panel = make('div', { className: 'reader-panel', hidden: true });
  const button = make('button', {
    type: 'button',
    className: 'reader-button',
    onclick: () => open(panel.hidden === true),
  });
  const reader = make('div', { className: 'reader' }, button, panel);
  function open(isOpen: boolean): void {
    if (isOpen)
      panel.replaceChildren(
        ...Object.entries(settings).map(([name, setting]) => choices(name, setting)),
      );
    panel.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  }
  button.setAttribute('aria-label', words.settings);
  open(false);
  addEventListener('click', ({ target }) => {
    if (!panel.hidden && !reader.contains(target as Node)) open(false);
  });
  reader.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || panel.hidden) return;
    open(false);
    button.focus();
  });
  place.append(reader);
}
