// Calendar addresses: who may make one, what it opens, and when it has ended. The address holds a secret; only its hash is kept here.
import { timingSafeEqual } from 'node:crypto';
import type { RecordId } from '../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import { journeySpace } from '../../domain/spaces/space.ts';
import {
  CALENDAR_PATHS,
  type CalendarReply,
  type CalendarRequest,
  type CalendarsReply,
} from '../../protocol/calendar/calendar.ts';
import type { Failure } from '../../protocol/failures.ts';
import type { Access, AccessReader } from '../access/access.ts';
import { isJourneyId } from '../access/households.ts';
import type { Registry } from '../access/registry.ts';
import { newToken, sha256Hex } from '../access/secrets.ts';

/** What an address that is still good opens: the journey, as this access may read it now. */
export interface Opened {
  readonly journey: RecordId;
  readonly access: Access;
  /** IANA name of the time zone whose days it tells; null is UTC. */
  readonly zone: string | null;
}

export interface CalendarLinks {
  readonly make: (access: Access, request: CalendarRequest) => Promise<Result<CalendarReply, Failure>>;
  readonly list: (access: Access, journey: RecordId) => Promise<Result<CalendarsReply, Failure>>;
  readonly end: (access: Access, request: CalendarRequest) => Promise<Result<null, Failure>>;
  /** `name` is the last part of the address. Unknown, ended, and without access any more are answered alike. */
  readonly open: (name: string) => Promise<Result<Opened, Failure>>;
}

interface CalendarLinksOptions {
  readonly registry: Registry;
  readonly accessReader: AccessReader;
  readonly storeId: string;
  readonly now: () => number;
}

const UNKNOWN: Failure = { type: 'CalendarUnknown' };
const NOT_ALLOWED: Failure = { type: 'NotAllowed' };

export const createCalendarLinks = ({ registry, accessReader, storeId, now }: CalendarLinksOptions): CalendarLinks => {
  /** The grant under which the journey is read, as the registry knows it; null for who is not on it. */
  const epochOf = (access: Access, journey: RecordId): string | null => {
    const granted = access.grants.find(({ space }) => space === journeySpace(journey));
    return granted === undefined ? null : granted.epoch.slice(storeId.length + 1);
  };

  /** Whose address it is to be: one's own, or, asked by the owner, that of anyone on the journey. */
  const holderOf = async (access: Access, { journey, person }: CalendarRequest): Promise<Result<Access, Failure>> => {
    if (!isJourneyId(journey)) return err({ type: 'Malformed', fields: ['journey'] });
    const role = access.roleIn(journeySpace(journey));
    if (role === null) return err(NOT_ALLOWED);
    if (access.people.includes(person)) return ok(access);
    if (role !== 'owner') return err(NOT_ALLOWED);
    const claim = await registry.claims.get(person);
    const holder = claim === null ? null : await accessReader.of(claim.account, journeySpace(journey));
    return holder?.isOn(journey) === true ? ok(holder) : err(NOT_ALLOWED);
  };

  return {
    make: async (access, request) => {
      const holder = await holderOf(access, request);
      if (!holder.ok) return holder;
      const { journey, person, zone } = request;
      const epoch = epochOf(holder.value, journey);
      if (epoch === null) return err(NOT_ALLOWED);
      const account = holder.value.account.id;
      const secret = newToken();
      const link = {
        id: linkId(account, journey),
        account,
        journey,
        person,
        at: now(),
        epoch,
        secretHash: sha256Hex(secret),
        ...(zone === undefined ? {} : { zone }),
      };
      if (!(await registry.calendars.add(link))) await registry.calendars.change(link.id, () => link);
      // On a cluster another may have been made at the same moment: of the two one is told that it is to be tried again.
      const stands = await registry.calendars.confirm(link.id);
      if (stands?.secretHash !== link.secretHash) return err({ type: 'ServerBusy' });
      return ok({ path: `${CALENDAR_PATHS.feed}/${link.id.slice(PREFIX.length)}.${secret}.ics` });
    },

    list: async (access, journey) => {
      const role = isJourneyId(journey) ? access.roleIn(journeySpace(journey)) : null;
      if (role === null) return err(NOT_ALLOWED);
      const accounts = role === 'owner' ? await accountsOn(journey) : [access.account.id];
      const links = await registry.calendars.getMany(accounts.map((account) => linkId(account, journey)));
      const good: CalendarsReply['links'] = [];
      for (const link of links) {
        const holder = link.secretHash === null ? null : await accessReader.of(link.account, journeySpace(journey));
        if (holder !== null && epochOf(holder, journey) === link.epoch) good.push({ person: link.person, at: link.at });
      }
      return ok({ links: good });
    },

    end: async (access, { journey, person }) => {
      const isOwn = access.people.includes(person);
      if (!isOwn && access.roleIn(journeySpace(journey)) !== 'owner') return err(NOT_ALLOWED);
      const account = isOwn ? access.account.id : (await registry.claims.get(person))?.account;
      if (account === undefined) return ok(null);
      const id = linkId(account, journey);
      const ended = await registry.calendars.change(id, (link) =>
        link.secretHash === null ? link : { ...link, secretHash: null },
      );
      // Answered only when no node of a cluster can read it as it was.
      if (ended !== null) await registry.calendars.confirm(id);
      return ok(null);
    },

    open: async (name) => {
      const [, id = '', secret = ''] = NAME.exec(name) ?? [];
      const link = id === '' ? null : await registry.calendars.get(`${PREFIX}${id}`);
      if (link === null || link.secretHash === null || !isSame(link.secretHash, sha256Hex(secret))) return err(UNKNOWN);
      const access = await accessReader.of(link.account, journeySpace(link.journey));
      // Let in again is a new grant: the address of the old one stays closed.
      if (access === null || epochOf(access, link.journey) !== link.epoch) return err(UNKNOWN);
      return ok({ journey: link.journey, access, zone: link.zone ?? null });
    },
  };

  async function accountsOn(journey: RecordId): Promise<readonly string[]> {
    const claimed = await registry.journeys.get(journey);
    const household = claimed === null ? null : await registry.households.get(claimed.home);
    return [...new Set([...(household?.accounts ?? []), ...(claimed?.accounts ?? [])])];
  }
};

const PREFIX = 'calendar_';
const NAME = /^([0-9a-f]{32})\.([\w-]{43})\.ics$/;

/** One per account and journey: a new address takes the place of the one before. */
const linkId = (account: string, journey: RecordId): string =>
  `${PREFIX}${sha256Hex(`${account} ${journey}`).slice(0, 32)}`;

const isSame = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));
