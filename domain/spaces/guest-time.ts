// How long a device that was only invited has been without the server's word, and when what is shared with it locks. Pure.
import { DAY_MS } from '../kernel/calendar.ts';
import type { Instant } from '../kernel/time.ts';
import type { Role } from './roles.ts';

/** A guest was invited to one journey; the family's own devices never lock. */
export const isGuest = (role: Role): boolean => role === 'contractor' || role === 'viewer';

/** Days without a connection after which what is shared with a guest locks, where the owner has not said otherwise. */
export const GUEST_DAYS = 30;

/**
 * Time is added up, never worked out from one moment to another: a device whose clock is set back adds nothing, and loses
 * nothing of what has passed. Only the server's word begins anew.
 */
export interface GuestTime {
  /** ms without the server's word, as far as this device has seen them pass. */
  readonly away: number;
  /** The device's clock when that was added up last. */
  readonly seen: Instant;
  /** The server's clock at its last word. */
  readonly heardAt: Instant;
  /** Days after which it locks, as the journey said last. */
  readonly days: number;
}

export const heardNow = ({
  now,
  serverTime,
  days,
}: {
  readonly now: Instant;
  readonly serverTime: Instant;
  readonly days: number;
}): GuestTime => ({ away: 0, seen: now, heardAt: serverTime, days });

export const timePassed = (time: GuestTime, now: Instant): GuestTime => ({
  ...time,
  away: time.away + Math.max(0, now - time.seen),
  seen: now,
});

export const isLockedBy = ({ away, days }: GuestTime): boolean => away >= days * DAY_MS;
