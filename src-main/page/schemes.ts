// The two schemes Plumbline adds: `app:` holds the page and the way to the server, `plumbline-blob:` the originals.
import { protocol } from 'electron';

export const PAGE_ORIGIN = 'app://plumbline';

/** Must be called before Electron is ready. Both are standard, so that they have origins and `'self'` means something. */
export const declareSchemes = (): void => {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { ...privileges, codeCache: true } },
    { scheme: 'plumbline-blob', privileges: { ...privileges, corsEnabled: true } },
  ]);
};
