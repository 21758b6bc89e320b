/** Where the embedded PostgreSQL reports; a pino logger fits. */
export interface EmbeddedLog {
  /** What the server says in normal operation. */
  debug(fields: object, message: string): void;
  /** What the operator may want to know. */
  info(fields: object, message: string): void;
  /** What needs attention. */
  warn(fields: object, message: string): void;
}

/** Turns the server's output into log lines, and keeps the last of them to explain a failure. */
export class ServerOutput {
  private readonly log: EmbeddedLog;
  private readonly recent: string[] = [];
  private rest = '';

  constructor(log: EmbeddedLog) {
    this.log = log;
  }

  /** Takes the next piece of output, which may end anywhere in a line. */
  take(chunk: Buffer): void {
    const lines = (this.rest + chunk.toString()).split('\n');
    this.rest = lines.pop() ?? '';
    for (const line of lines) {
      this.recent.push(line);
      if (this.recent.length > 30) this.recent.shift();
      if (line.startsWith('PANIC:')) this.log.warn({ postgres: line }, 'embedded PostgreSQL');
      else this.log.debug({ postgres: line }, 'embedded PostgreSQL');
    }
  }

  /** The last lines of output. */
  tail(): string {
    return [...this.recent, this.rest].join('\n').trim();
  }
}
