import type { Columns, RecordForm } from '../../model/record.ts';
import type { RecordSplitter } from './splitter.ts';

/** A format of multi-record seeds. */
export interface RecordFormat<F extends RecordForm = RecordForm> {
  readonly form: F;
  /** File name extensions, in lower case with the dot. */
  readonly extensions: readonly string[];
  /** Returns a splitter for a new stream of bytes. */
  splitter(): RecordSplitter;
  /** Tables only: reads the first row; `tableRows` splits the others by its delimiter. */
  readonly readColumns?: (text: string) => Columns;
}
