// How many digits a currency's minor unit has. Source: ISO 4217, list one; what is not named here has two.

const digitsByCurrency: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/** 2 for EUR (cents), 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number => digitsByCurrency[currency] ?? 2;
