/** Most words of a heading in running text: the maximum in the labelled articles. */
export const maxHeadingWords = 9;

/** Greatest length of such a heading, in code units. */
export const maxHeadingLength = 65;
