// Every kind of record and every way out of it, in a contractor's session: of the family's and of another contractor's nothing arrives.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarEntries, type CalendarSource } from '../../../domain/journey/calendar-entries.ts';
import { calendarFile } from '../../../domain/journey/calendar-file.ts';
import { isToldAloud, newsOf } from '../../../domain/news/news.ts';
import { definitionByType, isRecordType, type RecordType } from '../../../domain/records/registry.ts';
import type { WireRecord } from '../../../domain/records/envelope.ts';
import { journeyOfSpace, partySpace, privateSpace, spaceKind } from '../../../domain/spaces/space.ts';
import { acceptReply } from '../../../protocol/account/invite.ts';
import { CALENDAR_PATHS, calendarReply } from '../../../protocol/calendar/calendar.ts';
import { helloReply } from '../../../protocol/sync/hello.ts';
import type { Bridge, SearchDoc } from '../../../protocol/ipc/channels.ts';
import { startSearchFeed } from '../../../src-renderer/data/search-feed.ts';
import { gatherJourneyFile } from '../../../src-renderer/features/report/gather-file.ts';
import { gatherReport } from '../../../src-renderer/features/report/gather.ts';
import { aBody } from '../../support/a-body.ts';
import { closeTestStores } from '../../support/open-test-store.ts';
import { aSigner, entryBy } from '../../support/signed-entries.ts';
import { createSyncDevice, eventually, type SyncDevice } from '../../support/sync-device.ts';
import { newRecord } from '../server/records.ts';
import {
  addContractor,
  invite,
  newHousehold,
  newPerson,
  openWorld,
  type Contractor,
  type Device,
  type Household,
  type World,
} from '../server/server-world.ts';

/** Stands in everything that is not for Miller. */
const SECRET = 'not-for-miller';
/** Stands in what is. */
const OWN = 'for-miller';
const DAY = '2026-06-02';
/** Of these Miller has one each. */
const THEIRS = ['task', 'cost', 'comment', 'quote'] as const;
const ANYONE = newPerson();
const TYPES = Object.keys(definitionByType).filter(isRecordType);

/** Every kind of record that may lie in a space of this kind. */
const livingIn = (space: string): readonly RecordType[] => {
  const kind = spaceKind(space);
  return TYPES.filter((type) => definitionByType[type].spaces.some((each) => each === kind));
};

/** What names Miller, as what is told aloud would. */
const aimedIf = (type: string): object =>
  type === 'task'
    ? { assignee: miller.store.me, due: DAY }
    : type === 'comment'
      ? { mentions: [miller.store.me] }
      : type === 'decision'
        ? { agree: [miller.store.me], decided: null }
        : {};

/** One of a type where Miller reads nothing, with the word in it. An entry that is agreed on is signed, as the server asks. */
const foreignOne = (by: Device, space: string, type: RecordType): WireRecord => {
  if (type !== 'approval')
    return newRecord(by, space, type, {
      // A card is one's own.
      ...(type === 'person' ? { id: by.person } : {}),
      body: { ...aBody(type, { word: SECRET, space, person: by.person }), ...aimedIf(type) },
    });
  const about = `${space}|change_1`;
  const journey = journeyOfSpace(space) ?? '';
  const said = { verdict: 'propose', heads: [], reason: SECRET, at: world.now(), stamp: by.mint() } as const;
  const entry = entryBy(aSigner(by.person, 'family'), { ...said, about, space, journey });
  return { ...entry, body: { ...entry.body }, _deleted: false };
};

let world: World;
let house: Household;
let rival: Contractor;
let miller: SyncDevice;
let party: string;
/** Spaces that Miller must know nothing of. */
let foreign: readonly string[];

