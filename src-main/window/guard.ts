// Keeps every page of the app where it is: no navigation away, no new windows, no permissions, no webviews.
import { app, type Session } from 'electron';

import type { Log } from '../log/log.ts';
import { PAGE_ORIGIN } from '../page/schemes.ts';

/** The page may put text into the clipboard (an invitation code); everything else is refused. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

export const guardPages = (session: Session, log: Log): void => {
  session.setPermissionRequestHandler((page, permission, answer) => {
    answer(GRANTED.has(permission) && (page?.getURL().startsWith(`${PAGE_ORIGIN}/`) ?? false));
  });
  session.setPermissionCheckHandler(
    (_, permission, origin) => GRANTED.has(permission) && origin.startsWith(PAGE_ORIGIN),
  );
  session.setDevicePermissionHandler(() => false);
  // Saving goes by `file.save`; a download that starts by itself is not ours.
  session.on('will-download', (event) => event.preventDefault());

  const stay = (event: { readonly preventDefault: () => void; readonly url: string }): void => {
    // What comes from the server is no page, though it has the page's origin.
    if (event.url.startsWith(`${PAGE_ORIGIN}/`) && !event.url.startsWith(`${PAGE_ORIGIN}/api/`)) return;
    event.preventDefault();
    log.write({ level: 'warn', code: 'NavigationRefused' });
  };
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
};
