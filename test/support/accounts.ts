// The accounts that people of the tests sign up with.
import type { NewAccount } from './person.ts';

export const PASSWORD = 'a long kitchen passphrase';

export const accountOf = (name: string): NewAccount => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  password: PASSWORD,
});
