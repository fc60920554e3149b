import { asciiDigits } from '../calendar/edtf.ts';
import { readWrittenDate } from '../calendar/written-date.ts';
import type { PlainDate } from '../model/date.ts';
import type { Metadata } from '../model/metadata.ts';
import type { Withdrawal } from '../model/withdrawal.ts';
import { cleanText } from './metadata-forms.ts';
import type { YamlMap, YamlValue } from './yaml/read-yaml.ts';

/** The metadata keys that keep something from publication. */
export type PrivacyKey = 'withdrawn' | 'redact';

/** The names of the keys. */
const privacyNames: ReadonlyMap<string, PrivacyKey> = new Map([
  ...['withdrawn', 'retracted', 'مسحوب'].map((name) => [name, 'withdrawn'] as const),
  ...['redact', 'redacted', 'redactions', 'أسماء محجوبة', 'الأسماء المحجوبة'].map(
    (name) => [name, 'redact'] as const,
  ),
]);

/** Returns the key that a written key stands for, in any letter case; undefined for any other key. */
export function privacyKey(written: string): PrivacyKey | undefined {
  return privacyNames.get(written.trim().toLowerCase());
}

/** Values that say no. */
const no = new Set(['false', 'no', 'n', 'off', '0', 'null', '~', 'none', 'never', 'لا', 'كلا']);

/** Values that say yes, and nothing else. */
const yes = new Set(['true', 'yes', 'y', 'on', '1', 'نعم', 'أجل', 'withdrawn', 'redact']);

/** The name of an entry that says that there are names but not which: no usable name. */
const unknownName = '';

const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value);

const isMap = (value: YamlValue): value is YamlMap => value instanceof Map;

/** Returns the texts of a value in the order written, those of lists and maps too. */
function textsIn(value: YamlValue): readonly string[] {
  if (typeof value === 'string') return [cleanText(value).text];
  if (isList(value)) return value.flatMap(textsIn);
  return isMap(value) ? [...value.values()].flatMap((entry) => textsIn(entry.value)) : [];
}

/** Tells whether a value says no; an empty one does, as programs write every key of a form. */
function saysNo(value: YamlValue): boolean {
  const texts = textsIn(value);
  return !isMap(value) && texts.every((text) => text === '' || no.has(text.toLowerCase()));
}

/** Returns the date that a text is; also one in another form than EDTF, where it is clear. */
const dateOf = (text: string): PlainDate | undefined => {
  const read = readWrittenDate(text);
  return read?.doubt === undefined ? read?.date : undefined;
};

/** A day at the start of a text, and a separator. */
const openingDay =
  /^(\d{4}-\d{2}(?:-\d{2})?[?~%]?|\d{1,4}\s*[/.\\-]\s*\d{1,2}\s*[/.\\-]\s*\d{1,4})(?:[T ]\d{1,2}:\d{2}\S*)?(?:\s*[:،,;؛|–—-]\s*|\s+|$)/;

/** Reads a text as a day with a reason, either of which may be missing. */
function dayAndReason(text: string): Withdrawal {
  const whole = dateOf(text);
  if (whole !== undefined) return { date: whole };
  if (text === '' || yes.has(text.toLowerCase())) return {};
  const opening = openingDay.exec(asciiDigits(text));
  const date = opening?.[1] === undefined ? undefined : dateOf(opening[1]);
  if (date === undefined) return { reason: text };
  // Digits in ASCII have the length of others, so the offset is that in the text.
  const reason = text.slice(opening?.[0].length ?? 0).trim();
  return reason === '' ? { date } : { date, reason };
}

const reasonKey = /^(?:reason|reasons|why|because|note|text|message|سبب|السبب)$/i;

const dayKey = /^(?:date|day|on|when|since|withdrawn|تاريخ|التاريخ|اليوم)$/i;

/** Adds what a text says to what is known. */
function withText(known: Withdrawal, text: string): Withdrawal {
  const { date, reason } = dayAndReason(text);
  const reasons = [known.reason, reason].filter((part) => part !== undefined);
  return {
    ...(known.date === undefined ? date && { date } : { date: known.date }),
    ...(reasons.length === 0 ? {} : { reason: reasons.join(' ') }),
  };
}

/** Reads the day and the reason in a map; other entries are notes of the editors. */
function mapWithdrawal(map: YamlMap, known: Withdrawal): Withdrawal {
  let withdrawal = known;
  for (const [key, { value }] of map) {
    for (const text of textsIn(value)) {
      if (reasonKey.test(key.trim())) withdrawal = withText(withdrawal, text);
      const { date } = dayAndReason(text);
      if (dayKey.test(key.trim()) && date !== undefined) withdrawal = { ...withdrawal, date };
    }
  }
  return withdrawal;
}

/**
 * Reads `withdrawn`: yes, a reason, a day and a reason in one text, a list or a map of them. Everything that
 * does not clearly say no counts as withdrawn.
 *
 * @returns undefined for what says no
 */
