// What a blocked step waits for, told from the words that the person gave as the reason: a delivery, a decision, a permit, someone.

export const BLOCKED_ON = ['delivery', 'decision', 'permit', 'contractor', 'money', 'weather', 'drying'] as const;
export type BlockedOn = (typeof BLOCKED_ON)[number];

/**
 * Beginnings of words, in English, German, French and Spanish; the first kind that one of them is found for is it. A reason like "the plumber
 * waits for the permit" is about the permit, so people come after things.
 */
const BEGINNINGS: readonly (readonly [BlockedOn, readonly string[]])[] = [
  [
    'permit',
    [
      'permit',
      'permission',
      'inspect',
      'council',
      'authority',
      'genehmig',
      'abnahme',
      'behörde',
      'bauamt',
      'permis',
      'autoris',
      'licencia',
      'permiso',
    ],
  ],
  [
    'delivery',
    [
      'deliver',
      'shipment',
      'shipping',
      'backorder',
      'arriv',
      'courier',
      'stock',
      'supplier',
      'liefer',
      'geliefert',
      'lieferant',
      'nachliefer',
      'livraison',
      'livré',
      'entrega',
      'envío',
    ],
  ],
  [
    'decision',
    [
      'decid',
      'decision',
      'choos',
      'choice',
      'undecided',
      'entscheid',
      'auswahl',
      'décision',
      'décid',
      'choisir',
      'decisión',
      'decidir',
      'elegir',
    ],
  ],
  [
    'drying',
    ['dry', 'wet', 'cure', 'curing', 'trock', 'nass', 'feucht', 'sécher', 'séchage', 'humide', 'secar', 'húmed'],
  ],
  ['weather', ['weather', 'rain', 'frost', 'snow', 'storm', 'wetter', 'regen', 'schnee', 'pluie', 'lluvia']],
  [
    'money',
    [
      'payment',
      'paid',
      'invoice',
      'money',
      'loan',
      'bank',
      'deposit',
      'zahlung',
      'bezahl',
      'rechnung',
      'geld',
      'kredit',
      'paiement',
      'facture',
      'pago',
      'factura',
      'dinero',
    ],
  ],
  [
    'contractor',
    [
      'plumber',
      'electrician',
      'contractor',
      'builder',
      'carpenter',
      'plasterer',
      'tiler',
      'painter',
      'fitter',
      'joiner',
      'handwerker',
      'installateur',
      'elektriker',
      'maler',
      'fliesenleger',
      'schreiner',
      'maurer',
      'plombier',
      'électricien',
      'artisan',
      'fontanero',
      'electricista',
      'albañil',
    ],
  ],
];

/** Null where the words name none of them: the words themselves are shown then, as they always are. `people` are names of who is on the journey. */
export const blockedOn = (reason: string, people: readonly string[] = []): BlockedOn | null => {
  const words: readonly string[] = reason.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const kind = BEGINNINGS.find(([, beginnings]) =>
    words.some((word) => beginnings.some((beginning) => word.startsWith(beginning))),
  );
  if (kind !== undefined) return kind[0];
  const names = new Set(people.flatMap((name) => name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []));
  return words.some((word) => names.has(word)) ? 'contractor' : null;
};
