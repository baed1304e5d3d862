// Decisions: a question with its alternatives is kept, people vote, and later it is said what was chosen and why.
import { z } from 'zod';
import { idOfKey, keyOf, recordKey, spaceId, spaceOfKey, uuidOf, type RecordKey } from '../kernel/ids.ts';
import { memberOf } from '../kernel/members.ts';
import { err, ok } from '../kernel/result.ts';
import { alternativeBody } from '../records/alternative.ts';
import { alternativeId, decided, decisionBody, namedAlternative } from '../records/decision.ts';
import { recordAs, type BodyOf } from '../records/registry.ts';
import { privateSpace } from '../spaces/space.ts';
import { edited, findLive, made } from './changes.ts';
import { defineCommand } from './command.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';

const { shape } = decisionBody;

/** Private to the family unless a space is named. */
export const decisionAdd = defineCommand({
  name: 'decision.add',
  input: z.object({
    journey: journeyId,
    space: spaceId.optional(),
    question: shape.question,
    alternatives: z.array(namedAlternative.shape.name).max(50),
    step: shape.step,
    deadline: shape.deadline,
    agree: shape.agree,
    /** What was chosen already, when it is added once more: the place of its alternative, and why. */
    decided: z.object({ place: z.int().min(0), why: decided.shape.why }).optional(),
  }),
  needs: () => [],
  plan: (
    _reads,
    { journey, space = privateSpace(journey), question, alternatives, step, deadline, agree, decided: taken },
    { newId, at, by },
  ) => {
    const chosen = taken === undefined ? undefined : alternatives[taken.place];
    if (taken !== undefined && chosen === undefined) return err({ type: 'InputInvalid', fields: ['decided'] });
    const body = {
      question,
      alternatives: Object.fromEntries(alternatives.map((name, place) => [`a${place + 1}`, { name }])),
      step,
      decided:
        taken === undefined || chosen === undefined
          ? null
          : { choice: `a${taken.place + 1}`, name: chosen, why: taken.why, at, by },
      ...(deadline == null ? {} : { deadline }),
      ...(agree === undefined ? {} : { agree }),
    };
    return ok([made({ space, id: newId('decision'), type: 'decision', journey, parent: '', body })]);
  },
});

export const decisionEdit = defineEdit({
  name: 'decision.edit',
  type: 'decision',
  fields: { question: shape.question, step: shape.step, deadline: shape.deadline, agree: shape.agree.unwrap() },
});

/** Deciding again replaces what was decided; the history keeps it. */
export const decisionTake = defineCommand({
  name: 'decision.take',
  input: z.object({ key: recordKey, choice: decided.shape.choice, why: decided.shape.why.optional() }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, choice, why = '' }, { at, by }) => {
    const found = findLive(reads, 'decision', key);
    if (!found.ok) return found;
    const chosen = memberOf(found.value.body.alternatives, choice);
    if (chosen === undefined) return err({ type: 'InputInvalid', fields: ['choice'] });
    return ok(edited(found.value, { body: { decided: { choice, name: chosen.name, why, at, by } } }));
  },
});

/** A person's own vote; null takes it back. */
export const decisionVote = defineCommand({
  name: 'decision.vote',
  input: z.object({ key: recordKey, choice: alternativeId.nullable() }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, choice }, { by }) => {
    const found = findLive(reads, 'decision', key);
    if (!found.ok) return found;
    const { alternatives, votes = {} } = found.value.body;
    if (choice !== null && memberOf(alternatives, choice) === undefined)
      return err({ type: 'InputInvalid', fields: ['choice'] });
    const { [by]: _mine, ...others } = votes;
    return ok(edited(found.value, { body: { votes: choice === null ? others : { ...others, [by]: choice } } }));
  },
});

/** As much of an id as its own part has; both together fit into one id. */
const [OF_DECISION, OF_PLACE] = [42, 36];

/** Beside its decision, and the same for every device. */
export const alternativeKey = (decision: RecordKey, place: string): RecordKey =>
  keyOf(
    spaceOfKey(decision),
    `alternative_${uuidOf(idOfKey(decision)).slice(0, OF_DECISION)}_${place.slice(-OF_PLACE)}`,
  );

const { photos, cost, days, pros, cons, links } = alternativeBody.shape;

/** Adds an alternative, or says more of one; what is not said stays. */
export const decisionOffer = defineCommand({
  name: 'decision.offer',
  input: z.object({
    key: recordKey,
    /** Absent, it is a new one. */
    place: alternativeId.optional(),
    name: namedAlternative.shape.name.optional(),
    set: z.strictObject({ photos, cost, days, pros, cons, links }).partial().optional(),
  }),
  needs: ({ key, place }) => [{ key }, ...(place === undefined ? [] : [{ key: alternativeKey(key, place) }])],
  plan: (reads, { key, place: said, name, set = {} }, { newId }) => {
    const found = findLive(reads, 'decision', key);
    if (!found.ok) return found;
    const { alternatives } = found.value.body;
    const place = said ?? uuidOf(newId('alternative'));
    const standing = memberOf(alternatives, place);
    if (said === undefined ? name === undefined : standing === undefined)
      return err({ type: 'InputInvalid', fields: [said === undefined ? 'name' : 'place'] });
    const renamed =
      name === undefined
        ? []
        : edited(found.value, { body: { alternatives: { ...alternatives, [place]: { ...standing, name } } } });
    if (Object.keys(set).length === 0) return ok(renamed);
    const of = alternativeKey(key, place);
    const before = recordAs('alternative', reads.get(of));
    const { space, journey } = found.value;
    const body: BodyOf<'alternative'> = {
      place,
      photos: set.photos ?? [],
      cost: set.cost ?? null,
      days: set.days ?? null,
      pros: set.pros ?? '',
      cons: set.cons ?? '',
      links: set.links ?? [],
    };
    return ok([
      ...renamed,
      ...(before === null
        ? [made({ space, id: idOfKey(of), type: 'alternative', journey, parent: key, body })]
        : edited(before, { body: set, trashedAt: 0 })),
    ]);
  },
});

/** Takes an alternative out, unless it is what was decided for. What was said of it stays in the history. */
export const decisionDrop = defineCommand({
  name: 'decision.drop',
  input: z.object({ key: recordKey, place: alternativeId }),
  needs: ({ key, place }) => [{ key }, { key: alternativeKey(key, place) }],
  plan: (reads, { key, place }, { at }) => {
    const found = findLive(reads, 'decision', key);
    if (!found.ok) return found;
    const { alternatives, decided: stands } = found.value.body;
    if (memberOf(alternatives, place) === undefined || stands?.choice === place)
      return err({ type: 'InputInvalid', fields: ['place'] });
    const { [place]: _dropped, ...rest } = alternatives;
    const details = recordAs('alternative', reads.get(alternativeKey(key, place)));
    return ok([
      ...edited(found.value, { body: { alternatives: rest } }),
      ...(details === null || details.trashedAt !== 0 ? [] : edited(details, { trashedAt: at })),
    ]);
  },
});
