// The house as the assistant's reader is handed it, from the records that the readers of a thread may see.
import type { PersonId, RecordId, RecordKey, SpaceId } from '../kernel/ids.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { countedCosts } from '../journey/money.ts';
import { liveSteps } from '../journey/steps.ts';
import { worthOf } from '../quotes/worth.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isFamilyOnly, isReadableIn } from '../spaces/readable.ts';
import { templates } from '../templates/templates.ts';
import type { ContractorThere, House } from './house.ts';
import type { Lang } from '../words/languages.ts';

/** Records in the trash, and originals of what was shown more widely, are not among them. */
export interface Records {
  readonly journeys: readonly RecordOf<'journey'>[];
  readonly steps: readonly RecordOf<'step'>[];
  readonly budgets: readonly RecordOf<'budget'>[];
  readonly costs: readonly RecordOf<'cost'>[];
  readonly quotes: readonly RecordOf<'quote'>[];
  readonly awards: readonly RecordOf<'award'>[];
  readonly allocations: readonly RecordOf<'allocation'>[];
  readonly tasks: readonly RecordOf<'task'>[];
  readonly decisions: readonly RecordOf<'decision'>[];
  readonly parties: readonly RecordOf<'party'>[];
  readonly people: readonly RecordOf<'person'>[];
  readonly photos: readonly RecordOf<'photo'>[];
  readonly pairs: readonly RecordOf<'pair'>[];
}

/** Only what everyone who reads `space` may read: what is said there must not tell of anything else. */
export const seenFrom = (space: SpaceId, records: Records): Records => {
  if (isFamilyOnly(space)) return records;
  const seen = <R extends AnyRecord>(list: readonly R[]): readonly R[] =>
    list.filter(({ key }) => isReadableIn(space, key));
  return {
    journeys: seen(records.journeys),
    steps: seen(records.steps),
    budgets: seen(records.budgets),
    costs: seen(records.costs),
    quotes: seen(records.quotes),
    awards: seen(records.awards),
    allocations: seen(records.allocations),
    tasks: seen(records.tasks),
    decisions: seen(records.decisions),
    parties: seen(records.parties),
    people: seen(records.people),
    photos: seen(records.photos),
    pairs: seen(records.pairs),
  };
};

export interface Speaker {
  readonly me: PersonId;
  /** What they are called; '' when they have not said. */
  readonly name: string;
  readonly today: CalendarDate;
  readonly lang: Lang;
  /** Id of the journey that is open. */
  readonly journey: RecordId | null;
}

export const houseOf = (records: Records, { me, name, today, lang, journey }: Speaker): House => {
  const currency =
    records.journeys.find(({ id }) => id === journey)?.body.currency ?? records.journeys[0]?.body.currency;
  const budgetByJourney = new Map(records.budgets.map((budget) => [budget.journey, budget.body.total]));
  const stepsByJourney = Map.groupBy(liveSteps(records.steps), (step) => step.journey);
  const contractors = contractorsOf(records.parties);
  const accepted = new Set(records.awards.map(({ body }) => body.quote));
  return {
    today,
    lang,
    speaker: me,
    journey,
    currency: currency ?? 'EUR',
    people: peopleOf(records.people, { me, name }, records.parties),
    contractors: contractors.map(({ there }) => there),
    journeys: records.journeys
      .filter(({ id, body }) => body.state === 'active' || id === journey)
      .map(({ id, body }) => ({
        key: id,
        name: body.name,
        area: body.area,
        template: body.template,
        currency: body.currency,
        budget: budgetByJourney.get(id) ?? null,
        steps: (stepsByJourney.get(id) ?? []).map((step) => ({
          key: step.key,
          name: step.body.name,
          state: step.body.state,
        })),
      })),
    costs: countedCosts(records.costs).map(({ key, journey: of, body }) => ({
      key,
      journey: of,
      name: body.description === '' ? body.vendor : body.description,
      amount: body.amount,
      paid: body.state === 'paid',
      step: body.step,
      payee:
        contractors.find(({ journey: at, there }) => at === of && there.company === body.vendor)?.there.key ?? null,
    })),
    quotes: records.quotes.flatMap(({ key, journey: of, body }) => {
      const amount = worthOf(body);
      return amount === null
        ? []
        : [
            {
              key,
              journey: of,
              vendor: body.vendor,
              contractor: contractors.find(({ keys }) => keys.includes(body.party ?? ''))?.there.key ?? null,
              amount,
              step: body.step,
              accepted: accepted.has(key),
            },
          ];
    }),
    tasks: records.tasks
      .filter(({ body }) => body.isReminder !== true)
      .map(({ key, journey: of, body }) => ({
        key,
        journey: of,
        text: body.title,
        assignee: assigneeOf(body, contractors),
        due: body.due,
        done: body.doneAt !== null,
      })),
    decisions: records.decisions.map(({ key, journey: of, body }) => ({
      key,
      journey: of,
      question: body.question,
      alternatives: Object.values(body.alternatives).map(({ name: called }) => called),
      taken: body.decided !== null,
    })),
    templates: templates.map(({ id, name: called }) => ({ id, name: called })),
  };
};

interface Contractor {
  readonly there: ContractorThere;
  readonly journey: RecordId;
  readonly person: PersonId | null;
  /** Both records of the party: the family's, and the one that the contractor sees. */
  readonly keys: readonly RecordKey[];
}

/** A party is kept twice; the family's own comes first, since it names what the other need not. */
const contractorsOf = (parties: readonly RecordOf<'party'>[]): readonly Contractor[] =>
  [...Map.groupBy(parties, ({ id }) => id).values()].flatMap((copies) => {
    const first = copies.toSorted((a, b) => Number(isFamilyOnly(b.space)) - Number(isFamilyOnly(a.space)))[0];
    if (first === undefined) return [];
    const { name, trade, person } = first.body;
    return [
      {
        there: { key: first.key, company: name, person: null, trade },
        journey: first.journey,
        person,
        keys: copies.map(({ key }) => key),
      },
    ];
  });

const assigneeOf = ({ assignee, party }: RecordOf<'task'>['body'], contractors: readonly Contractor[]): string | null =>
  contractors.find(({ keys, person }) => keys.includes(party ?? '') || (assignee !== null && person === assignee))
    ?.there.key ?? assignee;

/** Each person once, whichever of their cards is here; contractors go by their company. */
const peopleOf = (
  cards: readonly RecordOf<'person'>[],
  { me, name }: { readonly me: PersonId; readonly name: string },
  parties: readonly RecordOf<'party'>[],
): House['people'] => {
  const joined = new Set(parties.flatMap(({ body }) => body.person ?? []));
  const nameById = new Map(
    cards
      .filter(({ id, body }) => !joined.has(id) && body.role !== 'contractor')
      .map(({ id, body }) => [id, body.name] as const),
  );
  if (!nameById.has(me)) nameById.set(me, name);
  return [...nameById].map(([key, called]) => ({ key, name: called }));
};
