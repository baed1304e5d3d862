// Calendar addresses: what they open, for whom, and that they end with the access they were made under.
import { sync as ics } from 'node-ical';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { calendarReply, calendarsReply } from '../../../protocol/calendar/calendar.ts';
import { edited, newRecord } from './records.ts';
import {
  accept,
  addContractor,
  addFamily,
  addViewer,
  failureOf,
  invite,
  newHousehold,
  openWorld,
  signUp,
  type Answer,
  type Contractor,
  type Device,
  type Household,
  type World,
} from './server-world.ts';

const DUE = '2030-05-04';
/** Half an hour before midnight in London. */
const LATE = Date.UTC(2030, 0, 10, 23, 30);

describe('calendar addresses', () => {
  let world: World;
  let house: Household;
  let carl: Contractor;
  beforeAll(async () => {
    world = await openWorld();
    house = await newHousehold(world);
    carl = await addContractor(world, house);
    const other = await addContractor(world, house, 'dora');
    const { owner, journey, shared, hidden } = house;
    const task = (title: string, due: string | null = DUE) => ({ title, assignee: null, due, doneAt: null });
    await owner.put(newRecord(owner, shared, 'journey', { id: journey }));
    await owner.put(
      newRecord(owner, shared, 'step', { body: { ...newRecord(owner, shared, 'step').body, startDate: DUE } }),
    );
    await owner.put(newRecord(owner, shared, 'task', { body: task('For all') }));
    await owner.put(newRecord(owner, hidden, 'task', { body: task('For the family') }));
    await owner.put(newRecord(owner, carl.partySpace, 'task', { body: task('For Carl') }));
    await owner.put(newRecord(owner, other.partySpace, 'task', { body: task('For Dora') }));
    await owner.put(newRecord(owner, shared, 'task', { body: task('Some day', null) }));
  });
  afterAll(() => world.end());

  const make = (device: Device, person = device.person, { journey } = house): Promise<Answer> =>
    device.ask('/calendar/links', { method: 'POST', body: { journey, person } });
  /** An address made in a time zone. */
  const addressIn = async (zone: string): Promise<string> => {
    const { owner, journey } = house;
    const body = { journey, person: owner.person, zone };
    return calendarReply.parse((await owner.ask('/calendar/links', { method: 'POST', body })).body).path;
  };
  const end = (device: Device, person = device.person): Promise<Answer> =>
    device.ask('/calendar/links/end', { method: 'POST', body: { journey: house.journey, person } });
  const address = async (device: Device, person = device.person): Promise<string> => {
    const answer = await make(device, person);
    if (answer.status !== 200) throw new Error(answer.text);
    return calendarReply.parse(answer.body).path;
  };
  const listed = async (device: Device): Promise<readonly string[]> => {
    const answer = await device.ask(`/calendar/links?journey=${house.journey}`);
    return calendarsReply.parse(answer.body).links.map(({ person }) => person);
  };
  /** As a calendar program does: without a session. */
  const look = (path: string): Promise<Answer> => world.ask(path);
  const titles = async (path: string): Promise<readonly string[]> => {
    const answer = await look(path);
    if (answer.status !== 200) throw new Error(answer.text);
    return Object.values(ics.parseICS(answer.text))
      .flatMap((each) => (each?.type === 'VEVENT' ? [z.string().parse(each.summary)] : []))
      .toSorted();
  };

  test('[CL1] opens what each role may read, and nothing else', async () => {
    const { owner } = house;
    const shared = ['Lay the tiles', 'Task: For all'];
    const own = ['Task: For Carl', 'Task: For Dora', 'Task: For the family'];
    expect(await titles(await address(owner))).toEqual([...shared, ...own].toSorted());
    const finn = await addFamily(world, house);
    expect(await titles(await address(finn))).toEqual(await titles(await address(owner)));
    expect(await titles(await address(carl.device))).toEqual([...shared, 'Task: For Carl'].toSorted());
    const vera = await addViewer(world, house);
    expect(await titles(await address(vera))).toEqual(shared);
    const text = (await look(await address(carl.device))).text;
    for (const word of ['Dora', 'family', 'Some day', '1 High Street']) expect(text).not.toContain(word);
  });

  test('[CL6] tells the days of the time zone it was made in, of UTC where that is unknown; each as a whole day', async () => {
    const { owner, shared, journey } = house;
    const { body } = newRecord(owner, shared, 'step');
    const done = { ...body, name: 'Late', state: 'done', startedAt: LATE, finishedAt: LATE };
    const step = newRecord(owner, shared, 'step', { body: done });
    await owner.put(step);
    const dayIn = async (zone: string): Promise<string | undefined> => {
      const { text } = await look(await addressIn(zone));
      return text
        .split('BEGIN:VEVENT')
        .find((event) => event.includes('Late'))
        ?.match(/DTSTART(.*)/)?.[1]
        ?.trim();
    };
    expect(await dayIn('UTC')).toBe(';VALUE=DATE:20300110');
    expect(await dayIn('Europe/Berlin')).toBe(';VALUE=DATE:20300111');
    expect(await dayIn('America/St_Johns')).toBe(';VALUE=DATE:20300110');
    expect(await dayIn('Pacific/Kiritimati')).toBe(';VALUE=DATE:20300111');
    expect(await dayIn('Moon/Crater')).toBe(';VALUE=DATE:20300110');
    expect(
      failureOf(
        await owner.ask('/calendar/links', { method: 'POST', body: { journey, person: owner.person, zone: 7 } }),
      ),
    ).toBe('Malformed');
    await owner.put(edited(owner, step, {}, { trashedAt: world.now() }), step.stamp);
  });

  test('[CL1] is of one journey only', async () => {
    const elsewhere = await newHousehold(world, 'otto');
    expect(failureOf(await make(elsewhere.owner))).toBe('NotAllowed');
    expect(failureOf(await make(await signUp(world, 'sam')))).toBe('NotAllowed');
    expect(failureOf(await make(house.owner, house.owner.person, { ...house, journey: 'journey_1' }))).toBe(
      'Malformed',
    );
  });

  test('[CL2] is told once; a new one ends the one before; no secret is stored or logged', async () => {
    const first = await address(carl.device);
    const second = await address(carl.device);
    expect(second).not.toBe(first);
    expect(failureOf(await look(first))).toBe('CalendarUnknown');
    expect(await titles(second)).toContain('Task: For Carl');
    const secret = second.split('.')[1] ?? '';
    expect(secret).toHaveLength(43);
    expect(world.logged()).not.toContain(secret);
    const answer = await carl.device.ask(`/calendar/links?journey=${house.journey}`);
    expect(answer.text).not.toContain(secret);
  });

  test('[CL3] the owner makes, sees and ends anyone’s on the journey; others only their own', async () => {
    const { owner } = house;
    const finn = await addFamily(world, house);
    const forCarl = await address(owner, carl.device.person);
    expect(await titles(forCarl)).toEqual(['Lay the tiles', 'Task: For Carl', 'Task: For all']);
    for (const device of [finn, carl.device])
      for (const answer of [await make(device, owner.person), await end(device, owner.person)])
        expect(failureOf(answer)).toBe('NotAllowed');
    const stranger = await signUp(world, 'sue');
    expect(failureOf(await make(owner, stranger.person))).toBe('NotAllowed');
    expect(await listed(carl.device)).toEqual([carl.device.person]);
    expect(await listed(owner)).toContain(carl.device.person);
    expect((await end(owner, carl.device.person)).body).toEqual({});
    expect((await end(owner, carl.device.person)).body).toEqual({});
    expect(failureOf(await look(forCarl))).toBe('CalendarUnknown');
    expect(await listed(owner)).not.toContain(carl.device.person);
  });

  test('[CL4] ends with the access it was made under, and does not come back with a new one', async () => {
    const { owner, journey, home } = house;
    const kim = await addContractor(world, house, 'kim');
    const path = await address(kim.device);
    await world.ask(path);
    const revoked = await owner.ask('/access/revoke', {
      method: 'POST',
      body: { from: 'journey', journey, person: kim.device.person },
    });
    expect(revoked.status).toBe(200);
    expect(failureOf(await look(path))).toBe('CalendarUnknown');
    expect(await listed(owner)).not.toContain(kim.device.person);
    await accept(kim.device, await invite(owner, { into: 'journey', role: 'contractor', journey, party: kim.party }));
    expect(failureOf(await look(path))).toBe('CalendarUnknown');
    expect(await titles(await address(kim.device))).toContain('Lay the tiles');

    const finn = await addFamily(world, house);
    const family = await address(finn);
    await owner.ask('/access/revoke', { method: 'POST', body: { from: 'household', home, person: finn.person } });
    expect(failureOf(await look(family))).toBe('CalendarUnknown');
  });

  test('[CL4] what is no address is answered like one that has ended', async () => {
    const path = await address(house.owner);
    const changed = path.replace(/.(?=\.ics$)/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const wrong of [
      changed,
      '/calendar/feed/x.ics',
      path.replace('.ics', ''),
      `/calendar/feed/${'0'.repeat(32)}.${'a'.repeat(43)}.ics`,
    ])
      expect(failureOf(await look(wrong))).toBe('CalendarUnknown');
  });

  test('[CL4] an address outlives a restart of the server', async () => {
    const path = await address(house.owner);
    await world.restart();
    expect(await titles(path)).toContain('Task: For all');
  });

  test('[CL5] is answered 304 as long as nothing in it changed', async () => {
    const { owner, shared } = house;
    const path = await address(owner);
    const ask = (etag: string) => fetch(`${world.url()}${path}`, { headers: { 'if-none-match': etag } });
    const first = await ask('"other"');
    expect(first.headers.get('content-type')).toContain('text/calendar');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const etag = first.headers.get('etag') ?? '';
    expect((await ask(etag)).status).toBe(304);
    expect(await (await ask(etag)).text()).toBe('');
    const task = newRecord(owner, shared, 'task', { body: { title: 'New', assignee: null, due: DUE, doneAt: null } });
    await owner.put(task);
    const second = await ask(etag);
    expect(second.status).toBe(200);
    expect(await second.text()).toContain('Task: New');
    await owner.put(edited(owner, task, {}, { trashedAt: world.now() }), task.stamp);
    expect(await (await ask(etag)).text()).not.toContain('Task: New');
  });

  test('[CL5] who looks all the time is told to wait, and others are not', async () => {
    const [path, other] = [await address(house.owner), await address(carl.device)];
    const answers: number[] = [];
    for (let looks = 0; looks < 31; looks += 1) answers.push((await look(path)).status);
    expect(new Set(answers.slice(0, 30))).toEqual(new Set([200]));
    expect(answers.at(-1)).toBe(429);
    expect((await look(other)).status).toBe(200);
    world.advance(61_000);
    expect((await look(path)).status).toBe(200);
  });
});
