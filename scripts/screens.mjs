// `npm run screens`: a picture of every screen in out/screens/, light and dark, at two sizes; with `-- full` those of a full
// journey alone. See test/screens/every-screen.ts.
import { photographEveryScreen } from '../test/screens/every-screen.ts';

await photographEveryScreen(process.argv[2]);
