import { tokenCommand } from '../kernel/access/token-command.js';

const { stdout, stderr, exitCode } = await tokenCommand(process.argv.slice(2), process.env);
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
