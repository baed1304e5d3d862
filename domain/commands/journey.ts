// Starting, editing, archiving and purging journeys, and their budget.
import { z } from 'zod';
import { idOfKey, keyOf, recordKey, uuidOf, type RecordId } from '../kernel/ids.ts';
import { money, type Money } from '../kernel/money.ts';
import { err, ok } from '../kernel/result.ts';
import { splitMoney } from '../money/split.ts';
import { journeyBody } from '../records/journey.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { definitionByType, recordAs, type RecordType } from '../records/registry.ts';
import { journeySpace, privateSpace } from '../spaces/space.ts';
import { EVERY_DAY } from '../kernel/work-week.ts';
import type { JourneyTemplate } from '../templates/template.ts';
import { templateById } from '../templates/templates.ts';
import { edited, findLive, made } from './changes.ts';
import { defineCommand, type Change, type CommandContext } from './command.ts';
import { defineEdit } from './edit.ts';

const fields = journeyBody.shape;

/** One per journey, so its id follows from the journey's. */
export const budgetId = (journey: RecordId): RecordId => `budget_${uuidOf(journey)}`;

export const journeyId = z.string().regex(/^journey_[0-9a-f-]{36}$/);

export const journeyStart = defineCommand({
  name: 'journey.start',
  input: z.object({
    journey: journeyId.optional(),
    name: fields.name,
    area: fields.area,
    address: fields.address,
    currency: fields.currency,
    startDate: fields.startDate,
    template: z.string().nullable(),
    budget: money.nullable(),
    sample: z.boolean().optional(),
  }),
  needs: ({ journey }) => (journey === undefined ? [] : [{ key: keyOf(journeySpace(journey), journey) }]),
  plan: (reads, input, context) => {
    const id = input.journey ?? context.newId('journey');
    const space = journeySpace(id);
    if (reads.get(keyOf(space, id)) !== undefined) return err({ type: 'AlreadyThere', fields: ['journey'] });
    const template = input.template === null ? null : templateById(input.template);
    if (input.template !== null && template === null) return err({ type: 'InputInvalid', fields: ['template'] });
    if (input.budget !== null && input.budget.currency !== input.currency)
      return err({ type: 'CurrencyMismatch', fields: ['budget'] });
    const { name, area, address, currency, startDate, sample = false } = input;
    const body = {
      name,
      area,
      address,
      currency,
      startDate,
      state: 'active' as const,
      template: input.template,
      sample,
    };
    return ok([
      made({ space, id, type: 'journey', journey: id, parent: '', body }),
      ...(input.budget === null ? [] : [madeBudget(id, input.budget, template)]),
      ...(template === null ? [] : madeSteps(id, template, context)),
    ]);
  },
});

const madeBudget = (journey: RecordId, total: Money, template: JourneyTemplate | null): Change =>
  made({
    space: privateSpace(journey),
    id: budgetId(journey),
    type: 'budget',
    journey,
    parent: '',
    body: { total, categories: template === null ? {} : splitMoney(total, template.shares) },
  });

// No dates: the plan follows from durations and dependencies until a person fixes a day.
const madeSteps = (journey: RecordId, template: JourneyTemplate, context: CommandContext): readonly Change[] => {
  const space = journeySpace(journey);
  const idBySlug = new Map(template.steps.map(({ slug }) => [slug, context.newId('step')]));
  const keyOfSlug = (slug: string): string => {
    const id = idBySlug.get(slug);
    if (id === undefined) throw new Error(`template ${template.id} has no step ${slug}`);
    return keyOf(space, id);
  };
  let order: string | null = null;
  return template.steps.map((step) => {
    order = context.orderBetween(order, null);
    return made({
      space,
      id: idOfKey(keyOfSlug(step.slug)),
      type: 'step',
      journey,
      parent: '',
      body: {
        name: step.name,
        notes: step.notes,
        order,
        state: 'todo',
        blockedReason: '',
        startDate: null,
        durationDays: step.days,
        dependsOn: step.after.map(keyOfSlug),
        assignee: null,
        startedAt: null,
        finishedAt: null,
        slug: step.slug,
        ...(step.goesOn === undefined ? {} : { workDays: [...EVERY_DAY] }),
      },
    });
  });
};

