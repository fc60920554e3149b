import type { FolderRole, OtherFolder } from '../../model/folder-problem.ts';
import type { CliMessages } from '../cli-messages.ts';

/** What folders are to a site. */
const names: Readonly<Record<OtherFolder, string>> = {
  out: 'the output folder',
  cache: 'the cache',
  seeds: 'the seeds folder',
  templates: 'the templates folder',
  into: 'the folder of imported seeds',
  page: 'the review page',
  report: 'the build report',
  root: 'the site’s root',
  home: 'the home folder',
  disk: 'the root of the disk',
};

/** The options that name folders. */
const folderOptions: Readonly<Record<FolderRole, string>> = {
  ...{ out: '--out', cache: '--cache', seeds: '--seeds', templates: '--root', into: '--into' },
  page: '--out',
  report: '--report',
};

/** Why a folder cannot be used, in English. */
export const englishFolderProblem: CliMessages['folderProblem'] = (role, folder, problem) => {
  const refused = `${folder} cannot be ${names[role]}: `;
  const fix = ` Nothing was changed. Name another with ${folderOptions[role]}.`;
  switch (problem.problem) {
    case 'overlap':
      return `${refused}it is, contains or lies in ${names[problem.other]} (${problem.at}).${fix}`;
    case 'foreign':
      return `${refused}it is not empty, and Warraq did not make it.${fix}`;
    case 'not-a-folder':
      return `${refused}it is a file.${fix}`;
  }
};
