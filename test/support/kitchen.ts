// A kitchen that one device starts and lets others into: what most tests of sync begin from.
import type { CommandInput } from '../../domain/commands/registry.ts';
import { acceptReply, inviteReply } from '../../protocol/account/invite.ts';
import type { SyncDevice } from './sync-device.ts';

export const KITCHEN: CommandInput<'journey.start'> = {
  name: 'Kitchen',
  area: 'Kitchen',
  address: '',
  currency: 'EUR',
  startDate: null,
  template: null,
  budget: { minor: 1_000_000, currency: 'EUR' },
};

/** Answers the journey's id. */
export const startKitchen = async ({ store }: SyncDevice, name = 'Kitchen'): Promise<string> => {
  const deed = await store.run('journey.start', { ...KITCHEN, name });
  if (!deed.ok) throw new Error(deed.error.type);
  const journey = (await store.find({ type: 'journey' })).find(({ body }) => body.name === name);
  if (journey === undefined) throw new Error('no journey');
  return journey.id;
};

/** Answers the step's key. */
export const addStep = async ({ store }: SyncDevice, journey: string, name: string): Promise<string> => {
  const deed = await store.run('step.add', { journey, name });
  if (!deed.ok) throw new Error(deed.error.type);
  return deed.value.keys[0] ?? '';
};

/** One invites and the other accepts. `into` is the owner's household when not given. */
export const letIn = async (
  owner: SyncDevice,
  guest: SyncDevice,
  into: object = { into: 'household', home: owner.store.home },
): Promise<void> => {
  const made = await owner.server.ask({
    method: 'POST',
    path: '/invites',
    body: { label: 'Kitchen', inviter: 'Anna', ...into },
    reply: inviteReply,
  });
  if (!made.ok) throw new Error(made.error.type);
  const accepted = await guest.server.ask({
    method: 'POST',
    path: `/invites/${made.value.code}/accept`,
    body: { person: guest.store.me },
    reply: acceptReply,
  });
  if (!accepted.ok) throw new Error(accepted.error.type);
};
