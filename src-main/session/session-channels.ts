// What the page may ask of the server session.
import type { Handlers } from '../ipc/serve.ts';
import type { ServerSession } from './server-session.ts';

export const sessionChannels = (
  session: ServerSession,
): Pick<Handlers, 'session.status' | 'session.signUp' | 'session.signIn' | 'session.signOut'> => ({
  'session.status': () => session.status(),
  'session.signUp': ({ server, ...request }) => session.enter('signUp', server, request),
  'session.signIn': ({ server, ...request }) => session.enter('signIn', server, request),
  'session.signOut': () => session.signOut(),
});
