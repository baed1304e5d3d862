// Which language a paper is in, told by words that survive a reader who takes it for English.
import { expect, test } from 'vitest';
import { languageOf, likelyLanguageOf } from '../../../domain/documents/language.ts';

test.each([
  ['eng', 'Quotation for your bathroom. Description Quantity Unit Amount. Valid until 12/04/2026'],
  [
    'deu',
    'Angebot Nr. 7 Datum 12.03.2026 Giiltig bis 12.04.2026 Pos. Bezeichnung Menge Einh. EP GP Nettobetrag zzgl. MwSt. Gesamtbetrag',
  ],
  ['fra', 'DEVIS N° 7 Désignation Qté Unité Montant HT TVA 20 % Total TTC Valable jusqu’au 12/04/2026'],
  ['spa', 'PRESUPUESTO Nº 7 Fecha Cantidad Descripción Precio unitario Importe Base imponible IVA Válido hasta'],
  ['ita', 'Preventivo n° 7 Quantità Descrizione Prezzo unitario Importo Imponibile Valido fino al'],
  ['nld', 'Offerte nr 7 Aantal Eenheid Omschrijving Prijs Bedrag Subtotaal BTW Geldig tot'],
  ['por', 'Orçamento nº 7 Quantidade Descrição Preço unitário Valor Total a pagar Válido até'],
  ['pol', 'Oferta nr 7 Data wystawienia Nazwa usługi Ilość Cena netto Wartość brutto Razem Do zapłaty'],
])('%s', (language, text) => expect(languageOf(text)).toBe(language));

test('is not guessed from a few words or figures', () => {
  for (const text of ['', '12.00 42.10', 'TOTAL', 'Miller']) expect(languageOf(text)).toBeNull();
});

test('nor from the single letters that readers see in smudges', () => {
  const slip = 'i VEGETABLES 2.20 ż\ni SEAFOOD 6.50 z\n1 VEGETABLES i\nw CASH 100.00 i';
  expect([languageOf(slip), likelyLanguageOf(slip)]).toEqual([null, null]);
});

test('in which language to read on is guessed from what the paper is called, unless two languages call one so', () => {
  expect(languageOf('Lindner GmbH ANGEBOT')).toBeNull();
  expect(likelyLanguageOf('Lindner GmbH ANGEBOT')).toBe('deu');
  expect(likelyLanguageOf('Estimate no. 7')).toBe('eng');
  expect(likelyLanguageOf('Offerte / Quotation')).toBeNull();
  expect(likelyLanguageOf('Lindner GmbH')).toBeNull();
});
