/** Width from which the filters are a column beside the results, as in the style sheet. */
const wide = '(min-width: 60rem)';

/** Where the filters stand. */
export interface FilterLayout {
  /** Opens the drawer of a narrow screen where a filter is set. */
  show(isSet: boolean): void;
}

/**
 * Puts the filters beside the results on wide screens, always open and after them in the order of the Tab key; on
 * narrow ones they are a drawer before them.
 */
export function filterLayout(layout: HTMLElement, filters: HTMLDetailsElement): FilterLayout {
  const media = matchMedia(wide);
  let isSet = false;
  function place(): void {
    if (media.matches) layout.append(filters);
    else layout.prepend(filters);
    filters.open = media.matches || isSet;
  }
  media.addEventListener('change', place);
  place();
  return {
    show(isNowSet) {
      if (isNowSet && !isSet) filters.open = true;
      isSet = isNowSet;
    },
  };
}
