import { endianness } from 'node:os';
import { type TextUnits, textUnits } from '../../search/codec/text-units.ts';

/** Units of the longest text whose units are read one by one: a call takes longer. */
const longestRead = 24;

/**
 * Returns a function that copies the code units of a text at once: reading them from the text one by one takes three times
 * as long, where it is a part of another text.
 */
export function copiedUnits(): TextUnits {
  if (endianness() !== 'LE') return textUnits();
  let units = new Uint16Array(1 << 12);
  let bytes = Buffer.from(units.buffer);
  return (text) => {
    if (text.length > units.length) {
      units = new Uint16Array(text.length * 2);
      bytes = Buffer.from(units.buffer);
    }
    if (text.length > longestRead) bytes.write(text, 'utf16le');
    else for (let i = 0; i < text.length; i += 1) units[i] = text.charCodeAt(i);
    return units;
  };
}
