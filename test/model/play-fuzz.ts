// Plays a list of actions on devices in threads and a real server, waits until all is quiet, and judges what is there.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { exhaustive } from '../../domain/kernel/exhaustive.ts';
import { journeyOfSpace, journeySpace, partySpace, privateSpace, spaceKind } from '../../domain/spaces/space.ts';
import type { WireRecord } from '../../domain/records/envelope.ts';
import { acceptReply, inviteReply } from '../../protocol/account/invite.ts';
import { openDevice, openWorld, type Device as Caller, type World } from '../integration/server/server-world.ts';
import type { Action } from './actions.ts';
import { forgedRows } from './forge.ts';
import { startFuzzDevice, type FuzzDevice } from './fuzz-device.ts';
import type { Session } from './messages.ts';
import { isClean, judge, type DeviceAtRest, type Findings } from './oracle.ts';
import { createPrng } from './prng.ts';

export interface FuzzRun {
  readonly seed: number;
  readonly devices: number;
  readonly actions: readonly Action[];
}

export interface FuzzOutcome extends Findings {
  readonly trace: readonly string[];
}

/** Threads outlive a run: starting one costs more than a short run. */
export interface Threads {
  readonly take: (count: number) => readonly FuzzDevice[];
  readonly end: () => Promise<void>;
}

export const createThreads = (): Threads => {
  const started: FuzzDevice[] = [];
  return {
    take: (count) => {
      while (started.length < count)
        started.push(startFuzzDevice((uncaught) => console.error(`uncaught in a device: ${uncaught.slice(0, 60)}`)));
      return started.slice(0, count);
    },
    end: async () => {
      for (const thread of started) await thread.end();
    },
  };
};

/** What each device's person is: the owner, family, and then one contractor after the other. */
type Part = 'owner' | 'family' | 'contractor';
const PARTS: readonly Part[] = ['owner', 'family', 'contractor', 'family', 'contractor'];

interface Member {
  readonly name: string;
  readonly part: Part;
  readonly thread: FuzzDevice;
  readonly session: Session;
  readonly caller: Caller;
  /** Of contractors: the record of their party, which names their space. */
  readonly party: string;
  isIn: boolean;
}

const QUIET_WITHIN_MS = 25_000;

export const playFuzz = async (run: FuzzRun, threads: Threads): Promise<FuzzOutcome> => {
  const trace: string[] = [];
  const say = (line: string): void => {
    trace.push(line);
    if (process.env['FUZZ_TRACE'] === '1') console.log(line);
  };
  const world = await openWorld({ rateLimits: { perMinute: 1_000_000 } });
  const devices = threads.take(run.devices);
  try {
    const stage = await setUp(world, devices, run.seed);
    for (const [index, action] of run.actions.entries())
      say(`${index} ${JSON.stringify(action)} ${await play(action, stage)}`);
    await settleDown(stage);
    const findings = await untilClean(stage);
    return { ...findings, trace };
  } finally {
    await Promise.allSettled(devices.map((thread) => thread.call('close', {})));
    await world.end();
  }
};

interface Stage {
  readonly world: World;
  readonly members: readonly Member[];
  readonly owner: Member;
  readonly home: string;
  readonly journey: string;
}

const setUp = async (world: World, threads: readonly FuzzDevice[], seed: number): Promise<Stage> => {
  const members: Member[] = [];
  let journey = '';
  for (const [index, thread] of threads.entries()) {
    const part = PARTS[index % PARTS.length] ?? 'family';
    const name = `${part}${index}`;
    await thread.call('open', {
      url: world.url(),
      seed: seed * 100 + index,
      name: `fuzz-${seed}-${index}-${randomUUID().slice(0, 8)}`,
    });
    const session = await thread.call('signUp', { name });
    const caller = openDevice(world, { ...session, email: '' });
    const [owner] = members;
    let party = '';
    if (owner === undefined) {
      const input = {
        name: 'Kitchen',
        area: 'Kitchen',
        address: '',
        currency: 'EUR',
        startDate: null,
        template: null,
        budget: { minor: 1_000_000, currency: 'EUR' },
      };
      const keys = await thread.call('command', { name: 'journey.start', input });
      journey = idIn(keys, 'journey');
      for (const step of ['Tiles', 'Sink', 'Paint'])
        await thread.call('command', { name: 'step.add', input: { journey, name: step } });
    }
    if (owner !== undefined && part === 'contractor') {
      const keys = await owner.thread.call('command', { name: 'party.add', input: { journey, name, trade: '' } });
      party = idIn(keys, 'party');
    }
    members.push({ name, part, thread, session, caller, party, isIn: owner === undefined });
  }
  const [owner] = members;
  if (owner === undefined) throw new Error('no device');
  const stage: Stage = { world, members, owner, home: owner.session.home, journey };
  await eventually(async () => (await owner.caller.hello()).spaces.some(({ space }) => space === journey));
  for (const member of members) if (!member.isIn) await letIn(stage, member);
  for (const { thread, part } of members) if (part === 'family') await thread.call('joinHome', { home: stage.home });
  return stage;
};

const idIn = (keys: readonly string[], type: string): string =>
  keys.map((key) => key.slice(key.indexOf('|') + 1)).find((id) => id.startsWith(`${type}_`)) ?? '';

const letIn = async ({ owner, home, journey }: Stage, member: Member): Promise<void> => {
  const request =
    member.part === 'family'
      ? { into: 'household', home }
      : { into: 'journey', role: 'contractor', journey, party: member.party };
  const made = await owner.caller.ask('/invites', {
    method: 'POST',
    body: { ...request, label: 'Kitchen', inviter: 'Olive' },
  });
  const { code } = inviteReply.parse(made.body);
  const accepted = await member.caller.ask(`/invites/${code}/accept`, {
    method: 'POST',
    body: { person: member.session.person },
  });
  acceptReply.parse(accepted.body);
  member.isIn = true;
};

