/** Where a file of an office program begins a new article. */
export const officeSplits = ['heading', 'page'] as const;

/** Where a file begins a new article; undefined where it is one. */
export type OfficeSplit = (typeof officeSplits)[number] | undefined;