export function readWithdrawal(value: YamlValue): Withdrawal | undefined {
  if (saysNo(value)) return undefined;
  if (isMap(value)) return mapWithdrawal(value, {});
  let withdrawal: Withdrawal = {};
  for (const item of isList(value) ? value : [value]) {
    if (isMap(item)) withdrawal = mapWithdrawal(item, withdrawal);
    else for (const text of textsIn(item)) withdrawal = withText(withdrawal, text);
  }
  return withdrawal;
}

/** Separators of names in one text; a comma too, as a name that is not found would be published. */
const nameSeparators = /\s*[;؛،,|\n]\s*/;

/** Separators of names in an item of a list: «Smith, John» is one. */
const itemSeparators = /\s*[;؛،|\n]\s*/;

/** Signs of YAML between letters: two entries on a line, or a list that is not closed where it ends. */
const notation = /[\p{L}\p{M}\p{N}][^\p{L}\p{N}]*[[\]{}:=#][^\p{L}\p{N}]*[\p{L}\p{N}]/u;

/**
 * Reads `redact`: a list of names, or several in one text.
 *
 * @returns the names; empty for what says no, one that is no usable name for what says no names
 */
export function readRedact(value: YamlValue): readonly string[] {
  if (saysNo(value)) return [];
  const separators = isList(value) ? itemSeparators : nameSeparators;
  const names = textsIn(value)
    .flatMap((text) => text.split(separators))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) return [unknownName];
  return names.map((name) =>
    yes.has(name.toLowerCase()) || notation.test(name) ? unknownName : name,
  );
}

/** Metadata that are being read. */
type Draft = { -readonly [K in PrivacyKey]?: Metadata[K] };

/** Reads a privacy key into metadata; several entries of one key are combined. */
export function readPrivacyKey(draft: Draft, key: PrivacyKey, value: YamlValue): void {
  if (key === 'redact') {
    const names = readRedact(value);
    if (names.length > 0) draft.redact = [...new Set([...(draft.redact ?? []), ...names])];
    return;
  }
  const withdrawal = readWithdrawal(value);
  if (withdrawal !== undefined) draft.withdrawn = { ...draft.withdrawn, ...withdrawal };
}

/** Returns what two sources of metadata withhold together: the names of both, and what either withdraws. */
export function combinePrivacy(general: Metadata, own: Metadata): Pick<Metadata, PrivacyKey> {
  if (general.redact === undefined && general.withdrawn === undefined) return {};
  const redact = [...new Set([...(general.redact ?? []), ...(own.redact ?? [])])];
  return {
    ...(redact.length === 0 ? {} : { redact }),
    ...(general.withdrawn === undefined
      ? {}
      : { withdrawn: { ...general.withdrawn, ...own.withdrawn } }),
  };
}

/** Lines that begin a privacy key, in YAML, TOML or JSON. */
const keyLine =
  /(?:^(?:[ \t]*-)?|[{,])[ \t]*["']?(withdrawn|retracted|مسحوب|redact|redacted|redactions|أسماء محجوبة|الأسماء المحجوبة)["']?[ \t]*[:=]/gim;

/** Greatest number of code units at the start of a text in which metadata may stand. */
const metadataLength = 32 * 1024;

/** Returns the length of the start of a text in which metadata may stand: up to its second fence, however far it is. */
function headLength(text: string): number {
  const [, fence = ''] = /^\s{0,99}(---|\+\+\+)[ \t]*\r?\n/.exec(text.slice(0, 200)) ?? [];
  const close = fence === '' ? -1 : text.indexOf(`\n${fence}`, text.indexOf(fence) + 3);
  return Math.max(metadataLength, close);
}

/**
 * Completes metadata that could not be read as a whole: where a key stands in the text but was not read, the
 * article counts as withdrawn, or as one whose names are not known, which holds it back.
 *
 * @param text the file, whose metadata had diagnostics
 * @param again keys of which only the first entry was read
 */
export function withLostKeys(metadata: Metadata, text: string, again: readonly string[]): Metadata {
  const lost = new Set(again.map(privacyKey));
  for (const [, written = ''] of text.slice(0, headLength(text)).matchAll(keyLine)) {
    const key = privacyKey(written);
    if (key !== undefined && metadata[key] === undefined && !isDenied(text, written)) lost.add(key);
  }
  return {
    ...metadata,
    ...(lost.has('redact') ? { redact: [...(metadata.redact ?? []), unknownName] } : {}),
    ...(lost.has('withdrawn') ? { withdrawn: metadata.withdrawn ?? {} } : {}),
  };
}

/** Tells whether the entry of a key in a text says no on its line. */
function isDenied(text: string, written: string): boolean {
  const line = new RegExp(
    `(?:^(?:[ \\t]*-)?|[{,])[ \\t]*["']?${written}["']?[ \\t]*[:=]([^,}\\n]*)`,
    'im',
  ).exec(text)?.[1];
  return line !== undefined && no.has(line.replace(/["',]/g, '').trim().toLowerCase());
}