beforeAll(async () => {
  world = await openWorld();
  house = await newHousehold(world);
  const { owner, shared, journey, home, hidden } = house;
  await owner.put(newRecord(owner, shared, 'journey', { id: journey }));
  rival = await addContractor(world, house, 'rita');
  const neighbours = await newHousehold(world, 'nora');
  foreign = [hidden, home, rival.partySpace, neighbours.shared, neighbours.hidden, neighbours.home];

  miller = await createSyncDevice(world);
  await miller.signUp('miller');
  await miller.reach('live');
  party = newPerson().replace('person', 'party');
  const code = await invite(owner, { into: 'journey', role: 'contractor', journey, party });
  const answer = await world.ask(`/invites/${code}/accept`, {
    method: 'POST',
    token: miller.token(),
    body: { person: miller.store.me },
  });
  acceptReply.parse(answer.body);
  await eventually('the party space', async () =>
    miller.client.access.holds(partySpace(journey, party)) ? true : undefined,
  );

  // The same of every type where Miller reads nothing; what names Miller among it.
  for (const space of foreign) {
    const by =
      space.includes(neighbours.journey.slice('journey_'.length)) || space === neighbours.home
        ? neighbours.owner
        : owner;
    for (const type of livingIn(space)) {
      const record = foreignOne(by, space, type);
      const verdict = await by.put(record);
      if (verdict.kind !== 'accepted') throw new Error(`${type} in ${space}: ${JSON.stringify(verdict)}`);
    }
  }
  const space = partySpace(journey, party);
  for (const type of THEIRS) {
    await owner.put(
      newRecord(owner, space, type, {
        body: { ...aBody(type, { word: OWN, space, person: owner.person }), ...aimedIf(type), doneAt: null },
      }),
    );
  }
  await eventually('what is for them', async () => {
    const mine = await miller.store.inSpace(space);
    return THEIRS.every((type) => mine.some((record) => record.type === type)) ? true : undefined;
  });
}, 120_000);
afterAll(async () => {
  await miller.stop();
  await closeTestStores();
  await world.end();
});

/** All that the device holds, in the trash or not, whatever its type. */
const held = async (): Promise<string> => {
  const found = await Promise.all(TYPES.map((type: RecordType) => miller.store.find({ type, trash: 'with' })));
  return JSON.stringify(found);
};

