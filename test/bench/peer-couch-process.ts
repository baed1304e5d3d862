// Runs express-pouchdb as a process, as a CouchDB would be one: says its address to who started it and ends with them.
import { startLoopbackCouch } from '../support/loopback-couch.ts';

const couch = await startLoopbackCouch();
process.send?.(couch.url);
process.once('disconnect', () => void couch.end().then(() => process.exit(0)));
