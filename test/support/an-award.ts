// A quote with lines that is accepted, for tests of what an award is and how it counts.
import { awardKey } from '../../domain/commands/quote.ts';
import { idOfKey, type RecordKey } from '../../domain/kernel/ids.ts';
import type { Money } from '../../domain/kernel/money.ts';
import { partySpace } from '../../domain/spaces/space.ts';
import { aJourney, BARE_QUOTE } from './a-journey.ts';
import { eur } from './amounts.ts';
import type { DeedWorld } from './deed-world.ts';
import { JOURNEY } from './records.ts';

/** Shared: the quote lies where its contractor reads it. */
export const anAward = (
  lines: readonly (readonly [string, Money])[],
  total: Money,
  { isShared = false }: { readonly isShared?: boolean } = {},
): { readonly world: DeedWorld; readonly quote: RecordKey; readonly award: RecordKey } => {
  const world = aJourney({ budget: eur(1_000_000) });
  const written = lines.map(([description, amount], at) => ({
    id: `l${at + 1}`,
    description,
    quantity: null,
    unit: '',
    unitPrice: null,
    amount,
    optional: false,
    places: {},
  }));
  const asked = { journey: JOURNEY, vendor: 'Miller', total, party: null, step: null, date: null };
  const [party = ''] = world.done('party.add', { journey: JOURNEY, name: 'Miller', trade: '' }).keys;
  const place = isShared ? { space: partySpace(JOURNEY, idOfKey(party)) } : {};
  const [quote = ''] = world.done('quote.add', { ...asked, ...place, rest: { ...BARE_QUOTE, lines: written } }).keys;
  world.done('quote.accept', { key: quote });
  return { world, quote, award: awardKey(quote) };
};
