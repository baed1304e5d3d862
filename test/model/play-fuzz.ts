// Plays a list of actions on devices in threads and a real server, waits until all is quiet, and judges what is there.
import { randomUUID } from 'node:crypto';
import type { WireRecord } from '../../domain/records/envelope.ts';
import { exhaustive } from '../../domain/kernel/exhaustive.ts';
import { partySpace } from '../../domain/spaces/space.ts';
import { openWorld } from '../integration/server/server-world.ts';
import { createTornDisk, whyNotTorn, type TornDisk } from '../support/torn-disk.ts';
import type { Action } from './actions.ts';
import { atRest } from './at-rest.ts';
import { forgedRows } from './forge.ts';
import { createFailingStore } from './failing-store.ts';
import { startFuzzDevice, type FuzzDevice } from './fuzz-device.ts';
import { isClean, judge, type Findings } from './oracle.ts';
import { createPrng } from './prng.ts';
import { cloneDisk, crashServer, letIn, setUp, takeOut, type Member, type Person, type Stage } from './stage.ts';

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

/** One for all runs of this process. */
let disk: TornDisk | null = null;
const tornDisk = (): TornDisk | null => {
  // Without a folder of the server's own there is no log to tear.
  if ((process.env['COUCHDB_URL'] ?? '') !== '' || whyNotTorn() !== null) return null;
  disk ??= createTornDisk();
  return disk;
};

/** How long everything may take to become quiet and right, ms. */
const QUIET_WITHIN_MS = 25_000;

export const playFuzz = async (
  run: FuzzRun,
  threads: Threads,
  quietWithinMs = QUIET_WITHIN_MS,
): Promise<FuzzOutcome> => {
  const trace: string[] = [];
  const say = (line: string): void => {
    trace.push(line);
    if (process.env['FUZZ_TRACE'] === '1') console.log(line);
  };
  const store = createFailingStore(tornDisk()?.tearNext ?? null);
  const world = await openWorld({ rateLimits: { perMinute: 1_000_000 }, over: store.over });
  const copies = run.actions.some(({ kind }) => kind === 'clone') ? 1 : 0;
  const devices = threads.take(run.devices + copies);
  try {
    const stage = await setUp({
      world,
      store,
      threads: devices,
      seed: run.seed,
      people: run.devices,
      quietWithinMs,
    });
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

const play = async (action: Action, stage: Stage): Promise<string> => {
  switch (action.kind) {
    case 'badStore':
      stage.store.fail(action);
      return '';
    case 'restartServer': {
      // What can't read its store does not start; whoever supervises it starts it until it does.
      stage.store.fail(null);
      const port = Number(new URL(stage.world.url()).port);
      await stage.world.restart({ port });
      return '';
    }
    case 'crashServer':
      await crashServer(stage);
      return '';
    case 'pause':
      await wait(action.ms);
      return '';
    case 'rest':
      return JSON.stringify(await untilClean(stage));
    case 'edit':
    case 'deed':
    case 'newer':
    case 'cut':
    case 'join':
    case 'flaky':
    case 'badDisk':
    case 'badReads':
    case 'skew':
    case 'reload':
    case 'clone':
    case 'revoke':
    case 'grant':
    case 'forge': {
      const member = stage.members[action.device];
      return member === undefined ? 'no such device' : playOn(action, member, stage);
    }
    default:
      return exhaustive(action);
  }
};

const playOn = async (
  action: Exclude<Action, { kind: 'badStore' | 'restartServer' | 'crashServer' | 'pause' | 'rest' }>,
  member: Member,
  stage: Stage,
): Promise<string> => {
  const { thread, person } = member;
  switch (action.kind) {
    case 'edit':
    case 'deed':
    case 'newer':
      return thread.call(action.kind, { roll: action.roll });
    case 'cut':
    case 'join':
    case 'reload':
      await thread.call(action.kind, {});
      return '';
    case 'flaky':
      await thread.call('flaky', { share: action.share });
      return '';
    case 'badDisk':
      await thread.call('badDisk', { left: action.left, times: action.times, how: action.how });
      return '';
    case 'badReads':
      await thread.call('badReads', { left: action.left, times: action.times });
      return '';
    case 'skew':
      await thread.call('skew', { ms: action.ms });
      return '';
    case 'clone':
      return cloneDisk(stage, member);
    case 'revoke':
      if (!person.isIn || person.part === 'owner') return 'nobody to let go';
      await takeOut(stage, person);
      return person.name;
    case 'grant':
      if (person.isIn) return 'is in';
      await letIn(stage, person);
      return person.name;
    case 'forge':
      return forge(action.roll, person, stage);
    default:
      return exhaustive(action);
  }
};

/** Someone with this session writes their own client. Whatever the server takes that it must not is kept in mind. */
const forge = async (
  roll: number,
  { caller, session, part, party, isIn }: Person,
  { journey, home, owner, members, forgeries }: Stage,
): Promise<string> => {
  const prng = createPrng(roll);
  const { records } = await caller.pullAll();
  const steps = records.filter(({ type, space, _deleted }) => type === 'step' && space === journey && !_deleted);
  const held: WireRecord | undefined = steps.length === 0 ? undefined : prng.pick(steps);
  const other = part === 'owner' ? `person_${randomUUID()}` : owner.person.session.person;
  const parties = members
    .map(({ person }) => person.party)
    .filter((id) => id !== '' && id !== party)
    .map((id) => partySpace(journey, id));
  const forged = forgedRows({ prng, journey, home, me: session.person, other, parties, held });
  if (forged.length === 0) return '';
  const verdicts = await caller.push(forged.map(({ row }) => row));
  const rights = isIn ? ['anyone', ...(part === 'contractor' ? [] : ['family'])] : [];
  for (const [at, { row, may }] of forged.entries())
    if (verdicts[at]?.kind === 'accepted' && !rights.includes(may))
      forgeries.push(`the server took from ${session.person}: ${JSON.stringify(row)}`);
  return verdicts.map((verdict) => (verdict.kind === 'refused' ? verdict.code : verdict.kind)).join(' ');
};

/** Every link whole and every disk good, clocks as wrong as they are; what is still on its way arrives. */
const settleDown = async ({ members, store }: Stage): Promise<void> => {
  store.fail(null);
  for (const { thread } of members) {
    await thread.call('badDisk', null);
    await thread.call('badReads', null);
    await thread.call('flaky', { share: 0 });
    await thread.call('join', {});
  }
  // What was sent twice, late.
  await wait(400);
};

/** Looks again until nothing is wrong or the time is up; then what it found last. */
const untilClean = async (stage: Stage): Promise<Findings> => {
  const until = Date.now() + stage.quietWithinMs;
  let before = '';
  for (let same = 0; ;) {
    const found = judge(await atRest(stage));
    const findings = { ...found, leaked: [...found.leaked, ...stage.forgeries] };
    // Clean twice in a row: what is quiet stays quiet.
    const print = JSON.stringify(findings);
    same = print === before ? same + 1 : 0;
    if (isClean(findings) && same >= 1) return findings;
    if (Date.now() > until) return findings;
    before = print;
    await wait(isClean(findings) ? 150 : 250);
  }
};

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
