import { relative, sep } from 'node:path';
import { addressWriter, replayAddresses } from '../../catalogue/addresses.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { meta } from '../../catalogue/meta.ts';
import { inTransaction } from '../../catalogue/transaction.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { maxDamagedLines } from '../../model/limits.ts';
import {
  addressLog,
  addressParts,
  type ParsedAddress,
  readAddresses,
} from '../../publish/address-files.ts';
import {
  addressStamp,
  appendToLog,
  clearPending,
  copyDamaged,
  isPublishedPage,
  logSize,
  pendingAddresses,
} from '../../publish/address-record.ts';
import { exists } from '../../publish/exists.ts';
import type { BuildOptions } from '../build-options.ts';

/** The record of addresses at the start of a build. */
export interface AddressRecord {
  /** Whether it may differ from what the last build published by: the pages of old addresses are planned again. */
  readonly isChanged: boolean;
  /** Whether the log in the cache is to be written again as a whole. */
  readonly rewritesLog: boolean;
  /** Whether the record beside the settings is kept. */
  readonly keepsFile: boolean;
  /** What is damaged in the files. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a file; keeps a copy of a damaged one, which the build is about to replace. A killed build leaves the log
 * with a torn line, whose address is in the list of the pending ones; in another file that is damage.
 *
 * @returns the damage
 */
function readFile(
  file: string,
  { root, cache }: BuildOptions,
  line: (parsed: ParsedAddress) => void,
): readonly Diagnostic[] {
  const nameOf = (path: string): string => relative(root, path).split(sep).join('/');
  const damaged: number[] = [];
  let count = 0;
  const damage = (number: number): void => {
    count += 1;
    if (damaged.length < maxDamagedLines) damaged.push(number);
  };
  const torn = readAddresses(file, { line, damaged: damage });
  if (torn !== undefined && file !== addressLog(cache)) damage(torn);
  if (count === 0) return [];
  const copy = nameOf(copyDamaged(file, cache));
  const at = { severity: 'warning', file: nameOf(file) } as const;
  const diagnostics: Diagnostic[] = damaged.map((number) => ({
    ...at,
    line: number,
    rule: 'address-line',
    values: { copy },
  }));
  const values = { count: count - damaged.length, copy };
  if (values.count > 0) diagnostics.push({ ...at, rule: 'address-lines', values });
  return diagnostics;
}

/** Takes over the addresses that a killed build published, into the catalogue and the log. */
function adoptPending(catalogue: Catalogue, { cache, out }: BuildOptions): boolean {
  const file = pendingAddresses(cache);
  if (!exists(file)) return false;
  const published: ParsedAddress[] = [];
  const write = addressWriter(catalogue);
  const flush = (): void => {
    appendToLog(
      cache,
      published.map(({ line }) => ({ ...line, isFirst: false })),
    );
    published.length = 0;
  };
  readAddresses(file, {
    line(parsed) {
      const { path, to } = parsed.line;
      if (!isPublishedPage(out, to ?? path)) return;
      write.add(parsed.line, false);
      published.push(parsed);
      if (published.length >= 10_000) flush();
    },
    damaged() {},
  });
  flush();
  clearPending(cache);
  return true;
}

/**
 * Brings the catalogue's record of addresses up to date with the files that outlive it: the log in the cache,
 * the list of a killed build, and the record beside the settings. Lines are only added: a damaged file takes
 * nothing away.
 *
 * @throws the file system's error
 */
export function openAddressRecord(catalogue: Catalogue, options: BuildOptions): AddressRecord {
  const { root, cache, config } = options;
  const diagnostics: Diagnostic[] = [];
  return inTransaction(catalogue, () => {
    const isLogKnown = meta(catalogue, 'addresses') === logSize(cache);
    const log = addressLog(cache);
    if (!isLogKnown && exists(log)) {
      replayAddresses(catalogue, (writer) => {
        const damage = readFile(log, options, ({ line, isFurther }) => {
          writer.add(line, !isFurther);
        });
        diagnostics.push(...damage);
      });
    }
    const stamp = addressStamp(root);
    // A site that shows what is held back has no part in the record of the published one.
    const keepsFile = config.drafts !== true && (config.addresses || stamp !== undefined);
    const isMissing = keepsFile && stamp === undefined;
    const isFileKnown = meta(catalogue, 'addressFile') === stamp && !isMissing;
    if (!isFileKnown) {
      const writer = addressWriter(catalogue);
      for (const file of addressParts(root)) {
        diagnostics.push(...readFile(file, options, ({ line }) => void writer.add(line, false)));
      }
    }
    const hadPending = adoptPending(catalogue, options);
    return {
      isChanged: !isLogKnown || !isFileKnown || hadPending,
      rewritesLog: !isLogKnown || !isFileKnown || hadPending,
      keepsFile,
      diagnostics,
    };
  });
}
