/**
 * Returns a page with the language of Arabic names and titles, which `isolateName` prints as `<bdi dir="rtl">`. Only a page in
 * another language needs it; on Arabic pages, nearly all, it would be a fifth of the markup of lists.
 *
 * @param language language code of the interface
 */
export const withNameLanguages = (source: string, language: string): string =>
  language === 'ar' ? source : source.replaceAll('<bdi dir="rtl">', '<bdi lang="ar" dir="rtl">');
