// The recovery code: 135 random bits that a person can write down and type in again without hating us.
import { randomBytes } from 'node:crypto';

/** Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_SYMBOLS = 27;
const GROUP = 4;

/** `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`: 27 random symbols and a check symbol. */
export const newRecoveryCode = (random: (size: number) => Uint8Array = randomBytes): string => {
  // 256 is a multiple of 32: the low five bits of a random byte are evenly spread.
  const symbols = [...random(RANDOM_SYMBOLS)].map((byte) => byte & 31);
  return grouped([...symbols, checkSymbol(symbols)].map((symbol) => ALPHABET.charAt(symbol)).join(''));
};

/**
 * The 28 symbols of a code as typed: any case, with or without hyphens and blanks, O for 0, I and L for 1.
 * Null when it has another length, a symbol that is none, or the check symbol tells of a slip.
 */
export const readRecoveryCode = (typed: string): string | null => {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const symbols = plain.split('').map((letter) => ALPHABET.indexOf(letter));
  if (symbols.length !== RANDOM_SYMBOLS + 1 || symbols.includes(-1)) return null;
  return checkSymbol(symbols.slice(0, -1)) === symbols.at(-1) ? plain : null;
};

/** Luhn mod 32 (https://en.wikipedia.org/wiki/Luhn_mod_N_algorithm): catches every single slip and nearly all swaps of neighbours. */
const checkSymbol = (symbols: readonly number[]): number => {
  const sum = symbols.toReversed().reduce((total, symbol, i) => {
    const addend = symbol * (i % 2 === 0 ? 2 : 1);
    return total + Math.floor(addend / 32) + (addend % 32);
  }, 0);
  return (32 - (sum % 32)) % 32;
};

const grouped = (symbols: string): string => (symbols.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