const takeOut = async ({ owner, home, journey }: Stage, member: Member): Promise<void> => {
  const from = member.part === 'family' ? { from: 'household', home } : { from: 'journey', journey };
  const answer = await owner.caller.ask('/access/revoke', {
    method: 'POST',
    body: { ...from, person: member.session.person },
  });
  z.literal(200).parse(answer.status);
  member.isIn = false;
};

const play = async (action: Action, stage: Stage): Promise<string> => {
  const member = 'device' in action ? stage.members[action.device % stage.members.length] : undefined;
  switch (action.kind) {
    case 'restartServer': {
      const port = Number(new URL(stage.world.url()).port);
      await stage.world.restart({ port });
      return '';
    }
    case 'pause':
      await wait(action.ms);
      return '';
    case 'edit':
    case 'cut':
    case 'join':
    case 'flaky':
    case 'badDisk':
    case 'skew':
    case 'reload':
    case 'revoke':
    case 'grant':
    case 'forge':
    default:
      return member === undefined ? '' : playOn(action, member, stage);
  }
};

const playOn = async (
  action: Exclude<Action, { kind: 'restartServer' | 'pause' }>,
  member: Member,
  stage: Stage,
): Promise<string> => {
  const { thread } = member;
  switch (action.kind) {
    case 'edit':
      return thread.call('edit', { roll: action.roll });
    case 'cut':
    case 'join':
    case 'reload':
      await thread.call(action.kind, {});
      return '';
    case 'flaky':
      await thread.call('flaky', { share: action.share });
      return '';
    case 'badDisk':
      await thread.call('badDisk', { left: action.left });
      return '';
    case 'skew':
      await thread.call('skew', { ms: action.ms });
      return '';
    case 'revoke':
      if (!member.isIn || member.part === 'owner') return 'nobody to let go';
      await takeOut(stage, member);
      return member.name;
    case 'grant':
      if (member.isIn) return 'is in';
      await letIn(stage, member);
      return member.name;
    case 'forge':
      return forge(action.roll, member, stage);
    default:
      return exhaustive(action);
  }
};

const forge = async (roll: number, { caller, session }: Member, { journey, home, owner }: Stage): Promise<string> => {
  const prng = createPrng(roll);
  const { records } = await caller.pullAll();
  const steps = records.filter(({ type, _deleted }) => type === 'step' && !_deleted);
  const held: WireRecord | undefined = steps.length === 0 ? undefined : prng.pick(steps);
  const other = owner.session.person === session.person ? `person_${randomUUID()}` : owner.session.person;
  const rows = forgedRows({ prng, journey, home, me: session.person, other, held });
  const verdicts = rows.length === 0 ? [] : await caller.push(rows);
  return verdicts.map((verdict) => (verdict.kind === 'refused' ? verdict.code : verdict.kind)).join(' ');
};

/** Every link whole, every disk good, every clock right; what is still on its way arrives. */
const settleDown = async ({ members }: Stage): Promise<void> => {
  for (const { thread } of members) {
    await thread.call('badDisk', { left: null });
    await thread.call('flaky', { share: 0 });
    await thread.call('join', {});
  }
  // What was sent twice, late.
  await wait(400);
};

/** Looks again until nothing is wrong or the time is up; then what it found last. */
const untilClean = async (stage: Stage): Promise<Findings> => {
  const until = Date.now() + QUIET_WITHIN_MS;
  let before = '';
  for (let same = 0; ;) {
    const findings = judge(await atRest(stage));
    // Clean twice in a row: what is quiet stays quiet.
    const print = JSON.stringify(findings);
    same = print === before ? same + 1 : 0;
    if (isClean(findings) && same >= 1) return findings;
    if (Date.now() > until) return findings;
    before = print;
    await wait(isClean(findings) ? 150 : 250);
  }
};

const atRest = ({ members, home, journey }: Stage): Promise<readonly DeviceAtRest[]> =>
  Promise.all(
    members.map(async (member): Promise<DeviceAtRest> => {
      const { name, part, party, caller, session, isIn } = member;
      const [snapshot, pulled, hello] = [
        await member.thread.call('snapshot', {}),
        await caller.pullAll({}, 1_000),
        await caller.hello(),
      ];
      const own = new Set([session.home]);
      // Spaces that were never anyone else's to give: one's own household's, whatever the server lists there.
      const forbidden = (space: string): boolean => {
        if (own.has(space)) return false;
        if (part === 'contractor') {
          if (journeyOfSpace(space) === journey)
            return !isIn || ![journeySpace(journey), partySpace(journey, party)].includes(space);
          return space === home;
        }
        return (
          part === 'family' &&
          !isIn &&
          (space === home || space === privateSpace(journey) || journeyOfSpace(space) === journey)
        );
      };
      const mayRead = new Set(
        hello.spaces.map(({ space }) => space).filter((space) => !forbidden(space) && spaceKind(space) !== null),
      );
      const latest = new Map(pulled.records.map((record) => [record.key, record]));
      const server = new Map(
        [...latest].filter(([, { _deleted }]) => !_deleted).map(([key, { _deleted, ...record }]) => [key, record]),
      );
      return { name, snapshot, mayRead, server, people: [session.person] };
    }),
  );

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const eventually = async (look: () => Promise<boolean>): Promise<void> => {
  const until = Date.now() + 10_000;
  while (!(await look())) {
    if (Date.now() > until) throw new Error('the devices did not get started');
    await wait(20);
  }
};
