// One's own name card that comes back without one's keys, from a server that was brought it by somebody else, says them again.
import { afterEach, expect, test } from 'vitest';
import { keyOf } from '../../../domain/kernel/ids.ts';
import { keepOwnKey } from '../../../src-renderer/approvals/own-keys.ts';
import { handOutCards, keepCardsTrue } from '../../../src-renderer/sync/access/name-cards.ts';
import { closeTestStores, openTestStore } from '../../support/open-test-store.ts';
import { aSigner } from '../../support/signed-entries.ts';
import { eventually } from '../../support/sync-device.ts';

afterEach(closeTestStores);

test('a card of one’s own that comes without one’s key says it again at once, once for each that comes, and others’ cards are let be', async () => {
  const store = await openTestStore();
  const { me, home } = store;
  const { device } = aSigner(me, 'family');
  const granted = [{ space: home, epoch: 'e', role: 'owner' as const }];
  await store.settings.set('name', 'Anna');
  await keepOwnKey(store.settings, device);
  await handOutCards(store, granted);
  const card = async () => store.get(keyOf(home, me));
  const before = await card();
  if (before === null) throw new Error('no card');
  expect(before.body).toMatchObject({ keys: [device] });

  const said: string[] = [];
  store.onChanges((changes) => said.push(...changes.map(({ key }) => key)));
  const stop = keepCardsTrue(store, () => granted);
  const after = { ...before, stamp: store.mint(), body: { ...before.body, keys: [], heard: [device] } };
  const [other] = [aSigner('person_01890000-0000-7000-8000-00000000000b', 'family').person];
  const others = { ...after, key: keyOf(home, other), id: other };
  const rows = [
    { before, after, removed: false },
    { before: null, after: others, removed: false },
  ];
  expect(await store.commitRows(rows)).toMatchObject({ ok: true });
  await eventually('the key on the card', async () => {
    const { keys, heard } = (await card())?.body ?? {};
    return JSON.stringify([keys, heard]) === JSON.stringify([[device], [device]]) || undefined;
  });
  expect(said.filter((key) => key === others.key)).toHaveLength(1);
  expect(said.filter((key) => key === before.key)).toHaveLength(2);

  stop();
  const now = await card();
  if (now === null) throw new Error('no card');
  await store.commitRows([{ before: now, after: { ...after, stamp: store.mint() }, removed: false }]);
  await handOutCards(store, []);
  expect((await card())?.body).toMatchObject({ keys: [] });
});
