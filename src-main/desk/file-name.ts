// A name for a file that every file system takes, whatever the page asked for.
import path from 'node:path';
import filenamify from 'filenamify';

/** What a file system takes for a name, bytes of UTF-8, with room for the number that a dialog may add. */
const MOST_BYTES = 240;
/** Bytes. What is longer behind a dot is no ending, and is cut as the rest is. */
const LONGEST_ENDING = 40;

/** What no name may hold, and what nobody sees in one: that which turns its reading round could dress a program up as a picture. */
const UNFIT = /(?:(?!\u200D)[<>:"/\\|?*\s\p{Cc}\p{Cf}\uFFFD])+/gu;

/** No way out of the folder, and no name of a device that Windows keeps for itself; the ending stays where it is cut short. */
export const fileName = (name: string): string => {
  const plain = name
    .toWellFormed()
    .replaceAll(UNFIT, ' ')
    .replace(/^[. ]+/, '');
  if (plain === '') return 'Plumbline';
  const whole = filenamify(plain, { maxLength: Infinity });
  const said = path.extname(whole);
  const ending = Buffer.byteLength(said) > LONGEST_ENDING ? '' : said;
  const stem = whole.slice(0, whole.length - ending.length);
  return cutShort(stem, MOST_BYTES - Buffer.byteLength(ending)) + ending;
};

/** Between two characters, and with no dot or space at the cut. */
const cutShort = (text: string, mostBytes: number): string => {
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(mostBytes));
  return read === text.length ? text : text.slice(0, read).replace(/[. ]+$/, '');
};
