/** One subject of the delivery benchmark in a process of its own: `sending|loop RATE MESSAGES PORT`; prints figures as one line. */
import { measureLoop, measureSending } from './delivery-subjects.ts';

const [, , name = '', rate = '', messages = '', port = ''] = process.argv;
const measure = (name === 'loop' ? measureLoop : measureSending)(Number(rate));
console.log(JSON.stringify(await measure(Number(messages), Number(port))));
process.exit(0);
