// The two people whose devices are killed: one signs up and invites, the other joins and opens the journey.
import { accountOf } from '../../support/accounts.ts';
import { launch } from '../../support/launch.ts';
import { personAt, type Person } from '../../support/person.ts';
import type { Device, Started } from '../device.ts';

/** Signs up and answers the invitation's code; ends on the journey's steps. */
export const household = async (anna: Person, server: string): Promise<string> => {
  await anna.signUp(server, accountOf('Anna'));
  await anna.allSent();
  await anna.page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('button', { name: /Kitchen/ })
    .first()
    .click();
  const code = await anna.invite('family');
  await anna.openTab('Steps');
  return code;
};

interface Joining {
  readonly server: string;
  readonly code: string;
  readonly journey: string;
}

export const joinedDevice = async (device: Device, { server, code, journey }: Joining): Promise<Started> => {
  const launched = await launch({ userData: device.folder });
  launched.page.setDefaultTimeout(60_000);
  const ben = personAt(launched.page);
  await ben.join(server, { code, account: accountOf('Ben') });
  await ben.goTo(journey);
  await ben.openTab('Steps');
  await ben.page.getByRole('textbox', { name: 'Add a step' }).waitFor();
  return { launched, person: ben };
};
