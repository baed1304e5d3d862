// What is lost or there by halves after all kills, when both devices are back and have caught up.
import { ask } from '../../support/ask.ts';
import { rawRecords, type RawRecord } from '../../support/raw-records.ts';
import { blobFolder, type Device, type Started } from '../device.ts';
import { leftovers } from '../disk.ts';
import type { Findings } from '../findings.ts';
import { previewsHere, wholeOriginals } from '../media-here.ts';
import type { MadePicture } from '../pictures.ts';
import { tornRecords } from '../torn-records.ts';
import { until } from './waiting.ts';

interface Settled {
  readonly devices: Readonly<Record<'sender' | 'receiver', Device>>;
  readonly running: Readonly<Record<'sender' | 'receiver', Started>>;
  readonly file: MadePicture;
}

export const syncFindings = async ({ devices, running, file }: Settled): Promise<Findings> => {
  const started = [running.sender, running.receiver];
  await until('the file is on the other device', () => holds(running.receiver, file.sha));
  for (const { person } of started) await person.allSent();
  const shown = new Set([...devices.sender.steps, ...devices.receiver.steps]);
  const lost = new Set<string>();
  const torn: string[] = [];
  for (const [who, { launched }] of Object.entries(running)) {
    // What the other typed last is on its way for a moment.
    let missing: readonly string[] = [];
    await until(`${who} has every step`, async () => {
      const steps = stepsOf(await rawRecords(launched.page));
      missing = [...shown].filter((name) => !steps.includes(name));
      return missing.length === 0;
    }).catch(() => undefined);
    const standing = (await rawRecords(launched.page)).filter(({ _deleted }) => !_deleted);
    for (const name of missing) lost.add(`step "${name}" on the ${who}`);
    if (!standing.some(({ type, body }) => type === 'document' && body['sha'] === file.sha))
      lost.add(`the file's record on the ${who}`);
    if (!(await wholeOriginals(launched.page, [file.sha])).has(file.sha)) lost.add(`the file on the ${who}`);
    if (!(await previewsHere(launched.page)).has(file.sha)) torn.push(`${who}: the file without a preview`);
    torn.push(...tornRecords(standing).map((what) => `${who}: ${what}`));
    torn.push(...twice(stepsOf(standing)).map((name) => `${who}: step "${name}" twice`));
  }
  for (const device of Object.values(devices)) torn.push(...leftovers(blobFolder(device)));
  return { lost: [...lost], torn };
};

const holds = async ({ launched }: Started, sha: string): Promise<boolean> =>
  (await ask(launched.page, 'blob.has', { shas: [sha] })).have.includes(sha);

const stepsOf = (records: readonly RawRecord[]): readonly string[] =>
  records.filter(({ type, _deleted }) => type === 'step' && !_deleted).map(({ body }) => String(body['name']));

const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];
