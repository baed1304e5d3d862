// A household on a sync server, filled over HTTP as its devices would have filled it.
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { PersonId, RecordId, SpaceId } from '../../domain/kernel/ids.ts';
import { mintStamp, startClock, type Stamp } from '../../domain/kernel/stamp.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import { sessionReply } from '../../protocol/account/account.ts';
import { claimReply } from '../../protocol/account/claim.ts';
import { ACCOUNT_PATHS } from '../../protocol/account/paths.ts';
import { helloReply } from '../../protocol/sync/hello.ts';
import { pushReply } from '../../protocol/sync/push.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { journeyRecords } from './house.ts';

export interface Household {
  readonly email: string;
  readonly password: string;
  readonly person: PersonId;
  readonly journeys: readonly RecordId[];
  /** All that was pushed. */
  readonly records: readonly AnyRecord[];
  readonly mint: () => Stamp;
  readonly push: (records: readonly AnyRecord[]) => Promise<void>;
  /** The token of one more device. */
  readonly signIn: (from?: string) => Promise<string>;
}

export interface HouseholdSize {
  readonly journeys: number;
  readonly perJourney: number;
  /** Behind a trusted proxy: the address it comes from, since one address may sign up only so often. */
  readonly from?: string;
}

export interface Post {
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly from?: string | undefined;
}

/** Rows a push; the server takes a thousand. */
const BATCH = 500;
const DAYS = 24 * 3_600_000;

export const makeHousehold = async (
  url: string,
  { journeys: count, perJourney, from }: HouseholdSize,
): Promise<Household> => {
  const person: PersonId = `person_${randomUUID()}`;
  const home: SpaceId = `home_${randomUUID()}`;
  const who = { email: `${randomUUID()}@example.org`, password: 'measure twice, cut once' };
  const mint = stampsOf();
  const signedUp = await post(url, sessionReply, {
    path: ACCOUNT_PATHS.signUp,
    body: { ...who, name: 'Bench', person, device: 'bench' },
    from,
  });
  const { token } = signedUp;
  const parts = { me: person, mint, uuid: randomUUID, since: Date.now() - 200 * DAYS };
  const houses = Array.from({ length: count }, (_, n) => journeyRecords(n + 1, perJourney, parts));
  const journeys = houses.map(([journey]) => journey?.id ?? '');
  const claimed = await post(url, claimReply, { path: '/access/claim', body: { home, journeys }, token });
  if (claimed.refused.length > 0) throw new Error('a journey of the bench was refused');
  const { store } = await post(url, helloReply, { path: `/sync/hello?protocol=${PROTOCOL_VERSION}`, token });
  const push = async (records: readonly AnyRecord[]): Promise<void> => {
    for (let at = 0; at < records.length; at += BATCH) {
      const rows = records
        .slice(at, at + BATCH)
        .map((record) => ({ assumed: null, mine: { ...record, _deleted: false } }));
      const { verdicts } = await post(url, pushReply, { path: '/sync/push', body: { store, rows }, token });
      const odd = verdicts.find(({ kind }) => kind !== 'accepted');
      if (odd !== undefined) throw new Error(`a record of the bench was not accepted: ${JSON.stringify(odd)}`);
    }
  };
  const records = houses.flat();
  await push(records);
  return {
    ...who,
    person,
    journeys,
    records,
    mint,
    push,
    signIn: async (address) => {
      const body = { ...who, person: `person_${randomUUID()}`, device: 'bench' };
      return (await post(url, sessionReply, { path: ACCOUNT_PATHS.signIn, body, from: address })).token;
    },
  };
};

/** A body makes it a POST. */
export const post = async <T extends z.ZodType>(
  url: string,
  reply: T,
  { path, body, token, from }: Post,
): Promise<z.output<T>> => {
  const answer = await fetch(url + path, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(from === undefined ? {} : { 'x-forwarded-for': from }),
    },
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return reply.parse(await answer.json());
};

/** Rising stamps of one writer. */
const stampsOf = (): (() => Stamp) => {
  let clock = startClock(randomUUID().slice(0, 8));
  return () => {
    const minted = mintStamp(clock, Date.now());
    clock = minted.clock;
    return minted.stamp;
  };
};
