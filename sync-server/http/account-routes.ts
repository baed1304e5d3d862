// /account: signing up, in and out, and who one is.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { err, ok } from '../../domain/kernel/result.ts';
import { signInRequest, signUpRequest } from '../../protocol/account/account.ts';
import { accountToView, emailId } from '../access/accounts.ts';
import { callerRoute, openRoute, tokenOf } from './callers.ts';
import type { Services } from './services.ts';
import { createTries, limitOf, withShared, type RateLimits, type SharedTries } from './limits.ts';

const nothing = z.unknown();

/** Whoever guesses one person's password from many addresses meets this one; a person who mistypes does not. */
export const EMAIL_TRIES = 10;
const MOST_EMAILS = 10_000;

export const addAccountRoutes = (
  app: FastifyInstance,
  services: Services,
  { rateLimits, sharedTries }: { readonly rateLimits: RateLimits; readonly sharedTries: SharedTries | null },
): void => {
  const { accounts, now } = services;
  const limit = limitOf(rateLimits);
  const own = createTries({ perMinute: rateLimits.perEmail ?? EMAIL_TRIES, mostKeys: MOST_EMAILS, now });
  const tries = withShared(own, sharedTries);
  app.post(
    '/account/sign-up',
    limit,
    openRoute(signUpRequest, (body) => accounts.signUp(body)),
  );
  app.post(
    '/account/sign-in',
    limit,
    openRoute(signInRequest, async (body) => {
      const key = emailId(body.email);
      // Counted before the password is looked at, so that many at once are no way round it.
      if (!(await tries.take(key))) return err({ type: 'ServerBusy' });
      const signedIn = await accounts.signIn(body);
      if (signedIn.ok) await tries.clear(key);
      return signedIn;
    }),
  );
  app.post(
    '/account/sign-out',
    openRoute(nothing, async (_body, request) => {
      const token = tokenOf(request);
      if (token !== null) await accounts.signOut(token);
      return ok({});
    }),
  );
  app.get(
    '/account/me',
    callerRoute(services, nothing, async ({ access }) => ok(accountToView(access.account))),
  );
};
