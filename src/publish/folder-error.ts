import type { FolderProblem, FolderRole } from '../model/folder-problem.ts';

/** A folder given on the command line cannot be used; nothing was changed. */
export class FolderError extends Error {
  readonly role: FolderRole;
  /** Absolute path. */
  readonly folder: string;
  readonly reason: FolderProblem;

  constructor({
    role,
    folder,
    ...reason
  }: { readonly role: FolderRole; readonly folder: string } & FolderProblem) {
    super(`${reason.problem}: ${folder}`);
    this.name = 'FolderError';
    this.role = role;
    this.folder = folder;
    this.reason = reason;
  }
}
