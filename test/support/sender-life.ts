/** A process that is one life of the sender: `FILE API_ROOT START [POINT]`; it ends itself by SIGKILL at that point. */
import { flushCompileCache } from 'node:module';
import { live } from './sender.ts';

// Who is killed leaves no compiled code behind, and the next life would compile it all again.
flushCompileCache();

const [file = '', apiRoot = '', start = '0', last = '0'] = process.argv.slice(2);
let points = 0;
await live({
  file,
  apiRoot,
  start: Number(start),
  point() {
    points++;
    if (points === Number(last)) process.kill(process.pid, 'SIGKILL');
  },
});
process.stdout.write(`${points}\n`);
