import { counted, files as fileNoun, number } from './ar-words.ts';
import { type Part, type TallyParts, tallyParts } from './tally-parts.ts';
import type { Wording } from './wording.ts';

const left: Readonly<Record<TallyParts['left'][number][0], string>> = {
  'seed-unknown-format': 'امتداد لا يُقرأ',
  'seed-hidden': 'اسم خفي',
  'seed-empty': 'بلا نص',
  'seed-binary': 'ليس نصًا',
  'seed-undecodable': 'ترميز مجهول',
  'seed-too-large': 'أكبر من الحد',
  'seed-not-a-file': 'رابط أو جهاز',
  'seed-unreadable': 'تعذرت قراءته',
  'seed-name-invalid': 'اسم بغير UTF-8',
  'sidecar-orphan': 'ملف بيانات بلا نص',
  'id-collision': 'معرّفه لغيره',
  'url-collision': 'موضعه لغيره',
  'url-reserved': 'موضعه لصفحة من صفحات الأرشيف',
};

const repairs: Readonly<Record<TallyParts['repairs'][number][0], string>> = {
  'encoding-mixed': 'أسطر بترميز آخر',
  'text-double-encoding': 'حروف رُمِّزت مرتين',
  'text-presentation-forms': 'أشكال مرسومة للحروف',
  'text-visual-order': 'حروف معكوسة الترتيب',
  'text-invisible': 'محارف خفية',
  'text-controls': 'محارف تحكم',
  'seed-bytes-lost': 'بايتات بلا حرف (�)',
};

const list = (parts: readonly Part<string>[]): string =>
  parts.map(([what, files]) => `${what}: ${number(files)}`).join('، ');

/** What became of the files, in Arabic. */
export const tally: Wording['tally'] = (f, folder) => {
  const parts = tallyParts(f);
  const endings = list(
    parts.endings.map(([ending, files]) => [ending === '' ? 'بلا امتداد' : ending, files]),
  );
  const others = f.left - parts.left.reduce((sum, [, files]) => sum + files, 0);
  const named = [
    ...parts.left.map(([rule, files]) =>
      rule === 'seed-unknown-format'
        ? `${left[rule]}: ${number(files)} (${endings}${parts.moreEndings ? '، …' : ''})`
        : `${left[rule]}: ${number(files)}`,
    ),
    ...(others > 0 ? [`لأسباب أخرى: ${number(others)}`] : []),
  ];
  return [
    `في ${folder} ${counted(f.found, fileNoun)}: فيها مقالات ${number(f.used)}${f.sidecars > 0 ? `، ملفات جانبية ${number(f.sidecars)}` : ''}، تُرك منها ${number(f.left)}.`,
    ...(f.mended > 0
      ? [`  أُصلح: ${counted(f.mended, fileNoun)} في الصفحات وحدها، والملفات على حالها.`]
      : []),
    ...(parts.encodings.length > 0 ? [`    بترميز غير UTF-8: ${list(parts.encodings)}`] : []),
    ...(parts.repairs.length > 0
      ? [`    فيه تلف: ${list(parts.repairs.map(([rule, files]) => [repairs[rule], files]))}`]
      : []),
    ...(f.left > 0 ? [`  تُرك: ${counted(f.left, fileNoun)}`] : []),
    ...named.map((reason) => `    ${reason}`),
    ...(f.recordsLeft > 0 ? [`  سجلات تُركت من ملفات قُرئ غيرها: ${number(f.recordsLeft)}`] : []),
    ...(f.remarked > 0
      ? [`  عليه ملاحظة أخرى في البيانات أو التواريخ أو العلامات: ${counted(f.remarked, fileNoun)}`]
      : []),
  ];
};
