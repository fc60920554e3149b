import { existsSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeFiles } from './temporary-folder.ts';

/** What another program writes into a published page. A build does not remove such a page. */
export const spoiled = 'عبث به أحد';

/** The content of a test's article. */
export interface Draft {
  readonly title: string;
  readonly date: string;
  readonly source: string;
  readonly author: string;
  readonly body: string;
  /** Keys about publication, which most articles lack. */
  readonly draft?: string;
  readonly embargo?: string;
}

/** A change of a site's sources; `at` selects one of its seeds. */
export type Edit =
  | { readonly do: 'add' | 'rename'; readonly at: number; readonly name: string }
  | { readonly do: 'delete' | 'touch' | 'empty'; readonly at: number }
  | { readonly do: 'add-many' | 'delete-many'; readonly at: number; readonly count: number }
  | { readonly do: 'change'; readonly at: number; readonly draft: Partial<Draft> }
  | { readonly do: 'claim'; readonly at: number; readonly id: string }
  | { readonly do: 'records'; readonly form: 'jsonl' | 'csv'; readonly records: readonly number[] }
  | { readonly do: 'config' | 'subjects'; readonly text: string }
  | { readonly do: 'style'; readonly text: string }
  | { readonly do: 'lose-page' | 'spoil-page'; readonly at: number }
  | { readonly do: 'lose-catalogue' };

const dates = ['', '2015', '2015-07', '2015-07-21', '2015-07-22', '2016-01-01', '1999-12-31'];
const sources = ['', 'البيان', 'الشَّروق', 'الشروق', 'صحيفة الميناء'];
const authors = ['', 'ليلى حداد', 'سامر العلي'];
const titles = ['افتتاح الجسر', 'موسم الزيتون', 'القافلة تصل', 'index', 'عودة الصيادين'];
const bodies = [
  'وصلت القافلة إلى المدينة فجرًا. واستقبلها الأهالي في الساحة.',
  'أعلنت البلدية بدء أعمال الترميم في السوق القديم.',
  'قال المدير إن المعرض يستمر ثلاثة أيام.',
  // Repeated words make articles related.
  'رست سفينة الأميرال في شكّا، ثم أبحرت السفينة من شكّا. ولم يعلّق الأميرال.',
  'الأميرال في البترون؛ والأميرال في شكا. وشكا تنتظر سفينة أخرى بعد السفينة الأولى.',
  'صيادو البترون يشكون، وزوارق البترون راسية. الزوارق قديمة.',
  // Two texts that are nearly the same.
  'أعلنت إدارة المرفأ أن الرصيف الشمالي يُفتح بعد أسبوعين، وأن السفن الكبيرة ترسو فيه أولًا، وأن رسوم الرسو لا تتغير هذا العام. وقال المدير إن العمل في الرصيف الجنوبي يبدأ بعد ذلك مباشرة.',
  'أعلنت إدارة المرفأ أن الرصيف الشمالي يُفتح بعد أسبوعين، وأن السفن الكبيرة ترسو فيه أولًا، وأن رسوم الرسو لا تتغير هذا العام. وقال المدير إن العمل في الرصيف الجنوبي يبدأ بعد ذلك بأيام.',
];

const draft = fc.record<Draft>({
  title: fc.constantFrom(...titles),
  date: fc.constantFrom(...dates),
  source: fc.constantFrom(...sources),
  author: fc.constantFrom(...authors),
  body: fc.constantFrom(...bodies),
  draft: fc.constantFrom('', '', 'true', 'false'),
  embargo: fc.constantFrom('', '', '2015-07-22', '2015'),
});

const at = fc.nat({ max: 9999 });
const name = fc.constantFrom('a', 'b', 'c/d', 'c/e', 'ز', 'index', 'A', 'n005x');

