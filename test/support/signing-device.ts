// A device that signs as main does and judges what others signed as the page does: for tests of change orders between devices.
import path from 'node:path';
import { keyProofText } from '../../domain/approvals/entry.ts';
import { sideOfRole } from '../../domain/spaces/sides.ts';
import { journeyApprovals, type JourneyApprovals } from '../../domain/approvals/journey-approvals.ts';
import type { Standing } from '../../domain/approvals/standing.ts';
import { ok } from '../../domain/kernel/result.ts';
import type { RecordId, RecordKey } from '../../domain/kernel/ids.ts';
import type { Verdict } from '../../domain/records/approval.ts';
import type { BroughtKey } from '../../protocol/account/account.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import { createDeviceKey } from '../../src-main/sign/device-key.ts';
import { signChannels } from '../../src-main/sign/sign-channels.ts';
import { createCheckJourney } from '../../src-renderer/approvals/check-entries.ts';
import { keepOwnKey, ownKeys } from '../../src-renderer/approvals/own-keys.ts';
import { say } from '../../src-renderer/approvals/say.ts';
import type { World } from '../integration/server/server-world.ts';
import { createSyncDevice, type SyncDevice } from './sync-device.ts';

export interface Signing {
  readonly device: SyncDevice;
  /** Its key with the proof that it holds it, as main brings it at signing up. */
  readonly key: BroughtKey;
  readonly read: () => Promise<JourneyApprovals>;
  readonly say: (key: RecordKey, verdict: Verdict, reason?: string) => Promise<void>;
  readonly standing: (key: RecordKey) => Promise<Standing | undefined>;
}

interface SigningOptions {
  readonly name: string;
  /** Where its key lies. */
  readonly folder: string;
  /** Its clock for what it signs, ms, right or wrong. */
  readonly clock: number;
  readonly journey: () => RecordId;
}

export const createSigningDevice = async (
  world: Pick<World, 'url'>,
  { name, folder, clock, journey }: SigningOptions,
): Promise<Signing> => {
  const device = await createSyncDevice(world);
  const { store } = device;
  const deviceKey = createDeviceKey(path.join(folder, name), () => ok(null), Date.now);
  const channels = signChannels(deviceKey);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only these channels are asked
  const ask = ((channel: keyof typeof channels, args: never) => channels[channel](args)) as unknown as Bridge['ask'];
  const proof = await deviceKey.sign(keyProofText(store.me));
  if (!proof.ok) throw new Error(proof.error.type);
  const key = { key: proof.value.device, proof: proof.value.signature };
  await keepOwnKey(store.settings, key.key);
  await store.settings.set('name', name);
  const check = createCheckJourney(ask);
  const read = async (): Promise<JourneyApprovals> => {
    const of = { journey: journey() };
    const changes = await store.find({ type: 'change', ...of });
    const awards = await store.find({ type: 'award', ...of });
    const checked = await check(await store.find({ type: 'approval', ...of, trash: 'with' }), [...changes, ...awards]);
    const own = { me: store.me, keys: ownKeys(store.settings), sideIn: (at: string) => sideOfRole(store.roleIn(at)) };
    return journeyApprovals({ ...checked, changes, awards, own, cards: await store.find({ type: 'person' }) });
  };
  return {
    device,
    key,
    read,
    standing: async (at) => (await read()).changes.find(({ change }) => change.key === at)?.standing,
    say: async (at, verdict, reason = '') => {
      const record = await store.get(at);
      if (record === null) throw new Error('not here');
      const graph = (await read()).graphBySpace.get(record.space) ?? { heads: [], entries: [] };
      const said = await say(store, { record, verdict, reason, graph }, { ask, now: () => clock });
      if (!said.ok) throw new Error(JSON.stringify(said.error));
    },
  };
};
