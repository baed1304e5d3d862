// Amounts of money for tests, in minor units.

export const eur = (minor: number) => ({ minor, currency: 'EUR' });
export const gbp = (minor: number) => ({ minor, currency: 'GBP' });
export const usd = (minor: number) => ({ minor, currency: 'USD' });
