import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import type { CliMessages } from '../i18n/cli-messages.ts';
import type { BuildReport } from '../model/build-report.ts';
import { hasCode } from '../model/system-error.ts';
import { checkPagePath } from '../publish/safe-target.ts';
import { uniqueName } from '../publish/unique-name.ts';
import { reportGenerator, reportJson } from '../review/build-report-json.ts';
import { reportPage } from '../review/build-report-page.ts';
import { UsageError } from './arguments.ts';
import type { CommandPaths } from './paths.ts';

/** Code units that are collected before they are written. */
const chunkUnits = 1 << 16;

const formats: Readonly<Record<string, typeof reportJson>> = {
  '.json': reportJson,
  '.html': reportPage,
};

/** Returns the beginning of a file; undefined where there is none. Throws UsageError for a folder. */
function startOf(file: string): string | undefined {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const head = Buffer.alloc(1024);
      return head.toString('utf8', 0, readSync(descriptor, head));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    if (hasCode(error, 'EISDIR')) throw new UsageError('report-exists', file);
    throw error;
  }
}

/** Tells whether a path names a file of another kind than a regular one or a link: it is not opened. */
const isSpecial = (file: string): boolean => {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory() && !stats.isSymbolicLink();
};

const isReport = (start: string): boolean =>
  start.startsWith(`{"generator":"${reportGenerator}"`) ||
  start.includes(`<meta name="generator" content="${reportGenerator}">`);

/**
 * Returns the absolute path of the report file, checked before the build: its ending is known, it lies in no folder of
 * the site, and it replaces nothing but an older report.
 *
 * @throws UsageError, FolderError, the file system's error
 */
export function checkReportPath(given: string, paths: readonly CommandPaths[]): string {
  const file = resolve(given);
  if (formats[extname(file).toLowerCase()] === undefined)
    throw new UsageError('report-ending', given);
  for (const { out, seeds, cache, templates } of paths) {
    checkPagePath(file, { out, seeds, cache, templates }, 'report');
  }
  const start = isSpecial(file) ? '' : startOf(file);
  if (start !== undefined && !isReport(start)) throw new UsageError('report-exists', given);
  return file;
}

/**
 * Writes the report of a build in parts, which never hold more than a few entries, and gives it its name when it is
 * complete.
 *
 * @throws the file system's error
 */
export function writeReport(file: string, report: BuildReport, messages: CliMessages): void {
  const format = formats[extname(file).toLowerCase()] ?? reportJson;
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.${uniqueName()}.part`;
  try {
    const descriptor = openSync(part, 'wx');
    try {
      let pending = '';
      for (const text of format(report, messages)) {
        pending += text;
        if (pending.length < chunkUnits) continue;
        writeSync(descriptor, pending);
        pending = '';
      }
      writeSync(descriptor, pending);
    } finally {
      closeSync(descriptor);
    }
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
