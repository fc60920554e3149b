import type { ExportForm } from '../../model/download.ts';
import type { IndexReader } from '../query/index-reader.ts';
import { exportedRecords, OtherExportError } from './archive-export.ts';
import { element } from './element.ts';
import { indexedRecords } from './index-export.ts';
import { filled, type Numbers, type Settings } from './words.ts';

/** Most articles in one file: more would not fit the memory of a phone. */
const maxArticles = 20_000;

const mediaTypes = { csv: 'text/csv', jsonl: 'application/jsonl' } as const;

/** What is downloaded. */
export interface DownloadRequest {
  readonly form: ExportForm;
  /** Numbers of the articles, in the order of the results. */
  readonly documents: readonly number[];
  /** Name of the file, without its extension. */
  readonly name: string;
  readonly isStale: () => boolean;
}

/** Returns a name that every system takes as a file's. */
const fileName = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'articles';

/**
 * Makes a file of the results and offers it, in a box of the page. The records are those of the archive's export; where
 * it cannot be read, they are made of the search index, and the page says so.
 */
export async function offerDownload(
  box: HTMLElement,
  { form, documents, name, isStale }: DownloadRequest,
  reader: IndexReader,
  settings: Settings,
  numbers: Numbers,
): Promise<void> {
  const { articles, panel, exports, words } = settings;
  const texts = panel.files;
  const chosen = documents.slice(0, maxArticles);
  const say = (...children: readonly (Node | string)[]): void => {
    if (!isStale()) box.replaceChildren(...children.map((child) => element('p', {}, child)));
  };
  box.hidden = documents.length === 0;
  if (documents.length === 0) return;
  const progress = (found: number): void =>
    say(
      filled(texts.reading, {
        n: numbers.number(found),
        total: numbers.number(chosen.length),
      }),
    );
  progress(0);
  const address = exports[form];
  let notes: readonly (Node | string)[] = [];
  let records: readonly string[] = [];
  try {
    if (address === undefined || location.protocol === 'file:') throw new TypeError();
    records = await exportedRecords(address, form, chosen, reader, progress);
  } catch (error) {
    if (error instanceof OtherExportError) {
      const reload = element('a', { href: location.href }, words.reload);
      say(`${texts.failed} ${words.failed}`, reload);
      return;
    }
    try {
      records = await indexedRecords(form, chosen, reader, progress);
    } catch {
      say(texts.failed);
      return;
    }
    notes = [
      texts.reduced,
      ...(address === undefined
        ? []
        : [element('a', { href: address, download: '' }, texts.whole)]),
    ];
  }
  if (isStale()) return;
  const link = element(
    'a',
    {
      href: URL.createObjectURL(new Blob([...records], { type: mediaTypes[form] })),
      download: `${fileName(name)}.${form}`,
      'data-file': form,
    },
    texts.save,
  );
  const cut = numbers.count(maxArticles, articles);
  const isCut = documents.length > chosen.length;
  say(
    element(
      'span',
      {},
      `${filled(texts.ready, { n: numbers.count(chosen.length, articles) })} `,
      link,
    ),
    ...(isCut ? [filled(texts.bounded, { n: cut })] : []),
    ...notes,
  );
  link.click();
}
