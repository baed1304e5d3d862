// One's own name cards: written one run after the other, again where the disk failed, and true again where they come back without what they say.
import { afterEach, expect, test, vi } from 'vitest';
import { keyOf } from '../../../domain/kernel/ids.ts';
import type { AnyRecord } from '../../../domain/records/envelope.ts';
import { keepOwnKey } from '../../../src-renderer/approvals/own-keys.ts';
import type { OpenStore } from '../../../src-renderer/data/open-store.ts';
import { createNameCards, type NameCards } from '../../../src-renderer/sync/access/name-cards.ts';
import { fullDisk, withDiskFault } from '../../support/failing-disk.ts';
import { closeTestStores, openTestStore } from '../../support/open-test-store.ts';
import { aSigner } from '../../support/signed-entries.ts';
import { createSyncDevice, eventually } from '../../support/sync-device.ts';

const begun: NameCards[] = [];
afterEach(async () => {
  for (const cards of begun.splice(0)) await cards.end();
  await closeTestStores();
});

interface Place {
  readonly store: OpenStore;
  readonly cards: NameCards;
  readonly device: string;
  readonly card: () => Promise<AnyRecord | null>;
}

const setUp = async (): Promise<Place> => {
  const store = await openTestStore();
  const { me, home } = store;
  const { device } = aSigner(me, 'family');
  await store.settings.set('name', 'Anna');
  await keepOwnKey(store.settings, device);
  const granted = () => [{ space: home, epoch: 'e', role: 'owner' as const }];
  const cards = createNameCards({ store, granted, random: () => 0 });
  begun.push(cards);
  cards.begin();
  return { store, cards, device, card: () => store.get(keyOf(home, me)) };
};

/** The card as another wrote it. */
const comes = async ({ store, card }: Place, change: (now: AnyRecord) => Partial<AnyRecord>): Promise<AnyRecord> => {
  const before = await card();
  if (before === null) throw new Error('no card');
  const after = { ...before, stamp: store.mint(), ...change(before) };
  expect(await store.commitRows([{ before, after, removed: false }])).toMatchObject({ ok: true });
  return after;
};

const saysKey = ({ card, device }: Place) =>
  eventually('the key on the card', async () => {
    const now = await card();
    return now?.trashedAt === 0 && JSON.stringify(now.body['keys']) === JSON.stringify([device]) ? now : undefined;
  });

test('a card of one’s own that comes without one’s key says it again at once, once for each that comes, and others’ cards are let be', async () => {
  const place = await setUp();
  const { store, cards, device } = place;
  await cards.handOut();
  const { key } = await saysKey(place);

  const said: string[] = [];
  store.onChanges((changes) => said.push(...changes.map((change) => change.key)));
  const after = await comes(place, ({ body }) => ({ body: { ...body, keys: [], heard: [device] } }));
  const [other] = [aSigner('person_01890000-0000-7000-8000-00000000000b', 'family').person];
  const others = { ...after, key: keyOf(store.home, other), id: other };
  expect(await store.commitRows([{ before: null, after: others, removed: false }])).toMatchObject({ ok: true });
  expect((await saysKey(place)).body).toMatchObject({ heard: [device] });
  expect(said.filter((each) => each === others.key)).toHaveLength(1);
  expect(said.filter((each) => each === key)).toHaveLength(2);
});

test('ended, it writes nothing more, whatever comes, whoever asks and whatever waited for its turn; begun again it does', async () => {
  const place = await setUp();
  const { cards } = place;
  await cards.handOut();
  await saysKey(place);
  const waits = cards.handOut();
  const ended = cards.end();
  await comes(place, ({ body }) => ({ body: { ...body, keys: [] } }));
  await Promise.all([waits, ended, cards.handOut()]);
  expect((await place.card())?.body).toMatchObject({ keys: [] });
  cards.begin();
  cards.begin();
  await comes(place, ({ body }) => ({ body: { ...body, keys: [] } }));
  await saysKey(place);
});

test('runs that are asked for at once go one after the other, so that the card is written once', async () => {
  const place = await setUp();
  const run = vi.spyOn(place.store, 'run');
  await Promise.all([place.cards.handOut(), place.cards.handOut(), place.cards.handOut()]);
  await saysKey(place);
  expect(run).toHaveBeenCalledTimes(1);
});

test('a card that the disk did not take, and one whose read failed, is tried again by itself', async () => {
  const place = await setUp();
  await withDiskFault(fullDisk(0), () => place.cards.handOut());
  expect(await place.card()).toBeNull();
  await saysKey(place);

  await place.cards.end();
  await comes(place, ({ body }) => ({ body: { ...body, keys: [] } }));
  place.cards.begin();
  vi.spyOn(place.store, 'get').mockRejectedValueOnce(new DOMException('the disk is gone', 'UnknownError'));
  await place.cards.handOut();
  expect((await place.card())?.body).toMatchObject({ keys: [] });
  await saysKey(place);
});

test('a key that is known only after the cards were handed out goes on them at once', async () => {
  const place = await setUp();
  await place.cards.handOut();
  const { device: later } = aSigner(place.store.me, 'family');
  await keepOwnKey(place.store.settings, later);
  const keys = await eventually('both keys on the card', async () => {
    const said = (await place.card())?.body['keys'];
    return Array.isArray(said) && said.length > 1 ? said : undefined;
  });
  expect(new Set(keys)).toEqual(new Set([place.device, later]));
});

test('a card in the trash comes out of there; no deed puts it there, its own undo neither', async () => {
  const place = await setUp();
  const { store, cards } = place;
  await cards.handOut();
  const { key } = await saysKey(place);
  const events = (await store.find({ type: 'event' })).map((event) => event.key);
  expect(events).toHaveLength(1);
  expect(await store.run('deed.undo', { events, records: [key] })).toMatchObject({ error: { type: 'NothingToUndo' } });
  expect(await store.run('record.trash', { key })).toMatchObject({ error: { type: 'NotAllowed' } });
  expect((await place.card())?.trashedAt).toBe(0);

  await comes(place, () => ({ trashedAt: 5 }));
  await saysKey(place);

  await cards.end();
  await comes(place, () => ({ trashedAt: 5 }));
  cards.begin();
  await cards.handOut();
  expect((await place.card())?.trashedAt).toBe(0);
});

test('a sync client keeps cards true while it is signed in, and no longer once it was stopped', async () => {
  const device = await createSyncDevice({ url: () => 'http://127.0.0.1:1' });
  const { store, client } = device;
  const { home, me } = store;
  device.cut();
  await store.settings.set('name', 'Anna');
  await keepOwnKey(store.settings, aSigner(me, 'family').device);
  await client.access.add({ space: home, epoch: 'e', role: 'owner' });
  const bare = async () => {
    expect(
      await store.run('person.set', { space: home, id: me, name: crypto.randomUUID(), role: 'owner' }),
    ).toMatchObject({ ok: true });
  };
  const keys = async () => (await store.get(keyOf(home, me)))?.body['keys'];
  await bare();
  expect(await keys()).toBeUndefined();

  client.signedIn();
  await bare();
  await eventually('the key on the card', async () => ((await keys()) === undefined ? undefined : true));

  await device.stop();
  const now = await store.get(keyOf(home, me));
  if (now === null) throw new Error('no card');
  const run = vi.spyOn(store, 'run');
  await store.commitRows([
    { before: now, after: { ...now, stamp: store.mint(), body: { ...now.body, keys: [] } }, removed: false },
  ]);
  // Time in which a client that still listened would have written.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([await keys(), run.mock.calls]).toEqual([[], []]);
});
