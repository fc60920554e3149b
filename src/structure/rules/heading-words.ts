import { isGivenName } from '../../arabic/given-names.ts';
import { fold } from '../../arabic/letters.ts';
import { words } from '../../arabic/tokenize.ts';
import type { Span } from '../../model/structure.ts';
import { isStopped, type Line } from '../lines.ts';
import { maxHeadingLength, maxHeadingWords } from './heading-size.ts';
import type { LineMark } from './line-marks.ts';
import { classOf } from './word-class.ts';

/** Captions: «جانب من الحفل», «صورة أرشيفية», «من اليمين: …». */
const caption =
  /^(?:(?:جانب|جوانب|لقطه|لقطات|مشهد|مشاهد) من|من (?:اليمين|اليسار)|صوره (?:ارشيفيه|تعبيريه|توضيحيه|جماعيه|تذكاريه)|ارشيفيه)(?:\s|$|[:،/-])/;
/** Credits of helpers, and where a text goes on: «شارك في التغطية: …», «تابع ص ٤». */
const note =
  /^(?:شارك(?:ت|وا)? في (?:ال)?(?:تغطيه|تقرير|اعداد|تحرير|كتابه|تحقيق)(?:\s|$|[:،/-])|(?:تابع|تتمه|البقيه|التفاصيل|انظر)(?: \S+)? (?:ص|صفحه)\.? ?[\d٠-٩])/;
/** Credits: «بقلم: …», «المصدر: …», «اقرأ أيضا». */
const credit =
  /^(?:بقلم|حاوره|حاورته|حاورها|اعدها?|المصدر|مصدر الصوره|المصادر|وكالات|متابعات|نشر في|تاريخ النشر|اقرا ايضا|اخر تحديث|المراجع|الهوامش|تنويه|للتواصل)(?:\s|$|[:،/-])/;
/** Words of credits that also begin headings («كتب الأطفال», «إعداد الموازنة»): with a sign or a name after them. */
const creditWord =
  /^(?:كتبت?|كتبها?|تصوير|عدسه|ترجمه|اعداد|حوار|تحرير|شعر|رسوم|رسم|متابعه|تقرير|تحقيق|صوره|الصوره|فيديو|هامش|ملاحظه|هاتف)(?:\s*[:/-]|\s*$|\s+(?:د\.|ا\.|م\.)?\s*(\S+))/;
const agency =
  /(?:رويترز|ا ف ب|اف ب|د ب ا|وكالات|واس|الاناضول|سانا|قنا|وام|بترا|سبق|كونا|ا ش ا|ا ب|عواصم|(?<=[-–—]\s?)خاص)(?=\s*[)\]»"]?\s*$)/;
