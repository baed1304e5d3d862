// `npm run demo`: plays the main job on real input, with no display and no hands; see test/demo/main-job.ts.
import { playMainJob } from '../test/demo/main-job.ts';

try {
  await playMainJob();
  console.log('demo: everything was there');
} catch (problem) {
  console.error('demo failed:', problem);
  process.exitCode = 1;
}
