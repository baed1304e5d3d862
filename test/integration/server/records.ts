// Records as a device would push them, with everything a test does not care about filled in.
import { randomUUID } from 'node:crypto';
import { journeyOfSpace } from '../../../domain/spaces/space.ts';
import type { WireRecord } from '../../../domain/records/envelope.ts';
import type { Device } from './server-world.ts';

const BODIES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  step: {
    name: 'Lay the tiles',
    notes: '',
    order: 'a0',
    state: 'todo',
    blockedReason: '',
    startDate: null,
    durationDays: 3,
    dependsOn: [],
    assignee: null,
    startedAt: null,
    finishedAt: null,
  },
  cost: {
    description: 'Tiles',
    amount: { minor: 42_10, currency: 'EUR' },
    category: 'tiling',
    vendor: 'Tile shop',
    step: null,
    state: 'due',
    date: null,
    receipt: null,
  },
  budget: { total: { minor: 10_000_00, currency: 'EUR' }, categories: {} },
  comment: { text: 'Looks good' },
  task: { title: 'Order grout', assignee: null, due: null, doneAt: null },
  journey: {
    name: 'Kitchen',
    area: 'Kitchen',
    address: '1 High Street',
    currency: 'EUR',
    startDate: null,
    state: 'active',
    template: null,
    sample: false,
  },
};

/** What of a device a record is signed with. */
type Writer = Pick<Device, 'person' | 'mint'>;

type Overrides = Partial<Omit<WireRecord, 'type' | 'space'>>;

export const newRecord = (device: Writer, space: string, type: string, overrides: Overrides = {}): WireRecord => {
  const id = overrides.id ?? `${type}_${randomUUID()}`;
  return {
    key: `${space}|${id}`,
    id,
    space,
    type,
    journey: journeyOfSpace(space) ?? '',
    parent: '',
    v: 1,
    stamp: device.mint(),
    by: device.person,
    createdAt: 1_700_000_000_000,
    createdBy: device.person,
    trashedAt: 0,
    past: {},
    body: { ...BODIES[type] },
    _deleted: false,
    ...overrides,
  };
};

/** The same record after another edit by this device. */
export const edited = (
  device: Writer,
  record: WireRecord,
  body: Readonly<Record<string, unknown>>,
  overrides: Overrides = {},
): WireRecord => ({
  ...record,
  stamp: device.mint(),
  by: device.person,
  body: { ...record.body, ...body },
  ...overrides,
});
