// A device that is killed and started again: its folder, how it is protected, and what its window has shown as there.
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { passTheGate } from '../support/gate.ts';
import { launch, type Launched } from '../support/launch.ts';
import { personAt, type Person } from '../support/person.ts';
import type { MadePicture } from './pictures.ts';

export const JOURNEY = 'Kitchen under fire';

export interface Device {
  readonly folder: string;
  /** Without encryption the database can be read behind the app's back; with a passphrase only the window can tell. */
  readonly protection: 'none' | 'passphrase';
  /** Names of steps that stood in the list. */
  readonly steps: Set<string>;
  /** Pictures that the window said were on this device, by name. */
  readonly photos: Map<string, MadePicture>;
  /** All that was ever handed to this device, by name: what it keeps must be one of these. */
  readonly given: Map<string, MadePicture>;
}

export const createDevice = (folder: string, protection: Device['protection']): Device => {
  mkdirSync(folder, { recursive: true });
  return { folder, protection, steps: new Set(), photos: new Map(), given: new Map() };
};

export interface Started {
  readonly launched: Launched;
  readonly person: Person;
}

/** Starts it on its folder and goes to the journey's steps, through the lock and the first day's questions where there are any. */
export const startDevice = async (device: Device): Promise<Started> => {
  const launched = await launch({ userData: device.folder, protection: device.protection === 'none' ? 'none' : 'ask' });
  const { page } = launched;
  page.setDefaultTimeout(60_000);
  const person = personAt(page);
  if (device.protection === 'passphrase') await passTheGate(page);
  await goToSteps(person);
  return { launched, person };
};

/** The window opens where it was left: on Home, on the journey, or, killed early, before there was a journey. */
const goToSteps = async (person: Person): Promise<void> => {
  const { page } = person;
  const steps = page.getByRole('tab', { name: 'Steps' });
  const begin = page.getByRole('button', { name: 'Start my journey' });
  const resume = page.getByRole('button', { name: `Resume ${JOURNEY}` });
  await steps.or(resume).or(begin).first().waitFor();
  if (await steps.isHidden()) {
    if (await resume.isVisible()) await resume.click();
    else await person.startJourney({ name: JOURNEY });
  }
  await person.openTab('Steps');
  await page.getByRole('textbox', { name: 'Add a step' }).waitFor();
};

/** Folder of the originals that main keeps. */
export const blobFolder = ({ folder }: Device): string => path.join(folder, 'blobs');
