import { install } from './install.ts';
import { readOptions } from './options.ts';

const options = readOptions(process.argv.slice(2));
install();
// Loaded only now: it needs what has just been installed and built.
const { runBench } = await import('./run.ts');
process.exitCode = await runBench(options);
