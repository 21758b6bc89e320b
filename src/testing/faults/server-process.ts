import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { freePort } from '../nats.js';
import { until } from '../until.js';

/** One line of a server's log. */
export type LogLine = Record<string, unknown> & { level: string; msg: string };

/** A server in a process of its own, which can be treated badly. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  /** Whether its relay leads, by what its log says. */
  leads = false;
  /** Ids of its workers, under which they lock jobs, by what its log says. */
  readonly workers = new Set<string>();
  /** What went wrong, by its log. */
  readonly complaints: LogLine[] = [];
  /** Ends of the process that nobody asked for. */
  readonly crashes: string[] = [];

  private constructor(
    private readonly main: string,
    private readonly env: Record<string, string>,
    readonly port: number,
  ) {}

  /** Starts a server with these settings on a free port, and waits until it serves. */
  static async start(main: string, env: Record<string, string>): Promise<ServerProcess> {
    const server = new ServerProcess(main, env, await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  get running(): boolean {
    return this.child !== undefined;
  }

  async start(): Promise<void> {
    const env = {
      PATH: process.env.PATH ?? '',
      HOST: '127.0.0.1',
      PORT: String(this.port),
      NODE_ENV: 'test',
      LOG_LEVEL: 'info',
      ...this.env,
    };
    const child = spawn(process.execPath, ['--no-warnings', this.main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    const orphaned = () => child.kill('SIGKILL');
    process.once('exit', orphaned);
    child.once('exit', () => process.off('exit', orphaned));
    this.leads = false;
    this.workers.clear();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr = (stderr + chunk).slice(-4_000)));
    createInterface({ input: child.stdout }).on('line', (line) => this.note(line));
    child.once('exit', (code, signal) => {
      if (this.child !== child) return;
      this.child = undefined;
      this.crashes.push(`${signal ?? `exit code ${code}`} ${stderr}`);
    });
    await until(async () => {
      if (this.child !== child) throw new Error(`The server ended at its start: ${this.crashes.at(-1)}`);
      return (await fetch(`http://127.0.0.1:${this.port}/health/ready`).catch(() => undefined))?.status === 200;
    }, 60_000);
  }

  /** Ends it at once, wherever it is. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Asks it to end. */
  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  /** Asks it to end, as an update does, and starts it again. */
  async stopAndStart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Halts it as a machine that is moved does; {@link resume} lets it go on. */
  pause(): void {
    this.child?.kill('SIGSTOP');
    this.leads = false;
  }

  resume(): void {
    this.child?.kill('SIGCONT');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child) return;
    this.child = undefined;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGCONT');
    child.kill(signal);
    await ended;
  }

  private note(text: string): void {
    const line = parse(text);
    if (!line) return;
    if (typeof line.leads === 'boolean') this.leads = line.leads;
    if (typeof line.workerPool === 'string') this.workers.add(line.workerPool);
    if (line.level === 'error' || line.level === 'fatal') this.complaints.push(line);
  }
}

function parse(text: string): LogLine | undefined {
  try {
    return JSON.parse(text) as LogLine;
  } catch {
    return undefined;
  }
}
