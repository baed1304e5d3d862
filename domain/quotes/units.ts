// Units as quotes print them, brought to one per kind of measure, so that a price per m² stands beside a price per square foot.
import { fold } from '../kernel/fold.ts';

export const MEASURES = ['area', 'length', 'volume', 'weight', 'hour', 'day', 'piece', 'whole'] as const;
/** `whole` is a lump sum: there is nothing to divide by. */
export type Measure = (typeof MEASURES)[number];

export interface Unit {
  readonly measure: Measure;
  /** One of it is `times / per` of the measure's own unit (m², m, m³, kg, h, day, piece): whole numbers, no float. */
  readonly times: number;
  readonly per: number;
}

const one = (measure: Measure, times = 1, per = 1): Unit => ({ measure, times, per });

// In renovation "ml" is the running metre (mètre linéaire, metro lineal). Feet and yards by the international yard of 1959.
const UNITS: readonly (readonly [Unit, string])[] = [
  [
    one('area'),
    'm2 sqm sq_m qm mq square_metre square_metres square_meter square_meters quadratmeter metros_cuadrados',
  ],
  [one('area', 9_290_304, 100_000_000), 'ft2 sqft sq_ft sf square_foot square_feet'],
  [one('length'), 'm lm lfm lfdm lin_m rm ml mtr metre metres meter meters metros running_metre running_metres'],
  [one('length', 1, 100), 'cm'],
  [one('length', 1, 1_000), 'mm'],
  [one('length', 1_000), 'km'],
  [one('length', 3_048, 10_000), 'ft lf foot feet'],
  [one('length', 9_144, 10_000), 'yd yard yards'],
  [one('volume'), 'm3 cbm cubic_metre cubic_metres kubikmeter'],
  [one('volume', 1, 1_000), 'l ltr litre litres liter liters'],
  [one('weight'), 'kg kilo kilos'],
  [one('weight', 1, 1_000), 'g gr'],
  [one('weight', 1_000), 't to tonne tonnes'],
  [one('hour'), 'h hr hrs hour hours std stunde stunden hora horas heure heures ora ore uur uren godz'],
  [one('day'), 'd day days tag tage jour jours dia dias giorno giorni dag dagen'],
  [
    one('piece'),
    'pc pcs piece pieces ea each no nos nr unit units un ud uds u stk stuck st pz szt stuk stuks point points door doors window windows set sets satz',
  ],
  [
    one('whole'),
    'psch pausch pauschal pauschale ls lump_sum lump lot job forf forfait ens vb pa pida global allowance sum item items',
  ],
];

const unitByName = new Map(
  UNITS.flatMap(([unit, names]) => names.split(' ').map((name) => [name.replaceAll('_', ' '), unit] as const)),
);

/** Null for a unit that is none of these: such a line is compared by its amount alone. */
export const unitOf = (text: string, quantity: number | null): Unit | null => {
  const name = fold(text)
    .replaceAll('²', '2')
    .replaceAll('³', '3')
    .replaceAll(/[.,()]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  // A number without a unit counts things; one of a thing, or none said, is a lump sum.
  if (name === '') return quantity === null || quantity === 1_000 ? one('whole') : one('piece');
  return unitByName.get(name) ?? null;
};

/** `minor` times `times / per` in whole minor units, halves away from zero; in BigInt, since the products pass 2^53. */
export const scaled = (minor: number, times: bigint, per: bigint): number => {
  const exact = BigInt(minor) * times;
  const size = exact < 0n === per < 0n ? exact / per : -(exact / -per);
  const rest = exact - size * per;
  const isHalf = (rest < 0n ? -rest : rest) * 2n >= (per < 0n ? -per : per);
  return Number(isHalf ? size + (exact < 0n === per < 0n ? 1n : -1n) : size);
};
