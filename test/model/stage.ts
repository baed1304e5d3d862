// Who plays in a fuzz run: a household's owner, family and contractors on one journey, each with a device, and their server.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { acceptReply, inviteReply } from '../../protocol/account/invite.ts';
import { openDevice, type Device as Caller, type World } from '../integration/server/server-world.ts';
import type { FailingStore } from './failing-store.ts';
import type { FuzzDevice } from './fuzz-device.ts';
import { insisting } from './insisting.ts';
import type { Session } from './messages.ts';

/** What each device's person is: the owner, family, and then one contractor after the other. */
type Part = 'owner' | 'family' | 'contractor';
const PARTS: readonly Part[] = ['owner', 'family', 'contractor', 'family', 'contractor'];

/** A person with an account. */
export interface Person {
  readonly name: string;
  readonly part: Part;
  readonly session: Session;
  readonly caller: Caller;
  /** Of contractors: the record of their party, which names their space. */
  readonly party: string;
  isIn: boolean;
}

export interface Member {
  readonly name: string;
  readonly thread: FuzzDevice;
  readonly person: Person;
}

export interface Stage {
  readonly world: World;
  /** What lies under the world's server. */
  readonly store: FailingStore;
  /** One device a person, and a copied disk behind them once there is one. */
  readonly members: Member[];
  /** Threads that no device is in yet. */
  readonly spare: FuzzDevice[];
  readonly owner: Member;
  readonly home: string;
  readonly journey: string;
  readonly seed: number;
  readonly quietWithinMs: number;
  /** Forged rows that the server took. */
  readonly forgeries: string[];
}

interface StageOptions {
  readonly world: World;
  readonly store: FailingStore;
  readonly threads: readonly FuzzDevice[];
  readonly seed: number;
  /** How many people; threads beyond them are spare. */
  readonly people: number;
  readonly quietWithinMs: number;
}

export const setUp = async ({ world, store, threads, seed, people, quietWithinMs }: StageOptions): Promise<Stage> => {
  const members: Member[] = [];
  let journey = '';
  for (const [index, thread] of threads.slice(0, people).entries()) {
    const part = PARTS[index % PARTS.length] ?? 'family';
    const name = `${part}${index}`;
    await thread.call('open', {
      url: world.url(),
      seed: seed * 100 + index,
      name: `fuzz-${seed}-${index}-${randomUUID().slice(0, 8)}`,
    });
    const session = await thread.call('signUp', { name });
    const caller = openDevice(insisting(world), { ...session, email: '' });
    const [owner] = members;
    let party = '';
    if (owner === undefined) journey = await startJourney(thread);
    else if (part === 'contractor') {
      const keys = await owner.thread.call('command', { name: 'party.add', input: { journey, name, trade: '' } });
      party = idIn(keys, 'party');
    }
    members.push({ name, thread, person: { name, part, session, caller, party, isIn: owner === undefined } });
  }
  const [owner] = members;
  if (owner === undefined) throw new Error('no device');
  const home = owner.person.session.home;
  const spare = threads.slice(people);
  const stage: Stage = { world, store, members, spare, owner, home, journey, seed, quietWithinMs, forgeries: [] };
  await eventually(async () => (await owner.person.caller.hello()).spaces.some(({ space }) => space === journey));
  for (const { person } of members) if (!person.isIn) await letIn(stage, person);
  for (const { thread, person } of members) if (person.part === 'family') await thread.call('joinHome', { home });
  return stage;
};

const startJourney = async (thread: FuzzDevice): Promise<string> => {
  const input = {
    name: 'Kitchen',
    area: 'Kitchen',
    address: '',
    currency: 'EUR',
    startDate: null,
    template: null,
    budget: { minor: 1_000_000, currency: 'EUR' },
  };
  const journey = idIn(await thread.call('command', { name: 'journey.start', input }), 'journey');
  for (const step of ['Tiles', 'Sink', 'Paint'])
    await thread.call('command', { name: 'step.add', input: { journey, name: step } });
  return journey;
};

const idIn = (keys: readonly string[], type: string): string =>
  keys.map((key) => key.slice(key.indexOf('|') + 1)).find((id) => id.startsWith(`${type}_`)) ?? '';

export const letIn = async ({ owner, home, journey }: Stage, person: Person): Promise<void> => {
  const request =
    person.part === 'family'
      ? { into: 'household', home }
      : { into: 'journey', role: 'contractor', journey, party: person.party };
  const made = await owner.person.caller.ask('/invites', {
    method: 'POST',
    body: { ...request, label: 'Kitchen', inviter: 'Olive' },
  });
  const { code } = inviteReply.parse(made.body);
  const accepted = await person.caller.ask(`/invites/${code}/accept`, {
    method: 'POST',
    body: { person: person.session.person },
  });
  acceptReply.parse(accepted.body);
  person.isIn = true;
};

export const takeOut = async ({ owner, home, journey }: Stage, person: Person): Promise<void> => {
  const from = person.part === 'family' ? { from: 'household', home } : { from: 'journey', journey };
  const answer = await owner.person.caller.ask('/access/revoke', {
    method: 'POST',
    body: { ...from, person: person.session.person },
  });
  z.literal(200).parse(answer.status);
  person.isIn = false;
};

/** The disk of a device goes on in another thread too, as the same person with the same session. */
export const cloneDisk = async (stage: Stage, { name, thread, person }: Member): Promise<string> => {
  const copy = stage.spare.pop();
  if (copy === undefined) return 'there is one already';
  const disk = await thread.call('copyDisk', {});
  await copy.call('openCopy', { url: stage.world.url(), seed: stage.seed * 100 + 99, disk });
  stage.members.push({ name: `copy of ${name}`, thread: copy, person });
  return name;
};

/** All devices lose the server at once, whatever was answered last; then there is one over what its disk held. */
export const crashServer = async ({ world, store, members }: Stage): Promise<void> => {
  store.fail(null);
  await Promise.all(members.map(({ thread }) => thread.call('gone', {})));
  await world.crash();
  await Promise.all(members.map(({ thread }) => thread.call('back', { url: world.url() })));
};

const eventually = async (look: () => Promise<boolean>): Promise<void> => {
  const until = Date.now() + 10_000;
  while (!(await look())) {
    if (Date.now() > until) throw new Error('the devices did not get started');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
