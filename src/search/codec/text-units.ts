/** Returns the code units of a text at the beginning of an array, which the next call may fill again. */
export type TextUnits = (text: string) => Uint16Array;

/** Returns a function that copies code units one by one. */
export function textUnits(): TextUnits {
  let units = new Uint16Array(256);
  return (text) => {
    if (text.length > units.length) units = new Uint16Array(text.length * 2);
    for (let i = 0; i < text.length; i += 1) units[i] = text.charCodeAt(i);
    return units;
  };
}
