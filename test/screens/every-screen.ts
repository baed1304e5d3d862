// A picture of every screen, light and dark, in a small window and an ordinary one: to be looked at after any change of looks.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { accountOf } from '../support/accounts.ts';
import { launch, type Launched } from '../support/launch.ts';
import { personAt, type Person } from '../support/person.ts';
import { rareScreens } from './rare-screens.ts';
import { addQuote, changeRow, proposeChange } from '../support/quote-by-hand.ts';
import { startRealServer } from '../support/real-server.ts';

const out = path.resolve(import.meta.dirname, '../../out/screens');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 800 },
] as const;
const SCHEMES = ['light', 'dark'] as const;
const TABS = [
  'Overview',
  'Talk',
  'Steps',
  'Tasks',
  'Photos',
  'Documents',
  'Money',
  'Quotes',
  'Decisions',
  'Research',
  'Activity',
  'People',
] as const;
const ACCOUNT = accountOf('Anna');

type Take = (name: string) => Promise<void>;

/** Writes `<name>-<width>-<scheme>.png` for every size and scheme, and goes back to the first. */
const cameraOf =
  ({ page }: Launched): Take =>
  async (name) => {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        // Skeletons, previews and the movement of a panel have come to rest.
        await page.waitForTimeout(350);
        await page.screenshot({ path: path.join(out, `${name}-${size.width}-${colorScheme}.png`) });
      }
    }
    await page.setViewportSize(SIZES[0]);
    // What folded away in the small window unfolds.
    await page.waitForTimeout(300);
    console.log(name);
  };

/** Everything that is on the screens of this list was there when this returned: of the first day, an empty journey and a full one, or of the one named. */
export const photographEveryScreen = async (wanted?: string): Promise<void> => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const server = await startRealServer();
  try {
    const isWanted = (name: string): boolean => wanted === undefined || wanted === name;
    if (isWanted('first')) await firstDay();
    if (isWanted('empty')) await emptyJourney();
    if (isWanted('full')) await sampleKitchen(server.url);
    if (isWanted('rare')) await rare();
  } finally {
    await server.end();
  }
};

const onDevice = async (
  options: Parameters<typeof launch>[0],
  play: (person: Person, take: Take) => Promise<void>,
): Promise<void> => {
  const device = await launch(options);
  device.page.setDefaultTimeout(30_000);
  try {
    await play(personAt(device.page), cameraOf(device));
  } finally {
    await device.close();
  }
};

const firstDay = (): Promise<void> =>
  onDevice({ protection: 'ask' }, async ({ page }, take) => {
    await page.getByRole('heading').first().waitFor();
    await take('protect');
  });

const emptyJourney = (): Promise<void> =>
  onDevice({}, async ({ page, openTab, goTo, startJourney }, take) => {
    await page.getByRole('button', { name: 'Start my journey' }).waitFor();
    await take('welcome');
    await page.getByRole('button', { name: 'Join with a code' }).first().click();
    await page.getByRole('dialog').getByLabel('Invitation code').waitFor();
    await take('join');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Start my journey' }).click();
    await take('create');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await startJourney({ name: 'An empty room' });
    for (const tab of TABS) {
      await openTab(tab);
      await take(`empty-${tab.toLowerCase()}`);
    }
    await goTo('My tasks');
    await take('empty-my-tasks');
    await goTo('Search');
    await take('empty-search');
  });

const rare = (): Promise<void> =>
  onDevice({}, async (person, take) => {
    await person.page.getByRole('button', { name: 'Look round a sample kitchen' }).click();
    await person.page.getByRole('tab', { name: 'Overview', selected: true }).waitFor({ timeout: 120_000 });
    await rareScreens(person, take);
  });

const sampleKitchen = (serverUrl: string): Promise<void> =>
  onDevice({ env: { PLUMBLINE_SERVER_URL: serverUrl } }, async (person, take) => {
    const { page, openTab, goTo } = person;
    await page.getByRole('button', { name: 'Look round a sample kitchen' }).click();
    await page.getByRole('tab', { name: 'Overview', selected: true }).waitFor({ timeout: 120_000 });
    for (const tab of TABS) {
      await openTab(tab);
      await take(tab.toLowerCase());
      await furtherViews[tab]?.(page, take);
    }
    await moreTabs(page, take);
    await viewer(person, 'Photos', take);
    await comparison(person, take);
    await viewer(person, 'Documents', take);
    await goTo('Search');
    await page
      .getByRole('searchbox')
      .or(page.getByRole('textbox', { name: /Search/ }))
      .first()
      .fill('tiles');
    await page.waitForTimeout(800);
    await take('search');
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').waitFor();
    await take('palette');
    await page.keyboard.press('Escape');
    for (const place of ['Home', 'My tasks'] as const) {
      await goTo(place);
      await take(place.toLowerCase().replace(' ', '-'));
    }
    await goTo('Settings');
    await take('settings-no-account');
    await person.signUp(serverUrl, ACCOUNT);
    await take('settings');
    await goTo('Home');
    await person.startJourney({ name: 'Bathroom', template: 'Bathroom upgrade', budget: '9,500' });
    await openTab('People');
    await page.getByRole('button', { name: 'Invite a contractor' }).click();
    await take('invite');
    await page.keyboard.press('Escape');
    await take('people-alone');
    await openTab('Overview');
    await take('template-overview');
  });

