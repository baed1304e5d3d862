// Asking, saving what was found, what it costs and what becomes of it. Private to the family: nobody else is told what they look at.
import { z } from 'zod';
import { idOfKey, keyOf, recordKey, spaceOfKey, uuidOf, type RecordId, type RecordKey } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { recordAs, type RecordOf } from '../records/registry.ts';
import { findingBody, questionBody, seenPrice, webpageBody, type SeenPrice } from '../records/research.ts';
import { currentPrice, priceHistory, samePrice } from '../research/price.ts';
import { isWanted } from '../research/progress.ts';
import { siteOf } from '../research/site.ts';
import { journeyOfSpace, privateSpace } from '../spaces/space.ts';
import { murmur3 } from '../sync/checksum.ts';
import { edited, findLive, made, madeOrEdited } from './changes.ts';
import { defineCommand, type Change, type CommandFailure, type Need, type Reads } from './command.ts';
import { costFields } from './cost.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';
import { familyOf, outcomeKey, outcomeOnce } from './offer.ts';

const asked = questionBody.shape;
const found = findingBody.shape;

/** `search` has a provider asked as soon as there is one and a network. */
export const questionAsk = defineCommand({
  name: 'question.ask',
  input: z.object({
    journey: journeyId,
    text: asked.text,
    kind: asked.kind,
    step: asked.step.optional(),
    search: z.boolean(),
  }),
  needs: () => [],
  plan: (_reads, { journey, text, kind, step = null, search }, { newId, by }) =>
    ok([
      made({
        space: privateSpace(journey),
        id: newId('question'),
        type: 'question',
        journey,
        parent: '',
        body: {
          text,
          kind,
          step,
          state: 'open',
          search: search ? 'wanted' : 'none',
          askedBy: by,
          results: [],
          provider: '',
          answeredAt: null,
        },
      }),
    ]),
});

export const questionEdit = defineEdit({
  name: 'question.edit',
  type: 'question',
  fields: { text: asked.text, kind: asked.kind, step: asked.step, state: asked.state },
});

/** Has it asked (again), or takes the wish back. What was answered before stays until there is something else. */
export const questionSearch = defineCommand({
  name: 'question.search',
  input: z.object({ key: recordKey, wanted: z.boolean() }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, wanted }, { by }) => {
    const question = findLive(reads, 'question', key);
    if (!question.ok) return question;
    const { answeredAt } = question.value.body;
    const search = wanted ? 'wanted' : answeredAt === null ? 'none' : 'answered';
    return ok(edited(question.value, { body: wanted ? { search, askedBy: by } : { search } }));
  },
});

export const questionAnswer = defineCommand({
  name: 'question.answer',
  input: z.object({ key: recordKey, provider: asked.provider, results: asked.results }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, provider, results }, { at }) => {
    const question = findLive(reads, 'question', key);
    return question.ok
      ? ok(edited(question.value, { body: { search: 'answered', provider, results, answeredAt: at } }))
      : question;
  },
});

const HIGH_SEED = 0x51f1_5e0d;
const LOW_SEED = 0x2a2a_47c9;
const hex = (half: number): string => half.toString(16).padStart(8, '0');

/** The same on every device, so that what two people save at once is one finding. */
export const findingKey = (journey: RecordId, url: string): RecordKey =>
  keyOf(
    privateSpace(journey),
    `finding_${uuidOf(journey)}_${hex(murmur3(url, HIGH_SEED))}${hex(murmur3(url, LOW_SEED))}`,
  );

export const webpageKey = (finding: RecordKey): RecordKey =>
  keyOf(spaceOfKey(finding), `webpage_${uuidOf(idOfKey(finding))}`);

/** One that went to the trash comes back; one that stands is left as it is. */
export const findingSave = defineCommand({
  name: 'finding.save',
  input: z.object({
    journey: journeyId,
    url: found.url,
    title: found.title,
    site: found.site,
    snippet: found.snippet,
    kind: found.kind,
    question: found.question.optional(),
    step: found.step.optional(),
  }),
  needs: ({ journey, url }) => [{ key: findingKey(journey, url) }],
  plan: (reads, { journey, question = null, step = null, ...input }, { by }) => {
    const key = findingKey(journey, input.url);
    const standing = recordAs('finding', reads.get(key));
    if (standing !== null) {
      return standing.trashedAt === 0
        ? err({ type: 'AlreadyThere', detail: key })
        : ok(
            edited(standing, { body: { question, step, kind: input.kind, page: 'wanted', askedBy: by }, trashedAt: 0 }),
          );
    }
    const body = { ...input, question, step, state: 'idea', tags: [], notes: '', prices: {}, page: 'wanted' } as const;
    return ok([
      made({
        space: spaceOfKey(key),
        id: idOfKey(key),
        type: 'finding',
        journey,
        parent: '',
        body: { ...body, tags: [], askedBy: by, checkedAt: null },
      }),
    ]);
  },
});

export const findingEdit = defineEdit({
  name: 'finding.edit',
  type: 'finding',
  fields: {
    title: found.title,
    site: found.site,
    kind: found.kind,
    question: found.question,
    step: found.step,
    tags: found.tags,
    notes: found.notes,
    contact: found.contact.unwrap(),
    contactedOn: found.contactedOn.unwrap(),
    answeredOn: found.answeredOn.unwrap(),
  },
});

const besideFinding = (key: RecordKey): readonly Need[] => {
  const journey = journeyOfSpace(spaceOfKey(key));
  return journey === null
    ? []
    : [
        { type: 'finding', journey },
        { type: 'question', journey },
      ];
};

