import { fold } from '../../arabic/letters.ts';
import { titleLine } from '../../structure/title-line.ts';
import type { CreditLine } from './credit-line.ts';
import type { HeadLine } from './head-line.ts';
import { asLabel } from './head-words.ts';

/** A line above or below the title, as it is read by itself. */
export interface CandidateLine {
  readonly text: string;
  /** Offset in the text at which the line ends. */
  readonly end: number;
  /** Whether a masthead, a dateline or a byline was certain by itself. */
  readonly isRead: boolean;
  /** Whether that was a masthead. */
  readonly isMasthead: boolean;
  readonly head?: HeadLine | undefined;
  readonly credit?: CreditLine | undefined;
  /** Whether the byline counts only below a title. */
  readonly isBare?: boolean;
  readonly isLabel?: boolean;
  readonly isImprint?: boolean;
}

/** What a line adds once the lines around it are known. */
export interface AcceptedLine {
  readonly at: number;
  readonly head?: HeadLine;
  readonly credit?: CreditLine;
  readonly kicker?: string;
}

/** Tells whether a name has at most two words after «صحيفة». */
const isShortName = (paper = ''): boolean => paper.split(' ').length <= 3;

/** The points that a line of a group is worth; a group of two is a head. */
function pointsOf({ isMasthead, head }: CandidateLine, hasTitle: boolean): number {
  if (isMasthead) return 2;
  switch (head?.strength) {
    case 'masthead':
    case 'item':
      return 2;
    case 'date':
    case 'soft':
    case 'section':
      return 1;
    case 'paper':
      if (head.certainty === 'stated') return hasTitle && isShortName(head.paper) ? 2 : 1;
      if (head.certainty === 'listed' || head.certainty === 'quoted') return 1;
      return head.certainty === 'shaped' && hasTitle && !head.paper?.includes(' ') ? 1 : 0;
    default:
      return 0;
  }
}

/** Words that papers are called by and texts are titled by as well, folded: alone above a title they prove nothing. */
const ambiguousPapers = new Set(
  'الحياه الحريه الثوره السلام المستقبل الحقيقه الشعب الوطن النصر العمل البناء العلم الهلال الرساله المدينه البلاد اليوم الغد المساء الصباح الشمس القمر العرب العربي المغرب الراي الحوادث الناس الطريق النداء الشارع عمان فلسطين العراق القدس الزمن الزمان القرن العداله الدعوه المعرض الرياضيه الصحافه المختار البلد المدي راي الجزيره القادسيه بابل الدوحه الخليج الرياض الكرمل الجنوب العربي طرابلس الغرب الحركه الوحده الجماهير العروبه الفداء'.split(
    ' ',
  ),
);

/**
 * Decides which lines of the beginning of a text are its head, besides those that are certain by themselves. A line
 * counts where its neighbours confirm it: a paper's name beside a masthead, a section above a title, a name below one.
 *
 * @param text the text
 * @param lines its first lines, up to the first long one
 * @param hasTitle whether the metadata give a title
 */
export function acceptHeadLines(
  text: string,
  lines: readonly CandidateLine[],
  hasTitle: boolean,
): readonly AcceptedLine[] {
  const isHeadish = (line: CandidateLine | undefined): boolean =>
    line !== undefined && (line.isMasthead || line.head !== undefined || line.isImprint === true);
  const accepted: AcceptedLine[] = [];
  /** Tells whether a title line follows after the line at `at`, with lines of a head between at most. */
  const titleAfter = (at: number): boolean => {
    let next = at + 1;
    while (next < lines.length && isPassed(lines[next])) next += 1;
    const title = lines[next];
    if (title === undefined) return false;
    // Apart from the lines below it, which a narrow text would join to it.
    return titleLine(`${title.text}\n\n${text.slice(title.end)}`) !== undefined;
  };
  const isPassed = (line: CandidateLine | undefined): boolean =>
    line !== undefined &&
    (line.isRead ||
      isHeadish(line) ||
      line.isLabel === true ||
      (line.credit !== undefined && line.isBare !== true));
  /** The title is a line before `at`: one that is no part of a head. */
  const titleBefore = (at: number): boolean =>
    hasTitle || lines.slice(0, at).some((line) => !isPassed(line));
  let at = 0;
  while (at < lines.length) {
    let end = at;
    while (isHeadish(lines[end])) end += 1;
    if (end > at) {
      acceptGroup(at, end);
      at = end;
      continue;
    }
    acceptLine(at);
    at += 1;
  }
  function acceptGroup(start: number, end: number): void {
    const group = lines.slice(start, end);
    const follows = titleAfter(end - 1);
    const isTitled = follows || titleBefore(start);
    const points = group.reduce((sum, line) => sum + pointsOf(line, isTitled), 0);
    const [only] = group;
    const alone = group.length === 1 && only?.head !== undefined && follows && !hasTitle;
    const isAlone =
      alone &&
      (only.head?.strength === 'section' ||
        (only.head?.certainty === 'listed' && !ambiguousPapers.has(fold(only.head.paper ?? ''))));
    if (points < 2 && !isAlone) return;
    group.forEach((line, i) => {
      const { head } = line;
      const isSure = head?.strength !== 'paper' || head.certainty === 'stated' || isTitled;
      if (line.isRead) return;
      if (head === undefined) accepted.push({ at: start + i });
      else if (isSure) accepted.push({ at: start + i, head });
    });
  }
  function acceptLine(index: number): void {
    const line = lines[index];
    if (line === undefined || line.isRead) return;
    const { credit } = line;
    if (line.isLabel === true) {
      const kicker = asLabel(line.text);
      if (titleAfter(index)) accepted.push({ at: index, kicker });
      return;
    }
    if (credit === undefined) return;
    if (line.isBare === true && !titleBefore(index)) return;
    if (credit.strength === 'credit') {
      accepted.push({ at: index, credit });
      return;
    }
    const isTitled = titleAfter(index) || titleBefore(index);
    if (!isTitled) return;
    // After a sentence it credits a picture.
    const isAgency = credit.strength === 'agency' && !/[.؟?!]$/.test(lines[index - 1]?.text ?? '');
    if (isAgency || isBylineName(index, credit)) accepted.push({ at: index, credit });
  }
  /** Tells whether a name alone is the author's: beside the title, and nowhere else in the text. */
  function isBylineName(index: number, { authors = [], strength }: CreditLine): boolean {
    if (strength !== 'name') return false;
    const line = lines[index];
    if (line === undefined || text.length - line.end < 200) return false;
    const before = text.slice(0, line.end - line.text.length);
    return authors.every((author) => {
      const last = author.slice(author.lastIndexOf(' ') + 1);
      return !text.includes(last, line.end) && !before.includes(last);
    });
  }
  return accepted;
}
