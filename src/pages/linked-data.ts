/**
 * Returns JSON-LD in the vocabulary of schema.org as it may stand in a page's script block. What is
 * undefined is left out.
 */
export const linkedData = (data: Readonly<Record<string, unknown>>): string =>
  // Nothing in it may end the block: «</script>» cannot be written with this sign escaped.
  JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
