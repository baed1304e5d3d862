// The window's words: one catalogue a feature, loaded by its file name, and the failures that protocol/ puts into sentences.
import { createInstance, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { FAILURES } from '../../protocol/failures.ts';

const files = import.meta.glob<ResourceLanguage[string]>('./en/*.json', { eager: true, import: 'default' });

/** `./en/steps.json` is the namespace `steps`. */
const catalogues = Object.fromEntries(
  Object.entries(files).map(([path, words]) => [path.slice('./en/'.length, -'.json'.length), words]),
);

/** Makes every word available; rejects only if i18next itself cannot start. */
export const startWords = async (): Promise<void> => {
  await createInstance()
    .use(initReactI18next)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      defaultNS: 'ui',
      resources: { en: { ...catalogues, failures: FAILURES } },
      // React escapes what it shows; escaping twice would show entities.
      interpolation: { escapeValue: false },
    });
};
