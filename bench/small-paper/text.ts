import { indic, type PrintedDay, printedDay } from './dates.ts';
import type { Random } from './random.ts';
import {
  cities,
  headings,
  headlines,
  openings,
  paperSections,
  papers,
  sentences,
  writers,
} from './words.ts';

/** A text as a small newspaper has it, with what is right. */
export interface PaperText {
  readonly file: string;
  readonly text: string;
  readonly title: string;
  /** YYYY-MM-DD; undefined where the text prints no certain date. */
  readonly day: string | undefined;
  readonly headings: readonly string[];
  /** Names of the forms that it has, for the report. */
  readonly forms: { readonly head: string; readonly heading: string; readonly wrap: string };
}

/** The lines above the text. */
interface Head {
  readonly name: string;
  readonly lines: readonly string[];
  /** Put before the first sentence. */
  readonly dateline?: string;
  /** Put below the text. */
  readonly last?: string;
}

/** Returns the lines above a text: title, masthead, byline, date, in an order that is picked at random. */
function head(random: Random, title: string, { text: day }: PrintedDay): Head {
  const paper = random.pick(papers);
  const section = random.pick(paperSections);
  const writer = random.pick(writers);
  const issue = `العدد ${100 + random.below(900)}`;
  const page = `ص ${1 + random.below(16)}`;
  const city = random.pick(cities);
  const byline = random.pick([
    `كتب: ${writer}`,
    `بقلم: ${writer}`,
    `كتبت/ ${writer}`,
    `تقرير: ${writer}`,
    `إعداد: ${writer} و${random.pick(writers)}`,
    `حوار: ${writer}`,
    `ترجمة: ${writer}`,
  ]);
  const heads: readonly Head[] = [
    { name: 'title only', lines: [title], dateline: `${city} - ${day} - ` },
    { name: 'masthead, title', lines: [`${paper} | ${issue} | ${day}`, title] },
    { name: 'paper, masthead, title', lines: [paper, `${issue} - السنة الرابعة - ${day}`, title] },
    { name: 'title, byline, date', lines: [title, byline, day] },
    {
      name: 'paper, section, date, price, title',
      lines: [`${paper} - ${section}`, day, `الثمن: ${10 * (1 + random.below(9))} قرشا`, title],
    },
    {
      name: 'section, title, byline, date label',
      lines: [section, title, byline, `تاريخ النشر: ${day}`],
    },
    { name: 'title, last line', lines: [title, byline], last: day },
    { name: 'masthead after title', lines: [title, `${paper}، ${issue}، ${page}، ${day}`] },
    {
      name: 'paper, issue and page, title, dateline',
      lines: [paper, `${issue} / ${page}`, title],
      dateline: `${city}، ${day}: `,
    },
    { name: 'date, title, byline', lines: [day, title, byline] },
    { name: 'paper page date', lines: [`${paper} (${page}) ${day}`, '', title] },
  ];
  return random.pick(heads);
}

/** Forms of headings on lines: how one is written, and whether blank lines are around it. */
const headingForms: readonly {
  readonly name: string;
  readonly write: (heading: string, number: number) => string;
}[] = [
  { name: 'plain', write: (heading) => heading },
  { name: '1-', write: (heading, number) => `${number}- ${heading}` },
  { name: '١.', write: (heading, number) => `${indic(String(number))}. ${heading}` },
  { name: '(1)', write: (heading, number) => `(${number}) ${heading}` },
  {
    name: 'أولا:',
    write: (heading, number) => `${['أولًا', 'ثانيًا', 'ثالثًا'][number - 1]}: ${heading}`,
  },
  { name: 'colon', write: (heading) => `${heading}:` },
  { name: 'stars', write: (heading) => `*${heading}*` },
  { name: 'bold', write: (heading) => `** ${heading} **` },
  { name: 'dashes', write: (heading) => `- ${heading} -` },
  { name: 'brackets', write: (heading) => `[${heading}]` },
  { name: 'equals', write: (heading) => `== ${heading} ==` },
];

/** Returns two to four sentences. */
function paragraph(random: Random): string {
  const count = 2 + random.below(3);
  return Array.from({ length: count }, () => random.pick(sentences)).join(' ');
}

/** Returns a text in lines of at most `width` letters. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/**
 * Returns a text.
 *
 * @param hasHeadings whether it has headings on lines
 */
export function paperText(random: Random, number: number, hasHeadings: boolean): PaperText {
  const title = random.pick(headlines);
  const day = printedDay(random);
  const { name, lines, dateline = '', last } = head(random, title, day);
  const form = random.pick(headingForms);
  const wrap = random.pick(['none', 'none', '62', '75']);
  const write = (text: string): string => (wrap === 'none' ? text : wrapped(text, Number(wrap)));
  const chosen = hasHeadings
    ? [...new Set([random.pick(headings), random.pick(headings), random.pick(headings)])]
    : [];
  const parts = [write(`${dateline}${random.pick(openings)} ${paragraph(random)}`)];
  if (!hasHeadings) parts.push(write(paragraph(random)), write(paragraph(random)));
  for (const [i, heading] of chosen.entries()) {
    parts.push(form.write(heading, i + 1), write(paragraph(random)));
    if (random.below(2) === 0) parts.push(write(paragraph(random)));
  }
  if (last !== undefined) parts.push(last);
  const separator = random.below(3) === 0 && wrap === 'none' ? '\n' : '\n\n';
  return {
    file: `t${String(number).padStart(3, '0')}.txt`,
    text: `${lines.join('\n')}\n\n${parts.join(separator)}\n`,
    ...{ title, day: day.day, headings: chosen },
    forms: { head: name, heading: hasHeadings ? form.name : 'none', wrap },
  };
}
