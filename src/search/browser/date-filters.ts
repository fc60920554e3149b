import { dateInWords, typedDate } from './typed-date.ts';
import { filled, type Numbers, type Settings } from './words.ts';

/** The filters by date: the slider of years, and the two fields. */
export interface DateFilters {
  /** Shows the dates of the address; the fields themselves are filled with the form. */
  show(query: URLSearchParams): void;
}

/**
 * Returns the controller of the filters by date, in an element that may lack them.
 *
 * @param search starts the search that the form describes
 */
export function dateFilters(
  box: ParentNode,
  settings: Settings,
  numbers: Numbers,
  search: () => void,
): DateFilters {
  const { months, panel, span } = settings;
  const [firstDate = '', lastDate = ''] = span;
  const inWords = (date: string): string => dateInWords(date, settings, numbers);
  const fields = [...box.querySelectorAll<HTMLInputElement>('[data-date]')];
  const sliders = [...box.querySelectorAll<HTMLInputElement>('[data-slider]')];
  const output = box.querySelector('[data-slider-span]');
  const help = box.querySelector('[data-date-help]');
  const trouble = box.querySelector<HTMLElement>('[data-date-trouble]');
  const bounds = { first: inWords(firstDate), last: inWords(lastDate) };
  const examples = { day: inWords(lastDate), year: inWords(lastDate.slice(0, 4)) };
  if (help !== null) {
    const lines = [panel.dateExample, panel.dateBounds];
    help.textContent = lines.map((line) => filled(line, { ...examples, ...bounds })).join(' ');
  }

  /** Says what is wrong with a date; nothing where it is right. */
  function check(): void {
    const wrong = fields.flatMap((field) => {
      const date = typedDate(field.value, months);
      const length = date?.length ?? 0;
      const isOutside =
        date !== undefined &&
        (date < firstDate.slice(0, length) || date > lastDate.slice(0, length));
      const message =
        field.value.trim() === ''
          ? ''
          : date === undefined
            ? panel.badDate
            : isOutside
              ? panel.outside
              : '';
      if (message === '') field.removeAttribute('aria-invalid');
      else field.setAttribute('aria-invalid', 'true');
      return message === '' ? [] : [filled(message, { ...examples, ...bounds })];
    });
    const [from = '', to = ''] = fields.map(({ value }) => typedDate(value, months) ?? '');
    // Without a second date nothing is compared.
    if (from.slice(0, to.length) > to.slice(0, from.length)) wrong.push(panel.reversed);
    if (trouble === null) return;
    trouble.hidden = wrong.length === 0;
    trouble.textContent = [...new Set(wrong)].join(' ');
  }

  function showYears(): void {
    const [from, to] = sliders.map(({ value }) => numbers.year(Number(value)));
    if (output !== null && from !== undefined && to !== undefined)
      output.textContent = from === to ? from : `${from}–${to}`;
    for (const slider of sliders) {
      slider.setAttribute('aria-valuetext', numbers.year(Number(slider.value)));
      const { min, max, value } = slider;
      const part = (Number(value) - Number(min)) / (Number(max) - Number(min));
      slider.parentElement?.style.setProperty(`--${slider.dataset.slider}`, String(part));
    }
  }

  for (const slider of sliders) {
    slider.addEventListener('input', (event) => {
      event.stopPropagation();
      const [from, to] = sliders;
      if (from !== undefined && to !== undefined && Number(from.value) > Number(to.value))
        slider.value = slider === from ? to.value : from.value;
      showYears();
    });
    slider.addEventListener('change', () => {
      const isEnd = slider.dataset.slider === 'to';
      const field = fields.find(({ name }) => name === slider.dataset.slider);
      const limit = isEnd ? slider.max : slider.min;
      if (field !== undefined)
        field.value = slider.value === limit ? '' : numbers.year(Number(slider.value));
      check();
      search();
    });
  }
  for (const field of fields) {
    field.addEventListener('change', () => {
      const date = typedDate(field.value, months);
      if (date !== undefined) field.value = inWords(date);
      check();
    });
  }
  showYears();
  return {
    show(query) {
      for (const slider of sliders) {
        const year = query.get(slider.dataset.slider ?? '')?.slice(0, 4) ?? '';
        const usual = slider.dataset.slider === 'to' ? slider.max : slider.min;
        slider.value = year === '' ? usual : String(Number(year));
      }
      showYears();
      check();
    },
  };
}
