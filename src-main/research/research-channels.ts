// What the page may ask of research: whom to ask, an answer, a look at a page, and to have one opened in the browser.
import { err, ok } from '../../domain/kernel/result.ts';
import type { Handlers } from '../ipc/serve.ts';
import { pageAddress } from './page-address.ts';
import type { PageReader } from './page-reader.ts';
import type { ResearchSettings } from './research-settings.ts';

export interface ResearchChannelParts {
  readonly research: ResearchSettings;
  readonly pageReader: PageReader;
  readonly openOutside: (url: string) => Promise<void>;
}

export const researchChannels = ({
  research,
  pageReader,
  openOutside,
}: ResearchChannelParts): Pick<
  Handlers,
  'research.status' | 'research.choose' | 'research.search' | 'research.page' | 'research.open'
> => ({
  'research.status': () => research.status(),
  'research.choose': (choice) => research.choose(choice),
  'research.search': ({ text }) => research.search(text),
  'research.page': ({ url }) => pageReader.look(url),
  'research.open': async ({ url }) => {
    const address = pageAddress(url);
    if (address === null) return err({ type: 'PageRefused' });
    await openOutside(address.href);
    return ok(null);
  },
});
