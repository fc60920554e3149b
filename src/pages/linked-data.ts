/**
 * Returns JSON-LD in the vocabulary of schema.org, safe inside a script element. Undefined properties
 * are left out.
 */
export const linkedData = (data: Readonly<Record<string, unknown>>): string =>
  // With `<` escaped the data cannot contain `</script>`, which would end the element.
  JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
