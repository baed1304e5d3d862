// Which of the languages that Plumbline reads a text is in, by its commonest words: enough to choose with which data to read it.
import { plain } from './vocabulary.ts';

/** As the OCR data is called: ISO 639-2. English is what is read first. */
export const LANGUAGES = ['eng', 'deu', 'fra', 'spa', 'ita', 'nld', 'por', 'pol'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Words of sentences and words of quotes, as `plain` makes them; none that two of the languages share, and none of one letter: readers
 * see an i and a z in every smudge.
 */
const WORDS: Readonly<Record<Language, readonly string[]>> = {
  eng: 'the and of with for to your our from quote quotation invoice estimate amount quantity description unit price valid until subtotal total payment terms work works includes supply wall floor date'.split(
    ' ',
  ),
  deu: 'der die das und mit fur von zu auf bei ist wir ihr ihnen nicht inkl zzgl angebot rechnung datum menge einh bezeichnung leistung gesamtbetrag nettobetrag netto mwst gultig bis zahlbar tagen ohne stk std psch pos summe liefern verlegen'.split(
    ' ',
  ),
  fra: 'le les des du et avec pour dans sur nous vous votre est devis facture designation quantite qte unite montant tva ht ttc valable jusqu au paiement fourniture pose salle'.split(
    ' ',
  ),
  spa: 'el los las con del para por su presupuesto factura fecha cantidad descripcion precio unitario importe base imponible iva valido hasta pago suministro obra'.split(
    ' ',
  ),
  ita: 'il gli della delle dei con per che preventivo fattura quantita descrizione prezzo unitario importo imponibile valido fino al pagamento fornitura posa'.split(
    ' ',
  ),
  nld: 'het een van en met voor op bij wij uw offerte factuur datum aantal eenheid omschrijving prijs bedrag subtotaal btw totaal geldig tot betaling leveren'.split(
    ' ',
  ),
  por: 'os uma com para dos da do em orcamento fatura quantidade descricao preco unitario valor pagar valido ate pagamento fornecimento obra'.split(
    ' ',
  ),
  pol: 'na do oraz oferta faktura nr data wystawienia ilosc nazwa uslugi cena wartosc netto brutto razem zaplaty wazna platnosci przelew dni'.split(
    ' ',
  ),
};

/** Fewer are chance; and the best must stand out among the others. */
const SURE = { fewest: 4, clearly: 1.4 } as const;
/** Two words of a letterhead, where hardly any of another language stand beside them. */
const LIKELY = { fewest: 2, clearly: 2 } as const;

/** What papers are called: one alone says in which language the rest most likely is. */
const TITLES: Readonly<Record<Language, readonly string[]>> = {
  eng: ['quotation', 'quote', 'estimate', 'invoice', 'receipt', 'proposal'],
  deu: ['angebot', 'rechnung', 'kostenvoranschlag', 'quittung'],
  fra: ['devis', 'facture', 'recu'],
  spa: ['presupuesto', 'factura', 'recibo'],
  ita: ['preventivo', 'fattura', 'ricevuta'],
  nld: ['offerte', 'factuur', 'kwitantie'],
  por: ['orcamento', 'fatura'],
  pol: ['oferta', 'faktura', 'paragon'],
};

/** Null where the text is too short or too mixed to tell. */
export const languageOf = (text: string): Language | null => tell(text, SURE);

/** In which language to read on, after a heading: a guess that what follows may prove wrong. */
export const likelyLanguageOf = (text: string): Language | null =>
  tell(text, SURE) ?? tell(text, LIKELY) ?? titled(text);

/** Null where no title stands, or those of two languages. */
const titled = (text: string): Language | null => {
  const said = new Set(plain(text).split(' '));
  const [first, ...others] = LANGUAGES.filter((language) => TITLES[language].some((title) => said.has(title)));
  return first === undefined || others.length > 0 ? null : first;
};

const tell = (text: string, { fewest, clearly }: typeof SURE | typeof LIKELY): Language | null => {
  const said = plain(text).split(' ');
  const [best, next] = LANGUAGES.map((language) => {
    const known = new Set(WORDS[language]);
    return { language, count: said.filter((word) => known.has(word)).length };
  }).toSorted((a, b) => b.count - a.count);
  return best !== undefined && best.count >= fewest && best.count >= (next?.count ?? 0) * clearly
    ? best.language
    : null;
};
