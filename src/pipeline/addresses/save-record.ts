import {
  countAddresses,
  type RecordedAddress,
  recordedAddresses,
} from '../../catalogue/addresses.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { markKeptSaved } from '../../catalogue/kept-files.ts';
import { type MetaValues, meta } from '../../catalogue/meta.ts';
import {
  type AddressChange,
  forgetAddressChanges,
  hasWithheldChanges,
} from '../../catalogue/moved-articles.ts';
import {
  addressStamp,
  appendToLog,
  clearPending,
  logSize,
  replaceLog,
  stageAddressFile,
  writePending,
} from '../../publish/address-record.ts';
import type { AddressRecord } from './open-record.ts';

/** Where the record of addresses is kept. */
export interface RecordFolders {
  readonly cache: string;
  /** The folder of the settings. */
  readonly root: string;
}

/** Lines in the log, for each of the record, above which it is written again as a whole. */
const maxLogGrowth = 2;

/** Lines by which a log may always grow. */
const minLogGrowth = 10_000;

/** Saves the record of a site that has been published; returns the values by which the catalogue knows its files. */
export type SaveAddresses = () => MetaValues;

/**
 * Prepares to save the record of addresses, before the site is published: lists what is about to be published,
 * and writes temporary files, so that a full disk stops the build while the site is as it was.
 *
 * @param change what changed in the record, whose lines are in the table of changed addresses
 * @throws the file system's error, in the returned function too
 */
export function stageAddresses(
  catalogue: Catalogue,
  { cache, root }: RecordFolders,
  { rewritesLog, isChanged, keepsFile }: AddressRecord,
  change: AddressChange,
): SaveAddresses {
  const lines = countAddresses(catalogue);
  const logLines = Number(meta(catalogue, 'addressLines') ?? 0);
  const isWhole =
    rewritesLog ||
    change === 'all' ||
    logLines > lines * maxLogGrowth + minLogGrowth ||
    // Lines in the log that hold a withheld hash must go.
    hasWithheldChanges(catalogue);
  const isSaved = isWhole || change !== 'nothing';
  if (isSaved) writePending(cache, recordedAddresses(catalogue, isWhole ? 'all' : 'changed'));
  const replaceFile =
    keepsFile && (isSaved || isChanged)
      ? stageAddressFile(root, recordedAddresses(catalogue, 'all'))
      : undefined;
  return () => {
    let added = 0;
    function* changedLines(): Generator<RecordedAddress> {
      for (const line of recordedAddresses(catalogue, 'changed')) {
        added += 1;
        yield line;
      }
    }
    if (isWhole) replaceLog(cache);
    else if (isSaved) {
      appendToLog(cache, changedLines());
      clearPending(cache);
    }
    replaceFile?.();
    forgetAddressChanges(catalogue);
    markKeptSaved(catalogue);
    return {
      addresses: logSize(cache),
      addressLines: String(isWhole ? lines : logLines + added),
      addressFile: addressStamp(root),
    };
  };
}
