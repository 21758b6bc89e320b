/** Lets a loop sleep until it is kicked, for a given time at most. A kick while it works makes its next sleep end at once. */
export class Wakeup {
  private kicked = false;
  private wake: (() => void) | undefined;

  kick(): void {
    this.kicked = true;
    this.wake?.();
  }

  /** Sleeps until the next kick, at most `ms` milliseconds. */
  async sleep(ms: number): Promise<void> {
    if (!this.kicked) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        timer = setTimeout(resolve, ms);
      });
      clearTimeout(timer);
      this.wake = undefined;
    }
    this.kicked = false;
  }
}
