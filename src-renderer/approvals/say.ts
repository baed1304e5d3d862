// Says something about a change order or an award: main signs it over what this device has seen, and it is written.
import { contentText } from '../../domain/approvals/content.ts';
import type { Graph } from '../../domain/approvals/graph.ts';
import { sideOfRole } from '../../domain/spaces/sides.ts';
import { headsToName } from '../../domain/approvals/heads.ts';
import { err, type Result } from '../../domain/kernel/result.ts';
import type { AnyRecord } from '../../domain/records/envelope.ts';
import type { Verdict } from '../../domain/records/approval.ts';
import type { Bridge } from '../../protocol/ipc/channels.ts';
import type { Failure } from '../../protocol/failures.ts';
import { sha256Of } from '../data/sha256.ts';
import type { Deed, Store } from '../data/store.ts';
import { keepOwnKey } from './own-keys.ts';

export interface Saying {
  /** As the person saw it: what is approved is what stood there when they pressed. */
  readonly record: AnyRecord;
  readonly verdict: Verdict;
  readonly reason: string;
  /** What was said in its space so far. */
  readonly graph: Pick<Graph, 'heads' | 'entries'>;
}

export const say = async (
  store: Pick<Store, 'me' | 'run' | 'roleIn' | 'settings'>,
  { record, verdict, reason, graph }: Saying,
  { ask, now }: { readonly ask: Bridge['ask']; readonly now: () => number },
): Promise<Result<Deed, Failure>> => {
  const { key: about, space, journey } = record;
  const text = contentText(record);
  const side = sideOfRole(store.roleIn(space));
  if (text === null || side === null) return err({ type: 'NotAllowed' });
  const content = await sha256Of(new TextEncoder().encode(text).buffer);
  const said = { about, verdict, side, reason, content, heads: headsToName(graph, { about, side }), at: now() };
  const signed = await ask('sign.entry', { space, journey, by: store.me, said });
  if (!signed.ok) return signed;
  await keepOwnKey(store.settings, signed.value.body.device);
  return store.run('approval.say', { space, journey, ...signed.value });
};
