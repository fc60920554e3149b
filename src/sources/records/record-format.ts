import type { Columns, RecordForm } from '../../model/record.ts';
import type { RecordSplitter } from './splitter.ts';

/** A format of seeds that hold many records. */
export interface RecordFormat<F extends RecordForm = RecordForm> {
  readonly form: F;
  /** How names of such seeds end, with the dot, in lower case. */
  readonly extensions: readonly string[];
  /** Returns what parts a new stream of bytes into records. */
  cutter(): RecordSplitter;
  /** Of tables only: reads the first row, after which `tableRows` parts the others by its delimiter. */
  readonly readColumns?: (text: string) => Columns;
}
