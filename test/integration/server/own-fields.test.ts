// Names around a record that begin with an underscore: every database has its own, and no device's may reach another's.
import { expect, test } from 'vitest';
import { edited, newRecord } from './records.ts';
import { addContractor, newHousehold, openWorld } from './server-world.ts';

test('[HS8] what a device pushes of a database’s own fields around a record is not kept and reaches nobody', async () => {
  const world = await openWorld();
  const house = await newHousehold(world);
  const { owner } = house;
  const { device: carl } = await addContractor(world, house);
  const step = newRecord(owner, house.shared, 'step');
  await owner.put(step);
  const moved = edited(carl, step, { state: 'doing', startedAt: 5 });
  const smuggled = { _rev: '9-x', _meta: { lwt: 1 }, _attachments: { a: { data: 'eA==' } }, _note: 'of nobody’s' };
  expect(await carl.put({ ...moved, ...smuggled }, step.stamp)).toEqual({ kind: 'accepted' });
  expect((await owner.pullAll()).records.find(({ key }) => key === step.key)).toEqual(moved);
  await world.end();
});
