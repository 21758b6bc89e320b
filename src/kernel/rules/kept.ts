/** Most values that are kept; the one that was used longest ago goes first. */
const MOST_KEPT = 5_000;

/** What was worked out from texts, so that it need not be worked out again; bounded, since texts come from callers. */
export class Kept<Value extends object> {
  private readonly values = new Map<string, Value>();

  /** The value of a text, worked out when it is not at hand. */
  get(text: string, make: () => Value): Value {
    const before = this.values.get(text);
    const value = before ?? make();
    if (before) this.values.delete(text);
    else if (this.values.size >= MOST_KEPT) this.values.delete(this.values.keys().next().value!);
    this.values.set(text, value);
    return value;
  }
}
