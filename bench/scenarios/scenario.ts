import type { BenchCaller } from '../data/caller.ts';
import type { Sample } from '../data/sample.ts';
import type { Load } from '../load/load.ts';
import type { Options } from '../options.ts';
import type { Row } from '../report/row.ts';
import type { RunningServer } from '../servers/server.ts';

/** What a scenario works with. */
export interface Bench {
  options: Options;
  databaseUrl: string;
  caller: BenchCaller;
  sample: Sample;
  load: Load;
  /** The contestants that take part, started when they are first asked for; all run until the end. */
  servers(): Promise<readonly RunningServer[]>;
  /** Switchboard alone, for what no other measures. */
  switchboard(): Promise<RunningServer>;
}

/** Something that `npm run bench` can measure. */
export interface Scenario {
  name: string;
  about: string;
  /** Runs only when `--only` names it. */
  onRequest?: boolean;
  run(bench: Bench): Promise<Row[]>;
}