/** Choosing one decides its question; when nothing is chosen any more the question is open again. */
export const findingMark = defineCommand({
  name: 'finding.mark',
  input: z.object({ key: recordKey, state: found.state }),
  needs: ({ key }) => [{ key }, ...besideFinding(key)],
  plan: (reads, { key, state }) => {
    const finding = findLive(reads, 'finding', key);
    return finding.ok ? ok(marked(reads, finding.value, { state })) : finding;
  },
});

const marked = (
  reads: Reads,
  finding: RecordOf<'finding'>,
  body: { readonly state: RecordOf<'finding'>['body']['state']; readonly made?: RecordKey },
): readonly Change[] => {
  const { state } = body;
  const changes = edited(finding, { body });
  const question = reads.list('question').find(({ key }) => key === finding.body.question);
  if (question === undefined || question.trashedAt !== 0) return changes;
  if (isWanted(state)) return [...changes, ...edited(question, { body: { state: 'decided' } })];
  const others = reads
    .list('finding')
    .some(
      (other) =>
        other.key !== finding.key &&
        other.trashedAt === 0 &&
        other.body.question === question.key &&
        isWanted(other.body.state),
    );
  const reopens = isWanted(finding.body.state) && !others && question.body.state === 'decided';
  return reopens ? [...changes, ...edited(question, { body: { state: 'open' } })] : changes;
};

/** So many prices are kept: once a week for two years. */
const MOST_PRICES = 100;

const withPrice = (
  finding: RecordOf<'finding'>,
  at: number,
  price: SeenPrice | null,
): RecordOf<'finding'>['body']['prices'] => {
  const { prices } = finding.body;
  const last = currentPrice(prices);
  if (price === null || (last !== null && samePrice(last, price))) return prices;
  const history = priceHistory({ ...prices, [String(at)]: price }).slice(-MOST_PRICES);
  return Object.fromEntries(history.map(({ at: seen, ...rest }) => [String(seen), rest]));
};

/** What a look at its page brought. A page that gave no text leaves the text that was kept before. */
export const findingLook = defineCommand({
  name: 'finding.look',
  input: z.object({
    key: recordKey,
    price: seenPrice.nullable(),
    contact: found.contact,
    site: found.site.optional(),
    page: webpageBody.omit({ takenAt: true }).nullable(),
  }),
  needs: ({ key }) => [{ key }, { key: webpageKey(key) }],
  plan: (reads, { key, price, contact, site = '', page }, { at }) => {
    const finding = findLive(reads, 'finding', key);
    if (!finding.ok) return finding;
    const kept = recordAs('webpage', reads.get(webpageKey(key)));
    const looked = edited(finding.value, {
      body: {
        prices: withPrice(finding.value, at, price),
        checkedAt: at,
        page: page === null && kept === null ? 'none' : 'kept',
        // What a person wrote there stands over what the page says.
        contact: finding.value.body.contact === undefined ? contact : undefined,
        site: site !== '' && isByAddress(finding.value.body.site, finding.value) ? site : undefined,
        title:
          page !== null && page.title !== '' && isByAddress(finding.value.body.title, finding.value)
            ? page.title
            : undefined,
      },
    });
    if (page === null) return ok(looked);
    const draft = {
      space: finding.value.space,
      id: idOfKey(webpageKey(key)),
      type: 'webpage',
      journey: finding.value.journey,
      parent: key,
      body: { ...page, takenAt: at },
    } as const;
    return ok([...looked, ...madeOrEdited(reads, draft)]);
  },
});

/** Nobody gave it a name yet: it is called by its address. */
const isByAddress = (name: string, { body }: RecordOf<'finding'>): boolean =>
  name === body.url || name === siteOf(body.url) || name === '';

/** Has its page looked at (again) when there is a network. */
export const findingWant = defineCommand({
  name: 'finding.want',
  input: z.object({ key: recordKey }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key }, { by }) => {
    const finding = findLive(reads, 'finding', key);
    return finding.ok ? ok(edited(finding.value, { body: { page: 'wanted', askedBy: by } })) : finding;
  },
});

/** A price that a person was told, or puts right. */
export const findingPrice = defineCommand({
  name: 'finding.price',
  input: z.object({ key: recordKey, price: seenPrice.omit({ from: true }) }),
  needs: ({ key }) => [{ key }],
  plan: (reads, { key, price }, { at }) => {
    const finding = findLive(reads, 'finding', key);
    if (!finding.ok) return finding;
    return ok(edited(finding.value, { body: { prices: withPrice(finding.value, at, { ...price, from: 'person' }) } }));
  },
});

const { receipt: _none, ...costOf } = costFields;

/** One cost, however often and by however many it is confirmed; the finding is chosen, or bought where it is paid. */
export const findingCost = defineCommand({
  name: 'finding.cost',
  input: z.object({ key: recordKey, cost: z.object(costOf) }),
  needs: ({ key }) => [{ key }, { key: outcomeKey(key, 'cost', familyOf(key)) }, ...besideFinding(key)],
  plan: (reads, { key, cost }): Result<readonly Change[], CommandFailure> => {
    const finding = findLive(reads, 'finding', key);
    if (!finding.ok) return finding;
    const space = familyOf(key);
    const costKey = outcomeKey(key, 'cost', space);
    const outcome = outcomeOnce(reads, {
      space,
      id: idOfKey(costKey),
      type: 'cost',
      journey: finding.value.journey,
      parent: '',
      body: { ...cost, receipt: null },
    });
    if (!outcome.ok) return outcome;
    const state = cost.state === 'paid' ? 'bought' : 'chosen';
    return ok([...outcome.value, ...marked(reads, finding.value, { state, made: costKey })]);
  },
});
