import { fork } from 'node:child_process';
import { join } from 'node:path';
import { benchFolder } from '../folders.ts';
import type { Extent, Measured, Target } from './protocol.ts';

/** The load generator: a process of its own, so that its work is on no server's account. */
export interface Load {
  /**
   * Sends requests until the extent is reached.
   * @throws when an answer had another status than 200 or another size than expected.
   */
  run(target: Target, extent: Extent): Promise<Measured>;
  stop(): void;
}

export function startLoad(): Load {
  const child = fork(join(benchFolder, 'load/generator.ts'), { stdio: ['ignore', 2, 2, 'ipc'] });
  let settle: (answer: Measured | { error: string }) => void = () => undefined;
  child.on('message', (answer) => settle(answer as Measured | { error: string }));
  child.on('exit', () => settle({ error: 'The load generator ended.' }));
  return {
    async run(target, extent) {
      const answered = new Promise<Measured | { error: string }>((resolve) => (settle = resolve));
      child.send({ target, extent });
      const answer = await answered;
      if ('error' in answer) throw new Error(answer.error);
      if (answer.failures.length) throw new Error(`Wrong answers: ${answer.failures.join('; ')}`);
      return answer;
    },
    stop: () => void child.kill(),
  };
}
