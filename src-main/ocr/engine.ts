// tesseract.js in the thread that calls it, with the data of each language that was asked for: going from one to another costs nothing.
// Its own worker holds one language, and takes a tenth of a second to change it: docs/decisions/0015.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

import getCore from 'tesseract.js/src/worker-script/node/getCore.js';
import setImage from 'tesseract.js/src/worker-script/utils/setImage.js';
import { isGreyFile, partOfGreyFile } from './grey-file.ts';
import { movedTsv } from './page-from-tsv.ts';
import type { Reading } from './read-page.ts';

/** Its files lie in the folder as `<language>.traineddata.gz`. */
export interface Engine {
  /** Tesseract's TSV of what is read. A picture that is no bare grey one is read as a whole. */
  readonly read: (image: Uint8Array, reading: Reading) => string;
  /** What was read last; null before. */
  readonly language: () => string | null;
}

/** `OEM.LSTM_ONLY` of tesseract.js. */
const LSTM_ONLY = 1;
const CORNER = { left: 0, top: 0 } as const;

export const startEngine = async (folder: string): Promise<Engine> => {
  const start = await getCore(LSTM_ONLY, null, { progress: silent });
  const core = await start({ TesseractProgress: silent, print: silent, printErr: silent });
  /** Each takes about 9 MB beside the first, and there are eight. */
  const apis = new Map<string, TesseractApi>();
  let last: string | null = null;

  const apiFor = (language: string): TesseractApi => {
    const known = apis.get(language);
    if (known !== undefined) return known;
    const file = path.join(folder, `${language}.traineddata.gz`);
    if (!/^[a-z_]{3,20}$/.test(language) || !existsSync(file)) throw new Error('no such language');
    const name = `${language}.traineddata`;
    core.FS.writeFile(name, gunzipSync(readFileSync(file)));
    const api = new core.TessBaseAPI();
    if (api.Init(null, language, LSTM_ONLY) !== 0) throw new Error('the data can not be used');
    core.FS.unlink(name);
    apis.set(language, api);
    return api;
  };

  return {
    read: (image, { language, part, turned }) => {
      const api = apiFor(language);
      last = language;
      const isGrey = isGreyFile(image);
      const cut = isGrey ? partOfGreyFile(image, part, turned) : null;
      setImage(core, api, cut ?? image, cut === null && turned ? Math.PI : 0);
      api.Recognize(null);
      const tsv = api.GetTSVText(0);
      api.Clear();
      return movedTsv(tsv, cut === null ? CORNER : (part ?? CORNER));
    },
    language: () => last,
  };
};

const silent = (): void => undefined;