/** First characters of list items, numbers, brackets, addresses and figures. */
const nonHeadingStart = /^[-–—•·*▪●◦○□■►▶✓+=_|\d٠-٩۰-۹([{<@،.؛:!؟?]/;
const nonHeadingContent = /[@|\t=<>{}_•]|#\S|https?:|www\.|\s{3,}|\d{3,}.*\d{3,}|[،؛]\s/;
const nonMarkedContent = /[@|\t=<>{}]|https?:|www\.|\s{3,}|\d{3,}.*\d{3,}|[.؟!]\s+\S+\s/;

/** Words of a line that introduces a list or a quotation and is no heading: «وهي:», «كما يلي:», «وقال الوزير:». */
const introduction =
  /(?:^|\s)(?:و?كالتالي|و?كالاتي|[وب]?التالي[هة]?|التاليين|ب?الاتيه?|يلي|ياتي|و?منها|و?هي|و?هم|و?هو|و?ومنهم|و?بينها|و?بينهم|مثل|قال|قاله|قالت|قايلا|قايله|اضاف|مضيفا|اكد|موكدا|اوضح|موضحا|نصه|نصها|جاء|كتب|شعرا|الشاعر|بقوله|بقولها|قوله|قولها|تعالي|مايلي|التوالي|ابرزها|اهمها|ابرزهم|الحضور|نقرا|نورد|نذكر|نعرض|ننشر|يقول|تقول|المقابل|السياق)$/;
const sayingStart =
  /^(?:و|ف)?(?:قال|قالت|يقول|تقول|اضاف|اضافت|اكد|اكدت|اوضح|اوضحت|ذكر|ذكرت|كتبت?(?!\s+ال)|جاء|جاءت|ورد|تابع|تابعت|ختم|سال|سالته|سالناه|رد|ردت|اجاب|اجابت|انشد|لخص|عدد|طالب|شمل|ضم|تضمن|تضمنت|اشتمل)(?:ه|ها|نا)?(?:\s|$)/;

/** Words of speech in such a line: «أما الشاعر فقال:», «وفي النهاية أقول:». */
const speech =
  /(?:^|\s)[وف]?(?:قال|قالت|قالوا|يقول|تقول|اقول|نقول|سال|سالت|سالنا|سالته|اجاب|اضاف|كتب لي|علق)(?:\s|$)/;

/** A score («2 - 1») or a day («5 أكتوبر 2015», «5/10/2015»). */
const scoreOrDay =
  /[\d٠-٩]\s*[-–:/]\s*[\d٠-٩]|[\d٠-٩]{1,2}\s+\p{L}+(?:\s*[/(]?\s*\p{L}+\)?)?\s+[\d٠-٩]{4}/u;

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c]/g;

/**
 * Tells whether a line is long enough, or ends like a sentence, to be body text.
 *
 * @param text The whole text.
 * @param line A line; undefined beyond the ends of the text.
 * @returns False for lines of another form.
 */
export function isBody(text: string, line: Line | undefined): boolean {
  if (line === undefined || line.form !== undefined) return false;
  return line.words >= 12 || (line.words >= 7 && isStopped(text, line));
}

/**
 * Tells whether a heading may stand over a line: body, or lines of another form.
 *
 * @param text The whole text.
 * @param line A line; undefined beyond the ends of the text.
 * @returns False for a rule and for short lines.
 */
export const isContent = (text: string, line: Line | undefined): boolean =>
  isBody(text, line) || (line?.form !== undefined && line.form.form !== 'separator');

/**
 * Tells whether a heading may follow a line: body, a list or a table. After verse stand its poet and its source.
 *
 * @param text The whole text.
 * @param line A line; undefined beyond the ends of the text.
 * @returns False for a rule, verse and short lines.
 */
export const isFollowed = (text: string, line: Line | undefined): boolean =>
  isBody(text, line) || line?.form?.form === 'list' || line?.form?.form === 'table';

/**
 * Tells whether a line without marks has the length of a heading and no sign of another kind of line.
 *
 * @param text The whole text.
 * @param line A line.
 * @returns True for a line that is a heading where it stands between two of body.
 */
export function isCandidate(text: string, line: Line): boolean {
  if (line.words < 1 || line.words > maxHeadingWords) return false;
  if (line.end - line.start > maxHeadingLength) return false;
  // A directional mark may precede the line's first character («\u202b3 - مباشرة»).
  const source = text.slice(line.start, line.end).replace(invisible, '').trim();
  if (/[.:،؛!…,;\-–—/][»")”’\]]*$/.test(source)) return false;
  if (nonHeadingStart.test(source) || nonHeadingContent.test(source)) return false;
  return isTitled(source);
}

/**
 * Tells whether words are a credit or a caption.
 *
 * @param source The words.
 * @returns True for «تصوير: …», «بقلم …», «المصدر: …», «جانب من …», «تابع ص ٤».
 */
export function isCredit(source: string): boolean {
  const folded = fold(source);
  if (credit.test(folded) || caption.test(folded) || note.test(folded)) return true;
  const [, name] = creditWord.exec(folded) ?? [undefined, ''];
  // «رسوم على الواردات» is folded like a name.
  const isOn = name === 'علي' && /^\S+\s+على\s/.test(source);
  return name === undefined || (name !== '' && isGivenName(name) && !isOn);
}

/** Tells whether a phrase is no credit, agency, rule, score, day, name or row of figures. */
function isTitled(source: string): boolean {
  const folded = fold(source);
  if (agency.test(folded) || isCredit(source)) return false;
  // A line of figures is a table row; a line without letters of any script is a rule.
  const figures = source.replace(/[^\d٠-٩]/g, '').length;
  if (figures > 0 && (scoreOrDay.test(source) || figures * 3 > source.length)) return false;
  const [first = '', second = ''] = folded.split(/\s+/, 2);
  return /\p{L}{2}/u.test(source) && !(isGivenName(first) && isGivenName(second));
}

/** First word of a note on the author, after a star: «* كاتب وناقد من البحرين». */
const authorNote =
  /^(?:كاتبه?|باحثه?|صحفيه?|صحافيه?|استاذه?|شاعره?|ناقده?|اكاديميه?|روائيه?|محاميه?|طبيبه?|خبيره?)\s/;

/**
 * Tells whether the words of a marked line may be a heading.
 *
 * @param text The whole text.
 * @param mark The line's marks and words.
 * @returns False for credits, figures, addresses, sentences.
 */
export function isMarkedCandidate(text: string, { heading, kind }: LineMark): boolean {
  const source = text.slice(heading.start, heading.end);
  if (!/^[«"“([]?[\p{L}\p{N}]/u.test(source)) return false;
  // A long item that asks or exclaims is a paragraph.
  if (kind === 'bullet' && /[؟?!]$/.test(source) && source.split(/\s+/).length > maxHeadingWords) {
    return false;
  }
  if (kind === 'bullet' && authorNote.test(fold(source))) return false;
  if (/[.،؛…,;\-–—/][»")”’\]]*$/.test(source) || nonMarkedContent.test(source)) return false;
  return isTitled(source.replace(/^[«"“([]+/, ''));
}

/**
 * Returns the confidence of words by their number, first word and final punctuation.
 *
 * @param text The whole text.
 * @param span The words.
 * @param count Their number.
 * @returns A probability, before the lines around are known.
 */
export function confidenceOf(text: string, span: Span, count: number): number {
  const [first] = words(text, span.start, Math.min(span.end, span.start + 60));
  if (first === undefined) return 0;
  let confidence = count <= 5 ? 0.92 : 0.8;
  switch (classOf(fold(text.slice(first.start, first.end)))) {
    case 'past':
    case 'present':
    case 'future':
    case 'pronoun':
      confidence -= 0.2;
      break;
    case 'waPast':
    case 'waPresent':
    case 'waPreposition':
    case 'waParticle':
    case 'waPlain':
    case 'waDefinite':
    case 'relative':
    case 'demonstrative':
      confidence -= 0.4;
      break;
    case 'latin':
      confidence -= 0.1;
      break;
  }
  const isQuestion = /[؟?][»"”]?$/.test(text.slice(span.end - 2, span.end));
  // «فماذا بقي؟» goes on with what was said.
  if (isQuestion)
    confidence -= /^[فو](?:م|ه|ك|أ|ا|ل|ع)/.test(text.slice(span.start, span.start + 2)) ? 0.4 : 0.1;
  return confidence;
}

/**
 * Tells whether a line with a colon at its end names its section, and introduces no list, quotation or speaker.
 *
 * @param text The whole text.
 * @param mark The line's marks and words.
 * @param next The line below.
 * @returns False for «وقال الوزير:», «وهي:», and over a list or a quotation.
 */
export function namesSection(text: string, { heading }: LineMark, next: Line | undefined): boolean {
  const folded = fold(text.slice(heading.start, heading.end)).trim();
  if (introduction.test(folded) || sayingStart.test(folded) || speech.test(folded)) return false;
  const [first = '', second = ''] = folded.split(/\s+/, 2);
  const kind = classOf(first);
  // «رأي الخبراء:» is folded like «رأى».
  const isVerb = kind === 'past' && !text.startsWith('رأي', heading.start);
  if (isVerb || kind === 'present' || kind === 'future') return false;
  // «على هامش اللقاء:» is no speaker; «على حسن:» may be one.
  const isOn = first === 'علي' && text.startsWith('على', heading.start) && !isGivenName(second);
  if (
    (isGivenName(first) && !isOn) ||
    /^و(?!ا?(?:زار|زير|ضع|فا|كال|لاي|حد|ثي|قود|ظيف|صف|عود|دي|طن))/.test(first)
  )
    return false;
  if (next === undefined || next.form !== undefined) return false;
  return !/^[«"“”'*•●▪\-–—ـ]/.test(text.slice(next.start, next.start + 1));
}
