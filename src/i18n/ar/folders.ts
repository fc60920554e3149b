import type { FolderRole, OtherFolder } from '../../model/folder-problem.ts';
import type { CliMessages } from '../cli-messages.ts';

/** What folders are to a site. */
const names: Readonly<Record<OtherFolder, string>> = {
  out: 'مجلد الموقع',
  cache: 'مجلد الذاكرة المخبأة',
  seeds: 'مجلد النصوص',
  templates: 'مجلد القوالب',
  into: 'مجلد النصوص المستوردة',
  page: 'صفحة المراجعة',
  report: 'تقرير البناء',
  root: 'المجلد الرئيسي للأرشيف',
  home: 'مجلد المستخدم',
  disk: 'القرص كله',
};

/** The options that name folders. */
const folderOptions: Readonly<Record<FolderRole, string>> = {
  ...{ out: '--out', cache: '--cache', seeds: '--seeds', templates: '--root', into: '--into' },
  page: '--out',
  report: '--report',
};

/** Why a folder cannot be used, in Arabic. */
export const arabicFolderProblem: CliMessages['folderProblem'] = (role, folder, problem) => {
  const refused = `لا يصلح ${folder} أن يكون ${names[role]}: `;
  const fix = ` لم يتغير شيء. سمِّ غيره بالخيار ‎${folderOptions[role]}‎.`;
  switch (problem.problem) {
    case 'overlap':
      return `${refused}فهو ${names[problem.other]} (${problem.at})، أو داخله، أو يحتويه.${fix}`;
    case 'foreign':
      return `${refused}ليس فارغًا ولم ينشئه ورّاق.${fix}`;
    case 'not-a-folder':
      return `${refused}هو ملف.${fix}`;
  }
};
