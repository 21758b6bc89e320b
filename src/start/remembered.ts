const MAX_REMEMBERED = 10_000;

/** Values that are looked up at most once in a while; failures are not remembered. */
export class Remembered<T> {
  private readonly known = new Map<string, { value: Promise<T>; until: number }>();

  /** @param ms how long a value is taken as true, in milliseconds. */
  constructor(private readonly ms: number) {}

  get(key: string, find: () => Promise<T>): Promise<T> {
    const found = this.known.get(key);
    if (found && found.until > Date.now()) return found.value;
    const value = find();
    this.keep(key, value);
    value.catch(() => this.known.delete(key));
    return value;
  }

  /** What was found last, however long ago; undefined when nothing was. */
  peek(key: string): Promise<T> | undefined {
    return this.known.get(key)?.value;
  }

  /** Makes the next question look it up again. */
  forget(key: string): void {
    this.known.delete(key);
  }

  /** Notes what has been looked up otherwise. */
  set(key: string, value: T): void {
    this.keep(key, Promise.resolve(value));
  }

  private keep(key: string, value: Promise<T>): void {
    if (this.known.size >= MAX_REMEMBERED) this.known.clear();
    this.known.set(key, { value, until: Date.now() + this.ms });
  }
}
