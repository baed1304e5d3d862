// A stamp names one write: a hybrid logical clock, so later writes sort later even when wall clocks disagree.
// Source: Kulkarni et al., "Logical Physical Clocks", 2014. Text form sorts as the clock does.
import { z } from 'zod';
import type { Instant } from './time.ts';

/** `<ms base36, 9>.<counter base36, 4>.<node, 8>`; unique per write. */
export type Stamp = string;
export const stamp = z.string().regex(/^[0-9a-z]{9}\.[0-9a-z]{4}\.[0-9a-z]{8}$/);

const COUNTER_LIMIT = 36 ** 4;

/** `node` is random per database open, so that a cloned disk does not mint another's stamps. */
export interface StampClock {
  readonly ms: Instant;
  readonly counter: number;
  readonly node: string;
}

export const startClock = (node: string): StampClock => ({ ms: 0, counter: 0, node });

const format = (clock: StampClock): Stamp =>
  `${clock.ms.toString(36).padStart(9, '0')}.${clock.counter.toString(36).padStart(4, '0')}.${clock.node}`;

/** Wall-clock part of a stamp, ms. */
export const stampTime = (value: Stamp): Instant => Number.parseInt(value.slice(0, 9), 36);

const stampCounter = (value: Stamp): number => Number.parseInt(value.slice(10, 14), 36);

const bump = (ms: Instant, counter: number, node: string): StampClock =>
  counter < COUNTER_LIMIT ? { ms, counter, node } : { ms: ms + 1, counter: 0, node };

/** The next stamp at wall time `at` (ms): never earlier than any stamp made or seen before. */
export const mintStamp = (clock: StampClock, at: Instant): { readonly clock: StampClock; readonly stamp: Stamp } => {
  const next = at > clock.ms ? { ms: at, counter: 0, node: clock.node } : bump(clock.ms, clock.counter + 1, clock.node);
  return { clock: next, stamp: format(next) };
};

/** Takes notice of a stamp from elsewhere, so that what is written next sorts after it. */
export const seeStamp = (clock: StampClock, seen: Stamp): StampClock => {
  const ms = stampTime(seen);
  const counter = stampCounter(seen);
  if (ms < clock.ms || (ms === clock.ms && counter <= clock.counter)) return clock;
  return { ms, counter, node: clock.node };
};

/** A stamp of the same moment that sorts after the one given, with the node part `node`: for what is written over a write at once. */
export const stampAfter = (value: Stamp, node: string): Stamp => mintStamp(seeStamp(startClock(node), value), 0).stamp;
