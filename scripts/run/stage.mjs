// Says what is happening and how long it took, one line a stage.

const began = Date.now();

/** A failure that is explained to the person in its message; no stack is shown. */
export class Stop extends Error {
  name = 'Stop';
}

export function say(sentence) {
  console.log(`[${seconds(Date.now() - began)}] ${sentence}`);
}

/** Carries out one stage and says how long it took. */
export async function stage(title, work) {
  say(`${title} ...`);
  const from = Date.now();
  const result = await work();
  say(`${title}: done in ${seconds(Date.now() - from)}`);
  return result;
}

/** Milliseconds as seconds, "1.2 s". */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
