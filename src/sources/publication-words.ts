import { stripControls } from '../arabic/controls.ts';

/** Values that affirm. */
const yes = words('true yes y on t 1 نعم اجل صح صحيح ✓ ✔ oui');

/** Values that deny. */
const no = words('false no n off f 0 none nil never لا كلا خطا non');

/** Values that mean “published”. */
const shown = words(
  'published publish public live online posted released منشور منشوره نشر عام علني تم_النشر publie publiee',
);

/** Values that mean “not published”. */
const held = words(
  'draft drafts private pending future trash auto-draft autodraft unpublished hidden password protected inherit archived review in_review pending_review scheduled embargoed embargo withdrawn deleted مسوده مسودات خاص سري مخفي معلق مؤجل مءجل محجوب مسحوب محذوف غير_منشور غير_منشوره لم_ينشر قيد_المراجعه قيد_التحرير brouillon',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map((word) => word.replaceAll('_', ' ')));
}

/** What a word says: it affirms, denies, means “published”, means “not published”, or is not known. */
export type WordMeaning = 'yes' | 'no' | 'shown' | 'held' | 'unknown' | 'empty';

/**
 * Returns a value as it is compared: letter case, spelling of Arabic letters, vowel marks, compatible forms,
 * invisible characters and quotation marks around it do not matter.
 */
function plainWord(value: string): string {
  return stripControls(value.normalize('NFKC'))
    .replace(/[\p{Cf}\p{Mn}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/^[\s"'“”«»‘’`]+|[\s"'“”«»‘’`,;.،؛]+$/g, '')
    .replace(/[\s_]+/g, ' ');
}

/** Returns what a value means. */
export function meaningOf(value: string): WordMeaning {
  const word = plainWord(value);
  // YAML's null.
  if (word === '' || word === 'null' || word === '~') return 'empty';
  if (yes.has(word)) return 'yes';
  if (no.has(word)) return 'no';
  if (shown.has(word)) return 'shown';
  return held.has(word) ? 'held' : 'unknown';
}