/** Each view that a choice of views offers, the first again at the end. */
const viewsOf = async (
  page: Page,
  take: Take,
  choice: string,
  views: readonly [string, ...string[]],
): Promise<void> => {
  const group = page.getByRole('radiogroup', { name: choice });
  for (const view of [...views.slice(1), views[0]]) {
    await group.getByText(view).first().click();
    // Charts are drawn a moment later.
    await page.waitForTimeout(1_000);
    if (view !== views[0]) await take(`${choice}-${view}`.toLowerCase().replaceAll(' ', '-'));
  }
};

/** What is below the edge of the window. */
const foot = async (page: Page, take: Take, name: string): Promise<void> => {
  await page.getByRole('tabpanel').evaluate((panel) => {
    for (const each of [panel, ...panel.querySelectorAll('*')]) each.scrollTop = each.scrollHeight;
  });
  await take(name);
};

const withForm = async (page: Page, take: Take, open: string, name: string): Promise<void> => {
  await page.getByRole('button', { name: open, exact: true }).first().click();
  const cancel = page.getByRole('form').last().getByRole('button', { name: 'Cancel' });
  await cancel.scrollIntoViewIfNeeded();
  await take(name);
  await cancel.click();
};

const furtherViews: Partial<Record<(typeof TABS)[number], (page: Page, take: Take) => Promise<void>>> = {
  Overview: (page, take) => viewsOf(page, take, 'Views of the overview', ['Now', 'Progress', 'Weeks']),
  Talk: (page, take) => viewsOf(page, take, 'What is shown', ['Conversation', 'Comments']),
  Steps: async (page, take) => {
    await stepPanel(page, take);
    await viewsOf(page, take, 'View', ['List', 'Timeline', 'Calendar']);
  },
  Tasks: (page, take) => viewsOf(page, take, 'Which tasks', ['All tasks', 'Punch list', 'Daily log']),
  Money: async (page, take) => {
    await viewsOf(page, take, 'Views of the money', [
      'Costs',
      'Forecast',
      'Months and reports',
      'Shared',
      'Ways to save',
    ]);
    await foot(page, take, 'money-foot');
    await withForm(page, take, 'Plan a payment', 'plan-a-payment');
    await costPanel(page, take);
  },
  Quotes: async (page, take) => {
    await withForm(page, take, 'Add a quote', 'add-a-quote');
    for (const [vendor, price] of [
      ['Miller Plumbing', '480'],
      ['Holm and Sons', '520'],
    ] as const)
      await addQuote(page, {
        vendor,
        lines: [
          ['Move the sink drain', '1', 'pcs', price],
          ['Wall tiles', '12', 'm2', '39'],
        ],
      });
    await take('quotes-two');
    await viewsOf(page, take, 'How the quotes are shown', ['List', 'Compare']);
    await withForm(page, take, 'Propose a change', 'propose-a-change');
    const step = 'Tile the walls';
    await proposeChange(page, { title: 'Dry the wall', amount: '240', days: '3', step, why: 'It is damp.' });
    await changeRow(page, 'Dry the wall').click();
    await foot(page, take, 'quotes-foot');
  },
  Decisions: async (page, take) => {
    const form = page.getByRole('form', { name: 'Ask a question' });
    await page.getByRole('button', { name: 'Ask a question', exact: true }).first().click();
    await form.getByLabel('Question', { exact: true }).fill('Which floor in the hall?');
    await form.getByLabel(/^Alternatives/).fill('Oak parquet, oiled, from the yard behind the station\nSlate tiles');
    await take('ask-a-question');
    await form.getByRole('button', { name: 'Add the question' }).click();
    await form.waitFor({ state: 'detached' });
    await take('decision');
    await foot(page, take, 'decisions-foot');
  },
};

const moreTabs = async (page: Page, take: Take): Promise<void> => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menu').waitFor();
  await take('more-tabs');
  await page.keyboard.press('Escape');
};

const stepPanel = async (page: Page, take: Take): Promise<void> => {
  await page
    .getByRole('list', { name: 'Steps' })
    .getByRole('button', { name: /^Open / })
    .nth(4)
    .click();
  await page.getByRole('complementary', { name: 'Step' }).waitFor();
  await take('step');
  await page.keyboard.press('Escape');
};

const costPanel = async (page: Page, take: Take): Promise<void> => {
  await page.getByRole('row', { name: /Wall paint/ }).click();
  await page.getByRole('complementary').waitFor();
  await take('cost');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a cost' }).click();
  await page.getByRole('form', { name: 'Add a cost' }).waitFor();
  await take('add-cost');
  await page.keyboard.press('Escape');
};

const comparison = async ({ page, openTab }: Person, take: Take): Promise<void> => {
  await openTab('Photos');
  await page.getByText('Before and after', { exact: true }).click();
  await page
    .getByRole('button', { name: /^Compare / })
    .first()
    .waitFor();
  await take('photos-pairs');
  await page
    .getByRole('button', { name: /^Compare / })
    .first()
    .click();
  await page.getByRole('slider').waitFor();
  await take('photos-compare');
  await page.keyboard.press('Escape');
  await page.getByText('By step', { exact: true }).click();
};

const viewer = async ({ page, openTab }: Person, tab: 'Photos' | 'Documents', take: Take): Promise<void> => {
  await openTab(tab);
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: /^Open / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Close viewer' }).waitFor();
  await page.waitForTimeout(1_500);
  await take(`${tab.toLowerCase()}-viewer`);
  await page.getByRole('button', { name: 'Close viewer' }).click();
};
