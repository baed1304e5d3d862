// What was found: kept, marked, and looked at again. One finding for one page, and prices that are added and never overwritten.
import { z } from 'zod';
import { idOfKey, keyOf, recordKey, spaceOfKey, uuidOf, type RecordId, type RecordKey } from '../kernel/ids.ts';
import { err, ok } from '../kernel/result.ts';
import { recordAs, type RecordOf } from '../records/registry.ts';
import { findingBody, seenPrice, webpageBody, type SeenPrice } from '../records/research.ts';
import { currentPrice, priceHistory, samePrice } from '../research/price.ts';
import { isWanted } from '../research/progress.ts';
import { siteOf } from '../research/site.ts';
import { journeyOfSpace, privateSpace } from '../spaces/space.ts';
import { murmur3 } from '../sync/checksum.ts';
import { edited, findLive, made, madeOrEdited } from './changes.ts';
import { defineCommand, type Change, type Need, type Reads } from './command.ts';
import { defineEdit } from './edit.ts';
import { journeyId } from './journey.ts';

const fields = findingBody.shape;

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

/** What a person made of a finding: it is handed back when the finding is saved again after its record was refused. */
const own = findingBody
  .pick({ state: true, tags: true, notes: true, prices: true, contact: true, contactedOn: true, answeredOn: true })
  .strip();

/** One that went to the trash comes back; one that stands is left as it is. */
export const findingSave = defineCommand({
  name: 'finding.save',
  input: z.object({
    journey: journeyId,
    url: fields.url,
    title: fields.title,
    site: fields.site,
    snippet: fields.snippet,
    kind: fields.kind,
    question: fields.question.optional(),
    step: fields.step.optional(),
    own: own.optional(),
  }),
  needs: ({ journey, url, own: was }) => [
    { key: findingKey(journey, url) },
    ...(was === undefined ? [] : besideFinding(findingKey(journey, url))),
  ],
  plan: (reads, { journey, question = null, step = null, own: was, ...input }, { by }) => {
    const decides = was === undefined ? [] : decidedBy(reads, { question, state: was.state });
    const key = findingKey(journey, input.url);
    const standing = recordAs('finding', reads.get(key));
    if (standing !== null) {
      return standing.trashedAt === 0
        ? err({ type: 'AlreadyThere', detail: key })
        : ok([
            ...edited(standing, {
              body: { question, step, kind: input.kind, page: 'wanted', askedBy: by, ...was },
              trashedAt: 0,
            }),
            ...decides,
          ]);
    }
    const body = { ...input, question, step, state: 'idea', tags: [], notes: '', prices: {}, page: 'wanted' } as const;
    return ok([
      made({
        space: spaceOfKey(key),
        id: idOfKey(key),
        type: 'finding',
        journey,
        parent: '',
        body: { ...body, tags: [], askedBy: by, checkedAt: null, ...was },
      }),
      ...decides,
    ]);
  },
});

export const findingEdit = defineEdit({
  name: 'finding.edit',
  type: 'finding',
  fields: {
    title: fields.title,
    site: fields.site,
    kind: fields.kind,
    question: fields.question,
    step: fields.step,
    tags: fields.tags,
    notes: fields.notes,
    contact: fields.contact.unwrap(),
    contactedOn: fields.contactedOn.unwrap(),
    answeredOn: fields.answeredOn.unwrap(),
    /** All of them; one by one they are added by `finding.price`. */
    prices: fields.prices,
  },
});

/** What marking it touches: its question, and what else answers that. */
export const besideFinding = (key: RecordKey): readonly Need[] => {
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
  input: z.object({ key: recordKey, state: fields.state }),
  needs: ({ key }) => [{ key }, ...besideFinding(key)],
  plan: (reads, { key, state }) => {
    const finding = findLive(reads, 'finding', key);
    return finding.ok ? ok(marked(reads, finding.value, { state })) : finding;
  },
});

/** What follows for the question that it answers when it is one that was chosen. */
const decidedBy = (
  reads: Reads,
  { question, state }: Pick<RecordOf<'finding'>['body'], 'question' | 'state'>,
): readonly Change[] => {
  const asked = reads.list('question').find(({ key }) => key === question);
  return asked !== undefined && asked.trashedAt === 0 && isWanted(state)
    ? edited(asked, { body: { state: 'decided' } })
    : [];
};

/** The finding in another state, and what follows from that for its question. */
export const marked = (
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
    contact: fields.contact,
    site: fields.site.optional(),
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
