// Where the account is asked for over HTTP; the requests and replies are in account.ts.

export const ACCOUNT_PATHS = {
  /** POST SignUpRequest -> SessionReply */
  signUp: '/account/sign-up',
  /** POST SignInRequest -> SessionReply */
  signIn: '/account/sign-in',
  /** POST {} with the token -> {}; ending a session that is over is the same. */
  signOut: '/account/sign-out',
  /** GET with the token -> AccountView, so that a device learns of a household it was let into. */
  me: '/account/me',
} as const;
