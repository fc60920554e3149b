import { headingGroups, type QueueCount } from '../../model/review.ts';
import { deskWords, localNumber, part } from './desk.ts';
import type { Chosen } from './requests.ts';

const sources = part('choose-source') as HTMLSelectElement;
const groups = part('choose-group') as HTMLSelectElement;

/** Returns which headings are chosen. */
export const chosenHeadings = (): Chosen => ({ source: sources.value, group: groups.value });

function addOption(to: HTMLSelectElement, value: string, label: string, count: number): void {
  to.append(new Option(`${label} (${localNumber(count)})`, value));
}

const sum = (counts: readonly QueueCount[]): number =>
  counts.reduce((total, { count }) => total + count, 0);

/** Lists the groups of a source, and keeps the chosen one. */
function fillGroups(counts: readonly QueueCount[]): void {
  const chosen = groups.value;
  const own = counts.filter(({ source }) => sources.value === 'all' || source === sources.value);
  groups.replaceChildren();
  addOption(groups, 'all', deskWords.allKinds, sum(own));
  for (const group of headingGroups) {
    const count = sum(own.filter((one) => one.group === group));
    if (count > 0) addOption(groups, group, deskWords.groups[group], count);
  }
  groups.value = chosen;
  if (groups.value === '') groups.value = 'all';
}

/** Writes the choice into the address, so that it holds after the page is loaded again. */
function keepChoice(): void {
  const address = new URL(location.href);
  address.searchParams.set('source', sources.value);
  address.searchParams.set('group', groups.value);
  history.replaceState(null, '', address);
}

/**
 * Lists the sources and groups of headings.
 *
 * @param changed called when others are chosen
 */
export function fillChoices(counts: readonly QueueCount[], changed: () => void): void {
  addOption(sources, 'all', deskWords.allSources, sum(counts));
  for (const source of new Set(counts.map((one) => one.source))) {
    const own = counts.filter((one) => one.source === source);
    addOption(sources, source, source === '' ? deskWords.noSource : source, sum(own));
  }
  const { searchParams } = new URL(location.href);
  sources.value = searchParams.get('source') ?? 'all';
  if (sources.selectedIndex < 0) sources.value = 'all';
  fillGroups(counts);
  groups.value = searchParams.get('group') ?? 'all';
  if (groups.selectedIndex < 0) groups.value = 'all';
  for (const choice of [sources, groups]) {
    choice.addEventListener('change', () => {
      if (choice === sources) fillGroups(counts);
      keepChoice();
      changed();
      choice.blur();
    });
  }
}
