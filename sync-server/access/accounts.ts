// Accounts: signing up, in and out. A person id belongs to one account for ever; an account may have several.
import type { PersonId } from '../../domain/kernel/ids.ts';
import { err, ok, type Result } from '../../domain/kernel/result.ts';
import type {
  AccountView,
  BroughtKey,
  SessionReply,
  SignInRequest,
  SignUpRequest,
} from '../../protocol/account/account.ts';
import type { Failure } from '../../protocol/failures.ts';
import { holdsKey } from './signatures.ts';
import type { Passwords } from './passwords.ts';
import type { Account, Claim, Registry, Session } from './registry.ts';
import { newAccountId, newToken, sha256Hex } from './secrets.ts';

export interface Accounts {
  readonly signUp: (request: SignUpRequest) => Promise<Result<SessionReply, Failure>>;
  readonly signIn: (request: SignInRequest) => Promise<Result<SessionReply, Failure>>;
  /** Ends the session; ending one that is not there is the same. */
  readonly signOut: (token: string) => Promise<void>;
  /** The session that a token opens, null when it has ended. */
  readonly sessionOf: (token: string) => Promise<Session | null>;
  /** Binds a person to the account, or says that another account has it. */
  readonly bind: (account: string, person: PersonId) => Promise<Result<Account, Failure>>;
}

interface AccountsOptions {
  readonly registry: Registry;
  readonly passwords: Passwords;
  readonly now: () => number;
}

/** How long a name claimed by a sign-up that never finished stays taken, ms. */
const UNFINISHED_MS = 60_000;

export const createAccounts = ({ registry, passwords, now }: AccountsOptions): Accounts => {
  /** Takes a name for an account: one document per name, and of two at once on a cluster the earlier one has it. */
  const claim = async (id: string, account: string): Promise<boolean> => {
    if (await registry.claims.add({ id, account, at: now() }))
      return isHeldBy(await registry.claims.confirm(id), account);
    const held = await registry.claims.get(id);
    if (held === null) return false;
    if (held.account === account) return true;
    // A name held by no account is what a server leaves behind that stopped halfway through a sign-up.
    if (now() - held.at <= UNFINISHED_MS || (await registry.accounts.get(held.account)) !== null) return false;
    const taken = await registry.claims.tryChange(id, (entry) =>
      entry.account === held.account ? ok({ ...entry, account, at: now() }) : err('taken'),
    );
    return taken.ok && taken.value !== null && isHeldBy(await registry.claims.confirm(id), account);
  };

  const openSession = async (account: Account, device: string): Promise<SessionReply> => {
    const token = newToken();
    await registry.sessions.add({ id: sessionId(token), account: account.id, device, createdAt: now() });
    return { token, account: accountToView(account) };
  };

  const bind = async (accountId: string, person: PersonId): Promise<Result<Account, Failure>> => {
    if (!(await claim(person, accountId))) return err({ type: 'PersonClaimed' });
    const account = await registry.accounts.change(accountId, (held) =>
      held.people.includes(person) ? held : { ...held, people: [...held.people, person] },
    );
    return account === null ? err({ type: 'NotSignedIn' }) : ok(account);
  };

  /** Former keys stay: what they signed is still to be verified. */
  const withKey = (account: Account, person: PersonId, brought: BroughtKey | undefined): Account => {
    const keys = account.keys ?? [];
    if (brought === undefined || keys.some(({ key, person: whose }) => key === brought.key && whose === person))
      return account;
    return { ...account, keys: [...keys, { person, key: brought.key, at: now() }] };
  };

  return {
    signUp: async ({ name, email, password, person, device, key }) => {
      if (key !== undefined && !holdsKey(key, person)) return err({ type: 'InputInvalid', fields: ['key'] });
      const passwordHash = await passwords.hash(password);
      const id = newAccountId();
      if (!(await claim(emailId(email), id))) return err({ type: 'EmailTaken', fields: ['email'] });
      if (!(await claim(person, id))) {
        await registry.claims.remove(emailId(email), (held) => isHeldBy(held, id));
        return err({ type: 'PersonClaimed', fields: ['person'] });
      }
      const unkeyed: Account = {
        id,
        email: email.trim(),
        name,
        passwordHash,
        people: [person],
        memberships: [],
        joins: [],
        ended: [],
      };
      const account = withKey(unkeyed, person, key);
      await registry.accounts.add(account);
      return ok(await openSession(account, device));
    },
    signIn: async ({ email, password, person, device, key }) => {
      if (key !== undefined && !holdsKey(key, person)) return err({ type: 'InputInvalid', fields: ['key'] });
      const held = await registry.claims.get(emailId(email));
      const account = held === null ? null : await registry.accounts.get(held.account);
      // An unknown e-mail costs the same work as a wrong password, so that neither the answer nor its time tells which it was.
      const right = await passwords.verify(account?.passwordHash ?? null, password);
      if (account === null || !right) return err({ type: 'SignInWrong' });
      const bound = await bind(account.id, person);
      if (!bound.ok) return bound;
      const keyed = await registry.accounts.change(account.id, (kept) => withKey(kept, person, key));
      return ok(await openSession(keyed ?? bound.value, device));
    },
    signOut: (token) => registry.sessions.remove(sessionId(token)),
    sessionOf: (token) => registry.sessions.get(sessionId(token)),
    bind,
  };
};

export const accountToView = (account: Account): AccountView => ({
  account: account.id,
  email: account.email,
  name: account.name,
  people: [...account.people],
  households: account.memberships.map(({ home, role }) => ({ home, role })),
  keys: (account.keys ?? []).map(({ person, key }) => ({ person, key })),
});

const sessionId = (token: string): string => `session_${sha256Hex(token)}`;

/** What an e-mail is known by here: its hash, whatever its capitals. */
export const emailId = (email: string): string => `email_${sha256Hex(email.trim().toLowerCase())}`;

const isHeldBy = (held: Claim | null, account: string): boolean => held?.account === account;
