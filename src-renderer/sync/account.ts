// Signing up, signing in, inviting and joining: what each changes on this device. Nothing on it is lost by any of them.
import type { RecordId } from '../../domain/kernel/ids.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import type { AccountView } from '../../protocol/account/account.ts';
import {
  acceptReply,
  inviteReply,
  invitePreview,
  membersReply,
  type AcceptReply,
  type InvitePreview,
  type InviteRequest,
  type MembersReply,
  type RevokeRequest,
} from '../../protocol/account/invite.ts';
import type { Failure } from '../../protocol/failures.ts';
import { z } from 'zod';
import { keepAccount } from '../approvals/own-keys.ts';
import { HOME } from '../data/identity.ts';
import type { OpenStore } from '../data/open-store.ts';
import { desktop } from '../ports/desktop.ts';
import { pageServer } from '../ports/server.ts';
import type { Access } from './access/access.ts';

export const ACCOUNT = 'account';

export interface SignUpForm {
  readonly server: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}
export type SignInForm = Omit<SignUpForm, 'name'>;

/** Signs up and adopts everything on this device into the new household; the next connection claims and sends it. */
export const signUp = async (store: OpenStore, form: SignUpForm): Promise<Result<AccountView, Failure>> => {
  const signed = await desktop().ask('session.signUp', { ...form, person: store.me, device: DEVICE });
  if (!signed.ok) return signed;
  await remember(store, signed.value);
  await store.settings.set(NAME, form.name);
  await introduce(store, { name: form.name, role: 'owner' });
  return ok(signed.value);
};

/** Signs in; a device that holds another account's data is refused, so that two households never mix by a slip. */
export const signIn = async (store: OpenStore, form: SignInForm): Promise<Result<AccountView, Failure>> => {
  const signed = await desktop().ask('session.signIn', { ...form, person: store.me, device: DEVICE });
  if (!signed.ok) return signed;
  const bound = store.settings.get(ACCOUNT);
  if (typeof bound === 'string' && bound !== signed.value.account) {
    await desktop().ask('session.signOut', {});
    return { ok: false, error: { type: 'AccountOther' } };
  }
  await remember(store, signed.value);
  await introduceAs(store, signed.value.name);
  return ok(signed.value);
};

const DEVICE = 'desktop';
/** Setting: this person's own name, written on a name card in every space that is granted. */
export const NAME = 'name';

/** Remembers the name to be introduced by; the cards are written when the spaces are there. */
export const introduceAs = (store: OpenStore, name: string): Promise<void> => store.settings.set(NAME, name);

const remember = async (store: OpenStore, account: AccountView): Promise<void> => {
  await store.settings.set(ACCOUNT, account.account);
  await keepAccount(store, account);
};

/** Writes this person's name where the household reads it. */
const introduce = async (
  store: OpenStore,
  { name, role }: { readonly name: string; readonly role: 'owner' | 'family' },
): Promise<void> => {
  await store.run('person.set', { space: store.home, id: store.me, name, role });
};

export const invite = (request: InviteRequest): Promise<Result<{ code: string; expiresAt: number }, Failure>> =>
  pageServer.ask({ method: 'POST', path: '/invites', body: request, reply: inviteReply });

export type PreviewInvite = (code: string) => Promise<Result<InvitePreview, Failure>>;

export const previewInvite: PreviewInvite = (code) =>
  pageServer.ask({ method: 'GET', path: `/invites/${encodeURIComponent(code)}`, reply: invitePreview });

/** Accepts; whoever joins a household moves into it with the journeys they bring, the rest stays on this device only. */
export const acceptInvite = async (
  store: OpenStore,
  access: Access,
  question: { readonly code: string; readonly bring: readonly RecordId[] },
): Promise<Result<AcceptReply, Failure>> => {
  const reply = await pageServer.ask({
    method: 'POST',
    path: `/invites/${encodeURIComponent(question.code)}/accept`,
    body: { person: store.me },
    reply: acceptReply,
  });
  if (!reply.ok) return reply;
  if (reply.value.home !== null) await moveHome(store, access, { home: reply.value.home, bring: question.bring });
  return reply;
};

/** From the next start of the page on, `home` is the household's space. */
export const moveHome = async (
  store: OpenStore,
  access: Access,
  { home, bring }: { readonly home: string; readonly bring: readonly RecordId[] },
): Promise<void> => {
  const journeys = await store.find({ type: 'journey', trash: 'with' });
  const granted = new Set(access.granted().map(({ space }) => space));
  access.keepHere(journeys.map(({ id }) => id).filter((id) => !bring.includes(id) && !granted.has(id)));
  await store.settings.set(HOME, home);
  await store.flush();
};

export const members = (
  of: { readonly home: string } | { readonly journey: RecordId },
): Promise<Result<MembersReply, Failure>> =>
  pageServer.ask({ method: 'GET', path: `/access/members?${new URLSearchParams(of)}`, reply: membersReply });

export const revoke = (request: RevokeRequest): Promise<Result<unknown, Failure>> =>
  pageServer.ask({ method: 'POST', path: '/access/revoke', body: request, reply: z.unknown() });
