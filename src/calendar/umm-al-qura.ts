/** First Hijri year of the table. */
export const firstHijriYear = 1318;

/** Last Hijri year of the table. */
export const lastHijriYear = 1500;

/** First year whose months are known as they were published. */
export const firstPublishedYear = 1343;

/** Last year whose months are known as they were published. */
export const lastPublishedYear = 1450;

/** 1 Muharram 1343 as published: 1 August 1924. */
export const publishedStart = { year: 1924, month: 8, day: 1 } as const;

/**
 * Lengths of the months of the Umm al-Qura calendar of Saudi Arabia as it was printed: two bits a month above
 * 28 days, two months a hexadecimal digit, from Muharram 1343. The month starts are facts that the HijriDate
 * project (M. Alshehri, github.com/dralshehri/hijridate, docs/background.md) collected from the issues of the
 * newspaper Umm al-Qura (1343–1355), the comparison calendar of King Fahd University (1356–1411) and the official
 * comparative calendars (1412–1450). A few printed months have 28 or 31 days.
 */
const publishedLengths = [
  '9a6a2a59999999d8a65a69695a69a5999a5c999a8e6659a69995a69999999a66966669999999a6599a5999999a',
  'a65969a9965999999a99999999999999999a9998a999999a99999999999999999a999a6999999999666a66659a',
  '666666999a5a99996965a99996669a9999996666669999999a65999a69666699999999999a59a9a5999a59999a',
  '69999999999a999a6599999a59999a99599a9999699a65999a9966669999999a66666669a6599a666599a99966',
  '6a665969a9965a69999999a66666669999669a66599a9996669a65969a9965a69a5966a66659a699996699a665',
  '99a9996669a6659aa6595aa69656a69996669a65999a66996669a6599a69965a9a65969a6966666999966a6665',
  '9a69996669a59999a66666669a59969a96599a999666a66599a69966669999999a6696666a65966a69659a9999',
  '669a66599a69996669',
].join('');

/**
 * Months of 30 days in the computed Umm al-Qura calendar: three hexadecimal digits a year, Muharram in the
 * highest bit. The dates are those of the King Abdulaziz City for Science and Technology, as the Unicode project
 * (ICU) publishes them. They differ by a day from what was printed in 529 months of 1343 to 1419, agree from 1420 to
 * 1450, and are used as an approximation for the years that no published calendar is known for.
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

/** Yields the length in days of each month of the published calendar, 28 to 31, from Muharram of its first year. */
export function* publishedMonthLengths(): Generator<number> {
  for (const digit of publishedLengths) {
    const bits = Number.parseInt(digit, 16);
    yield 28 + (bits >> 2);
    yield 28 + (bits & 3);
  }
}

/** Yields the length in days of each month of the computed calendar, from Muharram of its first year. */
export function* computedMonthLengths(): Generator<29 | 30> {
  for (let at = 0; at < monthBits.length; at += 3) {
    const bits = Number.parseInt(monthBits.slice(at, at + 3), 16);
    for (let month = 11; month >= 0; month -= 1) yield (bits >> month) & 1 ? 30 : 29;
  }
}
