/** «تصوير: …» at the end of a caption, with what joins it to the words before. */
const creditEnd =
  /^(.*?)(?:^|(?<=[.؟!])|[\s،؛|–—\-([])\s*(?:تصوير|عدسة|المصور|المصوّر|photo(?:graph)?(?:\s+by)?|credit|image)\s*[:/：]\s*([^:/()[\]]{2,100}?)\s*[)\].]*\s*$/isu;

/** A caption and who took the picture. */
export interface CaptionCredit {
  /** Empty where the caption is the credit only. */
  readonly caption: string;
  readonly credit?: string;
}

/** Parts a caption that ends with «تصوير: أحمد سالم» into caption and credit. */
export function captionCredit(text: string): CaptionCredit {
  if (text.length > 2000 || !/[:/：]/.test(text)) return { caption: text };
  const match = creditEnd.exec(text);
  if (match === null) return { caption: text };
  const [, before = '', credit = ''] = match;
  return { caption: before.replace(/[\s|–—\-([،؛]+$/u, ''), credit };
}
