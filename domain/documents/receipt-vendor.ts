// Finds who a receipt is from: the first line of its head that reads like a name.

/** Tills print the name at the top; further down it would be a product. */
const HEAD_LINES = 8;

export const LEGAL_FORM =
  /\b(?:SDN\.? ?BHD|S\/B|GMBH|LTD|LLC|INC|PLC|AG|(?<!\d ?)KG|ENTERPRISE|BHD|SARL|S\.?R\.?L|B\.V|BV|SP\. ?Z ?O\.? ?O|LDA|S\.L|S\.A)\b/i;
const LEGAL_FORM_FIRST = new RegExp(`^${LEGAL_FORM.source}`, 'i');

const notName = [
  /INVOICE|RECEIPT|RECHNUNG|QUITTUNG|BELEG|KASSENBON|WELCOME|WILLKOMMEN|THANK|CASH SALE|CASH BILL|DUPLICATE|\bCOPY\b|CUSTOMER/,
  /^(?:FACTURE|FACTURA|FATTURA|FACTUUR|FATURA|FAKTURA|PARAGON|KASSABON|KASTICKET|SCONTRINO|DOCUMENTO COMMERCIALE|RECIBO|TALÃO)(?!\p{L})/u,
  /\bTEL\b|\bFAX\b|PHONE|E-?MAIL|@|WWW\.|\.COM\b|HTTP/,
  /\bGST\b|\bTAX\b|\bVAT\b|UST|STEUER|\bREG\b|ROC NO|CO\.? ?(?:REG|NO)|\bDATE\b|\bDATUM\b|CASHIER/,
  /\bJALAN\b|\bJLN\b|\bLOT\b|\bNO\.? ?\d|\bTAMAN\b|\bSTREET\b|\bROAD\b|\bAVENUE\b|STRASSE|STRAßE|STR\. ?\d|\bLEVEL\b|\bUNIT\b|\bFLOOR\b/,
  /\b\d{5}\b/,
  /\d[.,]\d{2}\b/,
] as const;

/** Where someone is to be found, or how they are registered: what stands below it is no longer the name. */
const ADDRESS =
  /\bTEL\b|\bFAX\b|PHONE|\bJALAN\b|\bJLN\b|\bLOT\b|^\W*NO\b\W{0,2}\d|\bTAMAN\b|\bSTREET\b|\bROAD\b|\bAVENUE\b|STRASSE|STRAßE|STR\. ?\d|\b\d{5}\b|^\W*\d{5,}-\w\W*$/;

/** At most 200 characters; null when no line of the head reads like a name. */
export const receiptVendor = (lines: readonly string[]): string | null => {
  const head = wholeNames(lines.slice(0, HEAD_LINES)).filter((line) => !line.startsWith('('));
  const address = head.findIndex((line) => ADDRESS.test(line.toUpperCase()));
  const above = namesIn(head.slice(0, Math.max(0, address)));
  const names = above.length > 0 ? above : namesIn(head);
  // A legal form says it is the name; else capitals are the sign over the shop, and a mixed line before it a note or a smudge.
  const [first, second] = names;
  const sign = first !== undefined && second !== undefined && !isPrinted(first) && isPrinted(second) ? second : first;
  const formed = names.slice(0, 3).findIndex((name) => LEGAL_FORM.test(name));
  // A long name breaks before its legal form.
  const whole = LEGAL_FORM_FIRST.test(names[formed] ?? '')
    ? names.slice(Math.max(formed - 1, 0), formed + 1).join(' ')
    : names[formed];
  return (whole ?? sign)?.slice(0, 200) ?? null;
};

const namesIn = (lines: readonly string[]): readonly string[] => lines.map(clean).filter(isName);

/** A bracket that is open at the end of a line is closed on the next: a name that is too long for a slip goes on there. */
const wholeNames = (lines: readonly string[]): readonly string[] => {
  const whole: string[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    const goesOn = last !== undefined && /\([^)\d]*$/.test(last) && /^[^(]*\)/.test(line);
    if (goesOn) whole.splice(-1, 1, `${last} ${line}`);
    else whole.push(line);
  }
  return whole;
};

/** The text as a name, cleaned of what stands around one; null when it does not read like one. */
export const nameIn = (text: string): string | null => {
  const name = clean(text);
  return isName(name) ? name.slice(0, 200) : null;
};

// Readers mistake a letter of it more often than not, and it is the same on thousands of slips.
const SDN_BHD = /\bS[DO0]N\.? ?[BE8]H[DO0]\b/u;

const clean = (line: string): string =>
  line
    .replace(SDN_BHD, 'SDN BHD')
    .replace(/^[^\p{L}\d]+/u, '')
    // The number it is registered under, and whatever stands behind that.
    .replace(/\s*\(?\b[A-Z]{0,3}\d{4,}[-– ]?[A-Z]?\)?\s*$|\s*\(?\b\d{5,} ?[-–] ?[A-Z\d]\b.*$|\s*\(\d[^()]*\)?$/u, '')
    .replace(/[^\p{L}\d).!'&]+$/u, '')
    .trim();

const isName = (line: string): boolean => {
  const letters = line.match(/\p{L}/gu)?.length ?? 0;
  const digits = line.match(/\d/g)?.length ?? 0;
  const longest = Math.max(0, ...(line.match(/\p{L}+/gu) ?? []).map((word) => word.length));
  return (
    letters >= 4 &&
    longest >= 3 &&
    letters > digits * 2 &&
    letters / line.length > 0.45 &&
    (digits === 0 || line.includes(' ')) &&
    !notName.some((pattern) => pattern.test(line.toUpperCase()))
  );
};

const isPrinted = (line: string): boolean => {
  const capitals = line.match(/\p{Lu}/gu)?.length ?? 0;
  const letters = line.match(/\p{L}/gu)?.length ?? 1;
  return capitals / letters > 0.7 && letters >= 6;
};
