/** Where progress is shown: a bar on a terminal, a plain line every few seconds elsewhere. */
export interface ProgressOutput {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const PLAIN_EVERY_MS = 5_000;
const BAR_EVERY_MS = 100;

/** Shows how far a long command is. */
export class Progress {
  private readonly began = Date.now();
  private last = 0;
  private drawn = false;

  /** @param label what is being done, such as `Importing` */
  constructor(
    private readonly label: string,
    private readonly unit: string,
    private readonly output: ProgressOutput = process.stderr,
  ) {}

  /**
   * @param share how much is done, 0 to 1
   * @param count how many units are done
   */
  show(share: number, count: number): void {
    const now = Date.now();
    const done = share >= 1;
    if (!done && now - this.last < (this.output.isTTY ? BAR_EVERY_MS : PLAIN_EVERY_MS)) return;
    if (!this.output.isTTY && this.last === 0 && !done && now - this.began < PLAIN_EVERY_MS) return;
    this.last = now;
    const percent = `${String(Math.floor(Math.min(share, 1) * 100)).padStart(3)} %`;
    const rate = Math.round((count / Math.max(now - this.began, 1)) * 1000);
    const text = `${percent}  ${count.toLocaleString('en')} ${this.unit}, ${rate.toLocaleString('en')}/s`;
    if (!this.output.isTTY) return void this.output.write(`${this.label} ${text.trim()}\n`);
    const width = Math.max(10, Math.min(40, (this.output.columns ?? 80) - this.label.length - text.length - 6));
    const full = Math.round(Math.min(share, 1) * width);
    this.output.write(`\r\u001b[K${this.label} [${'#'.repeat(full)}${'.'.repeat(width - full)}] ${text}`);
    this.drawn = true;
  }

  /** Leaves the line of the bar. */
  end(): void {
    if (this.drawn) this.output.write('\n');
    this.drawn = false;
  }
}
