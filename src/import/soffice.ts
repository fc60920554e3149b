import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { hasCode } from '../model/system-error.ts';

/** Milliseconds after which a conversion is given up: a book of a thousand pages takes half a minute. */
const conversionLimit = 120_000;

/** Runs LibreOffice; resolves to its exit code, `undefined` where it was stopped or is not installed. */
function convert(file: string, folder: string): Promise<'done' | 'failed' | 'missing'> {
  return new Promise((resolve) => {
    const child = spawn(
      'soffice',
      [
        // A profile of its own: LibreOffice may be open, and the user's settings do not decide what is imported.
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        ...['--headless', '--norestore', '--convert-to', 'docx', '--outdir', folder, file],
      ],
      { stdio: 'ignore', timeout: conversionLimit, killSignal: 'SIGKILL' },
    );
    child.on('error', (error) => resolve(hasCode(error, 'ENOENT') ? 'missing' : 'failed'));
    child.on('close', (code) => resolve(code === 0 ? 'done' : 'failed'));
  });
}

/**
 * Converts a file of Word before 2007 (.doc) or of rich text (.rtf) to .docx, with LibreOffice. Only an import calls
 * another program: what a build publishes does not depend on one.
 *
 * @param absolute path of the file
 * @param file the same for diagnostics
 * @returns the bytes of the converted file; undefined, with an error, where LibreOffice is not installed or fails
 */
export async function withSoffice(
  absolute: string,
  file: string,
): Promise<Outcome<Uint8Array | undefined>> {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  try {
    const result = await convert(absolute, folder);
    const name = readdirSync(folder).find((one) => one.endsWith('.docx'));
    if (result === 'done' && name !== undefined)
      return { value: readFileSync(join(folder, name)), diagnostics: [] };
    const at = { severity: 'error', file } as const;
    const extension = /\.[a-z\d]{1,8}$/i.exec(file)?.[0].toLowerCase() ?? '';
    const diagnostic: Diagnostic =
      result === 'missing'
        ? { ...at, rule: 'office-no-program', values: { extension } }
        : { ...at, rule: 'office-unreadable', values: { fault: 'program', reason: '' } };
    return { value: undefined, diagnostics: [diagnostic] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