describe('of what a contractor may not read', () => {
  test('their device holds no record of any type, and all that is theirs', async () => {
    for (const space of foreign) expect(await miller.store.inSpace(space)).toEqual([]);
    const all = await held();
    expect(all).toContain(OWN);
    expect(all).not.toContain(SECRET);
    for (const space of foreign) expect(all).not.toContain(space);
  });

  test('the server sends none, asked from the beginning, by a cursor that was made up, or for a space by its name', async () => {
    const token = miller.token();
    const ask = async (body: object): Promise<string> =>
      (await world.ask('/sync/pull', { method: 'POST', token, body })).text;
    const { store } = helloReply.parse((await world.ask('/sync/hello', { token })).body);
    const all = await ask({ store, cursors: {}, limit: 500 });
    expect(all).toContain(OWN);
    expect(all).not.toContain(SECRET);
    for (const space of foreign) {
      expect(all).not.toContain(space);
      const forged = await ask({ store, cursors: { [`${space}@${randomUUID().slice(0, 8)}`]: '0' }, limit: 500 });
      expect(forged).not.toContain(SECRET);
      const sums = { store, spaces: [space], cursors: { [`${space}@${randomUUID().slice(0, 8)}`]: '0' } };
      const summed = await world.ask('/sync/checksum', { method: 'POST', token, body: sums });
      expect(summed.text).not.toContain('"hash"');
      const file = await world.ask(`/blobs/${space}/${'a'.repeat(64)}/0`, { token });
      expect(file.status).toBeGreaterThanOrEqual(403);
    }
  });

  test('their calendar address names no day of it', async () => {
    const token = miller.token();
    const body = { journey: house.journey, person: miller.store.me };
    const made = await world.ask(CALENDAR_PATHS.links, { method: 'POST', token, body });
    const days = await world.ask(calendarReply.parse(made.body).path);
    expect(days.text).toContain(OWN);
    expect(days.text).not.toContain(SECRET);
  });

  test('none can be written or touched by them, whatever its type', async () => {
    const writer = { person: miller.store.me, mint: house.owner.mint };
    const { store } = helloReply.parse((await world.ask('/sync/hello', { token: miller.token() })).body);
    for (const space of foreign) {
      const rows = TYPES.map((type) => ({
        assumed: null,
        mine: newRecord(writer, space, type, { body: aBody(type, { word: 'x', space, person: miller.store.me }) }),
      }));
      const answer = await world.ask('/sync/push', { method: 'POST', token: miller.token(), body: { store, rows } });
      expect(answer.text).not.toContain(SECRET);
      expect(answer.text).not.toContain('"accepted"');
    }
  });

  test('the search index gets no word, the report, the calendar and the notifications none either', async () => {
    const docs = new Map<string, SearchDoc>();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- answers what the feed asks, no more
    const index = (async (channel: string, args: { docs?: readonly SearchDoc[] }) => {
      for (const doc of args.docs ?? []) docs.set(doc.key, doc);
      return { ok: true, value: channel === 'search.count' ? docs.size : null };
    }) as Bridge['ask'];
    const feed = startSearchFeed(miller.store, index);
    await eventually('the index to be filled', async () => (docs.size >= 3 ? true : undefined));
    feed.stop();

    const { store } = miller;
    const of = { journey: house.journey };
    const [journey] = await store.find({ type: 'journey' });
    if (journey === undefined) throw new Error('no journey');
    const report = await gatherReport(store, journey, { today: DAY, nameOf: (person) => person });
    expect(JSON.stringify(report.report.quotes)).toContain(OWN);
    const source: CalendarSource = {
      step: await store.find({ type: 'step', ...of }),
      task: await store.find({ type: 'task', ...of }),
      quote: await store.find({ type: 'quote', ...of }),
      cost: await store.find({ type: 'cost', ...of }),
      payment: await store.find({ type: 'payment', ...of }),
      decision: await store.find({ type: 'decision', ...of }),
      selection: await store.find({ type: 'selection', ...of }),
    };
    const entries = calendarEntries(source, { today: DAY, startDate: null });
    const news = newsOf({
      me: store.me,
      isFamily: false,
      tasks: source.task,
      comments: await store.find({ type: 'comment', ...of }),
      messages: await store.find({ type: 'message', ...of }),
      logs: await store.find({ type: 'log', ...of }),
      decisions: await store.find({ type: 'decision', ...of }),
      proposed: (await store.find({ type: 'change', ...of })).map((change) => ({
        change,
        content: '',
        by: ANYONE,
        at: 1,
      })),
    });
    const aloud = news.filter((one) => isToldAloud(one) && !one.isOwn);
    expect(aloud.map(({ kind }) => kind).toSorted()).toEqual(['assigned', 'mentioned']);
    const file = await gatherJourneyFile(store, journey.id, world.now());
    expect(THEIRS.filter((each) => !file.records.some(({ type }) => type === each))).toEqual([]);
    for (const out of [[...docs.values()], report.report, file, calendarFile('Kitchen', entries), aloud]) {
      expect(JSON.stringify(out)).toContain(OWN);
      expect(JSON.stringify(out)).not.toContain(SECRET);
    }
  });

  test('and what the family does there later does not come either', async () => {
    const { owner, shared, hidden } = house;
    for (const space of [hidden, rival.partySpace])
      for (const type of livingIn(space)) await owner.put(foreignOne(owner, space, type));
    const last = newRecord(owner, shared, 'comment', { body: { text: 'That is all' } });
    await owner.put(last);
    await eventually('the last word', async () => (await miller.store.get(last.key)) ?? undefined);
    expect(await held()).not.toContain(SECRET);
    expect(await miller.store.inSpace(privateSpace(house.journey))).toEqual([]);
  });
});