/** Any change; common ones are more frequent. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('add', 'rename'), at, name }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('delete', 'touch', 'empty'), at }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('add-many', 'delete-many'),
      at,
      count: fc.integer({ min: 1, max: 60 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('change'),
      at,
      draft: draft.chain((fields) => fc.subarray(Object.entries(fields)).map(Object.fromEntries)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('claim'),
      at,
      id: fc.constantFrom('n001', 'shared', 'SHARED', 'n050'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('records'),
      form: fc.constantFrom('jsonl', 'csv'),
      records: fc.array(fc.nat({ max: 12 }), { maxLength: 20 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('subjects'),
      text: fc.constantFrom(
        '',
        '- name: شكا\n  kind: place\n',
        '- name: الأميرال\n  kind: person\n  variants: [ليلى حداد]\n',
        '- name: الميناء\n  kind: source\n  variants: [صحيفة الميناء, الشروق]\n',
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('config'),
      text: fc.constantFrom(
        '',
        'name: أرشيف الميناء\n',
        'baseUrl: https://example.org/a/\n',
        'permalink: "{year}/{month}/{id}.html"\n',
        'language: en\n',
        'records: {fields: {text: title}, ignore: all}\n',
        'downloads: [text]\nexports: csv\n',
        'downloads: []\nexports: []\n',
        'search: off\n',
        'asOf: 2015-07-21\n',
        'asOf: 2015-12-31\n',
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('style'),
      text: fc.constantFrom(
        'p { color: red }',
        '@font-face { font-family: own; src: url(own.woff2) }',
        '@font-face { font-family: own; src: url(own.woff2?preload) }',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('lose-page', 'spoil-page'), at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose-catalogue') }) },
) as fc.Arbitrary<Edit>;

/** Returns a draft as the text of a seed. */
export const seedText = (given: Draft & { readonly id?: string }): string => {
  const { body, author, ...keys } = given;
  const lines = Object.entries({ ...keys, authors: author === '' ? '' : `[${author}]` })
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}\n`);
  return `---\n${lines.join('')}---\n${body}\n`;
};

/** Returns the draft of article number `n`, which differs from its neighbours. */
export const numberedDraft = (n: number): Draft => ({
  title: `${titles[n % titles.length]} ${n}`,
  date: dates[(n * 3) % dates.length] ?? '',
  // Two spellings of one name with similar numbers of articles, so that few changes decide which is shown.
  source: sources[n % 3 === 0 ? n % sources.length : 2 + (n % 2)] ?? '',
  author: authors[n % authors.length] ?? '',
  body: bodies[n % bodies.length] ?? '',
});

/** Writes the seeds numbered `from` to `to` of a site. */
export function plantDrafts(root: string, from: number, to: number): void {
  for (let n = from; n <= to; n += 1) {
    writeFiles(root, { [`seeds/n${n}.txt`]: seedText(numberedDraft(n)) });
  }
}

/** Returns records of numbered drafts; some have an id, some are malformed, some are equal. */
function recordsText(form: 'jsonl' | 'csv', numbers: readonly number[]): string {
  const records = numbers.map((n) => {
    const { body, author, ...keys } = numberedDraft(n);
    const id = n % 3 === 0 ? `r${n}` : '';
    return { ...keys, id, authors: author, text: n === 11 ? '' : body };
  });
  if (form === 'jsonl') {
    return records
      .map((r, i) => (numbers[i] === 12 ? '{"text": \n' : `${JSON.stringify(r)}\n`))
      .join('');
  }
  const rows = records.map(
    (record) =>
      `${Object.values(record)
        .map((cell) => `"${cell}"`)
        .join(',')}\n`,
  );
  return `title,date,source,id,authors,text\n${rows.join('')}`;
}

function readDraft(text: string): Draft & { readonly id?: string } {
  const key = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? '';
  const id = key('id');
  return {
    ...(id === '' ? {} : { id }),
    ...{ title: key('title'), date: key('date'), source: key('source') },
    ...{ draft: key('draft'), embargo: key('embargo') },
    author: key('authors').replace(/[[\]]/g, ''),
    body: text.replace(/^---\n[\s\S]*?\n---\n/, '').trim(),
  };
}

/** Returns the files under a folder with this extension, sorted; paths are relative to the folder. */
const filesUnder = (folder: string, extension: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith(extension))
        .sort()
    : [];

const pick = (files: readonly string[], at: number): string | undefined => files[at % files.length];

/** Adds seeds, or changes files of the site other than seeds. */
function editSite(root: string, edit: Edit): void {
  if (edit.do === 'add') {
    writeFiles(root, { [`seeds/${edit.name}.txt`]: seedText(numberedDraft(edit.at)) });
  } else if (edit.do === 'add-many') {
    for (let n = 0; n < edit.count; n += 1) {
      // Every second time all are newer than the others, so that only the ends of lists move.
      const date = edit.at % 2 === 0 ? { date: '2020-01-01' } : {};
      const text = seedText({ ...numberedDraft(edit.at + n), ...date });
      writeFiles(root, { [`seeds/many-${edit.at % 3}-${n}.txt`]: text });
    }
  } else if (edit.do === 'records') {
    writeFiles(root, { [`seeds/news.${edit.form}`]: recordsText(edit.form, edit.records) });
  } else if (edit.do === 'config') writeFiles(root, { 'warraq.yaml': edit.text });
  else if (edit.do === 'subjects') writeFiles(root, { 'authority.yaml': edit.text });
  else if (edit.do === 'style') {
    writeFiles(root, { 'templates/styles/own.css': edit.text, 'templates/styles/own.woff2': '' });
  } else if (edit.do === 'lose-catalogue') {
    rmSync(join(root, '.cache'), { recursive: true, force: true });
  } else if (edit.do === 'lose-page' || edit.do === 'spoil-page') {
    const page = pick(filesUnder(join(root, 'dist'), '.html'), edit.at);
    if (page === undefined) return;
    if (edit.do === 'lose-page') rmSync(join(root, 'dist', page));
    else writeFiles(root, { [`dist/${page}`]: spoiled });
  }
}

/** Changes one existing seed. */
function editSeed(root: string, seed: string, edit: Edit): void {
  const file = join(root, 'seeds', seed);
  const write = (text: string): void => writeFiles(root, { [`seeds/${seed}`]: text });
  const before = readDraft(readFileSync(file, 'utf8'));
  if (edit.do === 'rename') {
    const name = `seeds/${edit.name}-r.txt`;
    writeFiles(root, { [name]: '' });
    renameSync(file, join(root, name));
  } else if (edit.do === 'delete') rmSync(file);
  else if (edit.do === 'touch') utimesSync(file, 1_000_000_000, 1_000_000_000 + edit.at);
  else if (edit.do === 'empty') write('');
  else if (edit.do === 'change') write(seedText({ ...before, ...edit.draft }));
  else if (edit.do === 'claim') write(seedText({ ...before, id: edit.id }));
}

/** Applies a change to a site. */
export function makeEdit(root: string, edit: Edit): void {
  const seeds = filesUnder(join(root, 'seeds'), '.txt');
  editSite(root, edit);
  if (edit.do === 'delete-many') {
    for (const seed of seeds.slice(-edit.count)) rmSync(join(root, 'seeds', seed));
  }
  const seed = 'at' in edit ? pick(seeds, edit.at) : undefined;
  if (seed !== undefined && existsSync(join(root, 'seeds', seed))) editSeed(root, seed, edit);
}
