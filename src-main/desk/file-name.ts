// A name for a file that every file system takes, whatever the page asked for.
import filenamify from 'filenamify';

/** What a file system takes for a name, bytes of UTF-8, with room for the number that a dialog may add. */
const MOST_BYTES = 240;

/** What no name may hold, and what nobody sees in one: that which turns its reading round could dress a program up as a picture. */
const UNFIT = /(?:(?!\u200D)[<>:"/\\|?*\s\p{Cc}\p{Cf}\uFFFD])+/gu;

/** No way out of the folder, and no name of a device that Windows keeps for itself; the ending stays where it is cut short. */
export const fileName = (name: string): string => {
  const plain = name
    .toWellFormed()
    .replaceAll(UNFIT, ' ')
    .replace(/^[. ]+/, '');
  if (plain === '') return 'Plumbline';
  // It cuts by characters, which are of one byte to four, wherever in the name these stand.
  for (let most = MOST_BYTES; ; most -= 1) {
    const cut = filenamify(plain, { maxLength: most });
    if (Buffer.byteLength(cut) <= MOST_BYTES) return cut;
  }
};
