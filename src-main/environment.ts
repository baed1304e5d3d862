// What the environment may tell main, read once at the start and named in one place.

export interface Environment {
  /** The page comes from Vite's development server instead of dist/renderer. */
  readonly devServer: string | null;
  /** A picture of the window is written here once the page has loaded (`npm start` waits for it). */
  readonly screenshot: string | null;
  /** Filled in as the server's address on the sign-up page. */
  readonly suggestedServer: string | null;
  /** Save dialogs write into this folder without asking: for tests and the demo, which have no hands. */
  readonly saveFolder: string | null;
  /** Plain http to servers that are not on this machine or a private network. */
  readonly allowHttp: boolean;
  /** `shop.example=127.0.0.1:8080`, with commas: pages of these names are fetched from there. For tests, which have no web. */
  readonly pageHosts: string | null;
  /** Tests start the app again themselves; a relaunched app would outlive them. */
  readonly relaunch: boolean;
}

/** An installed app takes no page from elsewhere: whoever can set a variable must not get the keys that the page is handed. */
export const readEnvironment = (
  env: Readonly<Record<string, string | undefined>>,
  isPackaged: boolean,
): Environment => ({
  devServer: isPackaged ? null : given(env['VITE_DEV_SERVER_URL']),
  screenshot: given(env['PLUMBLINE_SCREENSHOT']),
  suggestedServer: given(env['PLUMBLINE_SERVER_URL']),
  saveFolder: given(env['PLUMBLINE_SAVE_DIR']),
  allowHttp: env['PLUMBLINE_ALLOW_HTTP'] === '1',
  pageHosts: isPackaged ? null : given(env['PLUMBLINE_PAGE_HOSTS']),
  relaunch: env['PLUMBLINE_NO_RELAUNCH'] !== '1',
});

const given = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value);
