/** What is wrong with a package of an office program. */
export type OfficeFaultKind =
  /** No ZIP file, or a damaged one. */
  | 'zip'
  /** It unpacks to more than the limits. */
  | 'bomb'
  /** Its XML declares entities, which no such program writes. */
  | 'entities'
  /** Encrypted, or a file of Word before 2007. */
  | 'encrypted'
  /** A part that it must have is missing or is not well-formed. */
  | 'damaged';

/** A package that cannot be read. */
export class OfficeFault extends Error {
  readonly kind: OfficeFaultKind;

  constructor(kind: OfficeFaultKind, reason = '') {
    super(reason);
    this.name = 'OfficeFault';
    this.kind = kind;
  }
}
