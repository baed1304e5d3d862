// Sums of the sample's papers in whole cents, so that what is printed adds up to the cent.

/** `123456` -> `1,234.56`. */
export const cents = (minor) => {
  const text = String(Math.abs(minor)).padStart(3, '0');
  const whole = text.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${minor < 0 ? '-' : ''}${whole}.${text.slice(-2)}`;
};

/** Lines `[description, qty, unit, unit price in cents]` -> each amount, subtotal, VAT (percent, rounded half up) and total, in cents. */
export const addUp = (lines, vatPercent) => {
  const amounts = lines.map(([, qty, , price]) => Math.round(qty * price));
  const subtotal = amounts.reduce((sum, amount) => sum + amount, 0);
  const vat = Math.floor((subtotal * vatPercent + 50) / 100);
  return { amounts, subtotal, vat, total: subtotal + vat };
};

/** Of a total that already holds VAT: the VAT in it, in cents. */
export const vatWithin = (total, vatPercent) => Math.round((total * vatPercent) / (100 + vatPercent));
