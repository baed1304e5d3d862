// A device's signature in the fuzz: main's own key and check, over a file in a folder of this thread.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { journeyApprovals, type JourneyApprovals } from '../../domain/approvals/journey-approvals.ts';
import { keyProofText } from '../../domain/approvals/entry.ts';
import { sideOfRole } from '../../domain/spaces/sides.ts';
import { ok } from '../../domain/kernel/result.ts';
import type { BroughtKey } from '../../protocol/account/account.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import { createDeviceKey } from '../../src-main/sign/device-key.ts';
import { signChannels } from '../../src-main/sign/sign-channels.ts';
import { createCheckJourney } from '../../src-renderer/approvals/check-entries.ts';
import { ownKeys } from '../../src-renderer/approvals/own-keys.ts';
import { say } from '../../src-renderer/approvals/say.ts';
import type { OpenStore } from '../../src-renderer/data/open-store.ts';
import type { ToSign } from './random-deed.ts';
import type { Snapshot } from './messages.ts';

export interface Signing {
  readonly keyFor: (person: string) => Promise<BroughtKey>;
  readonly sign: (store: OpenStore, to: ToSign, now: () => number) => ReturnType<typeof say>;
  readonly judged: (store: OpenStore) => Promise<Pick<Snapshot, 'agreedBySpace' | 'broken'>>;
  readonly end: () => void;
}

export const createSigning = (): Signing => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-fuzz-key-'));
  const deviceKey = createDeviceKey(path.join(folder, 'device-key.bin'), () => ok(null), Date.now);
  const channels = signChannels(deviceKey);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only these channels are asked
  const ask = ((channel: keyof typeof channels, args: never) => channels[channel](args)) as unknown as Bridge['ask'];
  const check = createCheckJourney(ask);

  /** Every space at once, whichever journey it is of. */
  const read = async (store: OpenStore): Promise<JourneyApprovals> => {
    const changes = await store.find({ type: 'change', trash: 'with' });
    const awards = await store.find({ type: 'award', trash: 'with' });
    const checked = await check(await store.find({ type: 'approval', trash: 'with' }), [...changes, ...awards]);
    const own = { me: store.me, keys: ownKeys(store.settings), sideIn: (at: string) => sideOfRole(store.roleIn(at)) };
    return journeyApprovals({
      ...checked,
      changes,
      awards,
      own,
      cards: await store.find({ type: 'person', trash: 'with' }),
    });
  };

  return {
    keyFor: async (person) => {
      const key = await deviceKey.key();
      const proof = await deviceKey.sign(keyProofText(person));
      if (!key.ok || !proof.ok) throw new Error('there is no key');
      return { key: key.value, proof: proof.value.signature };
    },
    sign: async (store, { record, verdict, reason }, now) => {
      const graph = (await read(store)).graphBySpace.get(record.space) ?? { heads: [], entries: [] };
      return say(store, { record, verdict, reason, graph }, { ask, now });
    },
    judged: async (store) => {
      const { graphBySpace, changes, awardByKey, findings } = await read(store);
      const standings = [
        ...changes.map(({ change: { key }, standing }) => [key, standing] as const),
        ...awardByKey,
      ].map(([key, { state, why, words }]) => [key, state, why, words.map(({ id }) => id)] as const);
      const agreedBySpace = Object.fromEntries(
        [...graphBySpace].map(([space, { entries, heard, findings: found, heads }]) => {
          const about = standings
            .filter(([key]) => key.startsWith(`${space}|`))
            .toSorted(([a], [b]) => (a < b ? -1 : 1));
          const known = entries.map(({ id, certified, seen }) => [id, certified, seen.size]);
          return [
            space,
            JSON.stringify({ known, heard: heard.map(({ id }) => id), found, heads: heads.toSorted(), about }),
          ];
        }),
      );
      return { agreedBySpace, broken: findings.map(({ code, entry, by }) => `${code} ${entry} by ${by}`) };
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
};
