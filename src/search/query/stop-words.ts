/**
 * Stop words, folded, which are ignored beside other terms: most articles have them, and their
 * postings are the longest. Alone, in phrases and in exact searches they count as any word.
 */
export const stopWords: ReadonlySet<string> = new Set(
  (
    'في من على الى عن ان او لا ما لم لن قد كل بعد قبل بين حتى اذا ثم هو هي هم هذا هذه ذلك تلك التي الذي الذين ' +
    'كان كانت يكون عند مع كما لكن ولا وما بل غير اي كيف متى اين من ومن وفي وعلى والى وعن وان فان انه انها وهو ' +
    'وهي به بها له لها فيه فيها منه منها عليه عليها the of and in to a'
  )
    .replaceAll('ى', 'ي')
    .split(' '),
);
