// A file's name as it is shown: characters that turn the direction of writing round could make `fdp.exe` of `exe.pdf`.

/** Unicode's controls of direction, which are invisible themselves. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Only for the eye: kept is the name that the file has. */
export const shownName = (name: string): string => name.replaceAll(DIRECTION, '');
