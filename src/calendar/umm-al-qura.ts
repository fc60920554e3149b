/** First Hijri year of the table. */
export const firstHijriYear = 1318;

/** Last Hijri year of the table. */
export const lastHijriYear = 1500;

/**
 * Months of 30 days in the Umm al-Qura calendar of Saudi Arabia: three hexadecimal digits a year,
 * Muharram in the highest bit. The dates are those of the King Abdulaziz City for Science and
 * Technology, as the Unicode project (ICU) publishes them.
 */
const monthBits = [
  'b6a5ad4aea4f51768b6a5ad52d695b49da4dd26d955ac9b62baa5b52ba956caae92f49762b6956acaba4bd25d9',
  '2dc96d54daa5b52ba55b49b655729754b6a3752b6556aaab52bc95d4ada55caad69574ab94baa5b52b6a575276',
  '8b745b5555a95b49da4dd26e936aaad54db25d52da95b4aba55b49b64b715b4ab5a55d25e92ec96d4ae996b4ab',
  'a93d49da4db2ab94baa5b52ba95b2ab5555c4bd23d91da95b4ab5a56d2b693b49b6556a9754b6a56caad555b29',
  'b92ba95d4ada55aaab595749764baa5b52b6a56e4db25b52b6a5ad2ae92f49764b6a56acad655d49da4dd16d95',
  '5aa5b52da95b4ad5956ca6e4aea4f52b6956aaab54bd25d92ea96d4ada95b4aba55b29b54d6a97547693749b55',
  '56aa6b52b',
].join('');

/** Yields the length in days of each month of the table, from Muharram of its first year. */
export function* monthLengths(): Generator<29 | 30> {
  for (let at = 0; at < monthBits.length; at += 3) {
    const bits = Number.parseInt(monthBits.slice(at, at + 3), 16);
    for (let month = 11; month >= 0; month -= 1) yield (bits >> month) & 1 ? 30 : 29;
  }
}
