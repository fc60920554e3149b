import type { FileKind, HostAdvice, HostLimit, RedirectsProblem } from '../../model/host.ts';
import { type CliMessages, oneDecimalMegabytes } from '../cli-messages.ts';
import type { HostMessages } from '../host-messages.ts';
import { arabicMegabytes, arabicNumber, counted, decimal, nouns } from './words.ts';

/** Limits of a host that an archive exceeds. */
const exceeded: Readonly<Record<HostLimit, string>> = {
  files: 'ملفات كثيرة',
  bytes: 'حجم كبير',
  largest: 'ملف كبير',
  folder: 'ملفات كثيرة في مجلد',
  path: 'مسار طويل',
};

const kindNames: Readonly<Record<FileKind, string>> = {
  page: 'الصفحات',
  pack: 'ملفات ZIP للأصول',
  original: 'الأصول',
  text: 'النصوص',
  markdown: 'ملفات Markdown',
  jsonl: 'تصدير JSON Lines',
  csv: 'تصدير CSV',
  feed: 'الخلاصات',
  search: 'البحث',
  picture: 'الصور',
  asset: 'الأنماط والخطوط',
  other: 'غيرها',
};

const megabytes = (bytes: number): string => `${decimal(oneDecimalMegabytes(bytes))} م.ب`;

/** Messages on the size of an archive and the hosts that accept it, in Arabic. */
export const arabicHostMessages: HostMessages = {
  siteSize: ({ files, bytes }) => `الحجم: ${counted(files, nouns.files)}، ${megabytes(bytes)}.`,
  hostVerdict: ({ host, fits, over }) =>
    fits
      ? `يصلح نشره على ${host}: نعم`
      : `يصلح نشره على ${host}: لا (${over.map((measure) => exceeded[measure]).join('، ')})`,
  fileKinds: (kinds) => {
    const parts = kinds.map(
      ({ kind, files, bytes }) => `${kindNames[kind]} ${arabicNumber(files)} (${megabytes(bytes)})`,
    );
    return `الملفات: ${parts.join('، ')}.`;
  },
  largestFiles: (files) =>
    `أكبرها: ${files.map(({ file, bytes }) => `${file} (${megabytes(bytes)})`).join('، ')}.`,
};

/** Returns the settings that help, and the hosts that accept the archive as it is. */
function adviceText(
  { settings, isEnough, files, bytes, others }: HostAdvice,
  otherwise = 'لا تكفي الإعدادات لذلك.',
): string {
  const lines = `\u200e${settings.join('; ')}\u200e`;
  const size = `نحو ${arabicNumber(files)} من الملفات (${arabicMegabytes(bytes)})`;
  const elsewhere = others.length === 0 ? '' : ` ويصلح نشره كما هو على: ${others.join('، ')}.`;
  if (isEnough) return `اكتب في warraq.yaml: ${lines} فيبقى ${size}.${elsewhere}`;
  return settings.length === 0
    ? `${otherwise}${elsewhere}`
    : `${otherwise} ومع ${lines} يبقى ${size}.${elsewhere}`;
}

/** Why a list of redirects is not used, or not in full. */
const redirectProblems: Readonly<
  Record<RedirectsProblem, (host: string, count: number, limit: number) => string>
> = {
  unread: (host) => `لا يقرأ ${host} هذا الملف.`,
  rules: (host, count, limit) =>
    `عدد الإحالات في الملف ${arabicNumber(count)}، والحد الأقصى على ${host} هو ${arabicNumber(limit)}.`,
  bytes: (host, count, limit) =>
    `حجم الملف ${counted(count, nouns.bytes)}، والحد الأقصى على ${host} هو ${counted(limit, nouns.bytes)}.`,
  forced: (host, count) =>
    `عدد الإحالات المكتوبة بالرمز ‎301!‎ أو مثله ${arabicNumber(count)}، ولا يقرؤها ${host}.`,
};

const redirectFixes: Readonly<Record<RedirectsProblem, string>> = {
  unread: 'للعناوين القديمة صفحات تحيل من دونه؛ فاكتب في warraq.yaml: redirects: none',
  rules: 'للعناوين القديمة صفحات تحيل من دونه؛ فقدّم فيه إحالات العناوين التي لا صفحات لها.',
  bytes: 'للعناوين القديمة صفحات تحيل من دونه؛ فاحذف منه إحالاتها.',
  forced: 'اكتب في warraq.yaml: redirects: cloudflare فتُكتب الإحالات بالرمز 301.',
};

/** Diagnostics of the limits of hosts, in Arabic. */
export const arabicHostRules: Pick<
  CliMessages['rules'],
  'host-files' | 'host-bytes' | 'host-file-size' | 'host-folder' | 'host-path' | 'host-redirects'
> = {
  'host-files': ({ host, measured, limit, withFolders, ...advice }) => ({
    message: `عدد ${withFolders ? 'الملفات والمجلدات' : 'الملفات'} في الموقع ${arabicNumber(measured)}، والحد الأقصى على ${host} هو ${arabicNumber(limit)}.`,
    fix: adviceText(advice),
  }),
  'host-bytes': ({ host, measured, limit, ...advice }) => ({
    message: `حجم الموقع ${arabicMegabytes(measured)}، والحد الأقصى على ${host} هو ${arabicMegabytes(limit)}.`,
    fix: adviceText(advice),
  }),
  'host-file-size': ({ host, measured, limit, ...advice }) => ({
    message: `حجم الملف ${arabicMegabytes(measured)}، والحد الأقصى على ${host} هو ${arabicMegabytes(limit)}.`,
    fix: adviceText(advice, 'لا تكفي الإعدادات لذلك: صغّر الملف أو احذفه.'),
  }),
  'host-folder': ({ host, measured, limit, ...advice }) => ({
    message: `عدد الملفات في المجلد ${arabicNumber(measured)}، والحد الأقصى على ${host} هو ${arabicNumber(limit)}.`,
    fix: adviceText(
      advice,
      'لا يكفي تقليل التنزيلات؛ فإن لم يُنشر الأرشيف بعد فاجعل في permalink الجزء «shard».',
    ),
  }),
  'host-path': ({ host, measured, limit }) => ({
    message: `طول المسار ${counted(measured, nouns.bytes)}، والحد الأقصى على ${host} هو ${arabicNumber(limit)}.`,
    fix: 'أعطِ المقال معرّفًا (id) أو slug أقصر.',
  }),
  'host-redirects': ({ host, problem, count, limit }) => ({
    message: redirectProblems[problem](host, count, limit),
    fix: redirectFixes[problem],
  }),
};
