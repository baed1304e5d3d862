// /account: signing up, in and out, and who one is.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ok } from '../../domain/kernel/result.ts';
import { signInRequest, signUpRequest } from '../../protocol/account/account.ts';
import { accountToView } from '../access/accounts.ts';
import { callerRoute, openRoute, tokenOf } from './callers.ts';
import type { Services } from './services.ts';
import type { Limit } from './limits.ts';

const nothing = z.unknown();

export const addAccountRoutes = (app: FastifyInstance, services: Services, limit: Limit): void => {
  const { accounts } = services;
  app.post(
    '/account/sign-up',
    limit,
    openRoute(signUpRequest, (body) => accounts.signUp(body)),
  );
  app.post(
    '/account/sign-in',
    limit,
    openRoute(signInRequest, (body) => accounts.signIn(body)),
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