export const journeyEdit = defineEdit({
  name: 'journey.edit',
  type: 'journey',
  fields: {
    name: fields.name,
    area: fields.area,
    address: fields.address,
    currency: fields.currency,
    startDate: fields.startDate,
    guestDays: fields.guestDays.unwrap(),
  },
});

const defineJourneyState = <const Name extends string>(name: Name, state: 'active' | 'archived') =>
  defineCommand({
    name,
    input: z.object({ key: recordKey }),
    needs: ({ key }) => [{ key }],
    plan: (reads, { key }) => {
      const found = findLive(reads, 'journey', key);
      return found.ok ? ok(edited(found.value, { body: { state } })) : found;
    },
  });

export const journeyArchive = defineJourneyState('journey.archive', 'archived');
export const journeyUnarchive = defineJourneyState('journey.unarchive', 'active');

/** A person's card with the keys that they sign with. */
const holdsKeys = (row: AnyRecord): boolean => (recordAs('person', row)?.body.keys ?? []).length > 0;

const everyType: readonly RecordType[] = Object.values(definitionByType).map(({ type }) => type);

/** Blanks and tombstones everything of a journey. Only the sample: what a person made is trashed, never purged. */
export const journeyPurge = defineCommand({
  name: 'journey.purge',
  input: z.object({ journey: journeyId }),
  needs: ({ journey }) => [
    { key: keyOf(journeySpace(journey), journey) },
    ...everyType.map((type) => ({ type, journey })),
  ],
  plan: (reads, { journey }) => {
    const found = recordAs('journey', reads.get(keyOf(journeySpace(journey), journey)));
    if (found === null) return err({ type: 'RecordNotFound' });
    if (!found.body.sample) return err({ type: 'NotAllowed', detail: 'only a sample journey can be purged' });
    // What was signed stays, and whose key signed it: nobody takes out a word that was given.
    const rows = everyType
      .filter((type) => type !== 'approval')
      .flatMap((type) => reads.list(type))
      .filter((row) => row.journey === journey && !holdsKeys(row));
    // The journey record goes last and once, whether or not it was listed as well.
    return ok(
      [...rows.filter((row) => row.key !== found.key), found].map((before) => ({ kind: 'remove' as const, before })),
    );
  },
});

export const budgetSet = defineCommand({
  name: 'budget.set',
  input: z.object({
    journey: journeyId,
    total: money.optional(),
    categories: z.record(z.string().min(1).max(80), money).optional(),
    /** Adds to what other steps were given; the key is the step's. */
    steps: z.record(recordKey, money).optional(),
    contingency: money.nullable().optional(),
  }),
  needs: ({ journey }) => [
    { key: keyOf(privateSpace(journey), budgetId(journey)) },
    { key: keyOf(journeySpace(journey), journey) },
  ],
  plan: (reads, { journey, total, categories, steps, contingency }) => {
    const owner = findLive(reads, 'journey', keyOf(journeySpace(journey), journey));
    if (!owner.ok) return owner;
    const space = privateSpace(journey);
    const id = budgetId(journey);
    const before = recordAs('budget', reads.get(keyOf(space, id)));
    const { currency } = owner.value.body;
    const body = {
      total: total ?? before?.body.total ?? { minor: 0, currency },
      categories: categories ?? before?.body.categories ?? {},
      ...(steps === undefined ? {} : { steps: { ...before?.body.steps, ...steps } }),
      ...(contingency === undefined ? {} : { contingency }),
    };
    // Only what is said now is judged: an older budget in another currency is settled by saying it anew.
    const said = [total ?? [], contingency ?? [], Object.values(categories ?? {}), Object.values(steps ?? {})].flat();
    if (said.some((amount) => amount.currency !== currency))
      return err({ type: 'CurrencyMismatch', fields: [total?.currency === currency ? 'categories' : 'total'] });
    if (before === null) return ok([made({ space, id, type: 'budget', journey, parent: '', body })]);
    return ok(edited(before, { body, trashedAt: 0 }));
  },
});
