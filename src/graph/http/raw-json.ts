import type { FormattedExecutionResult } from 'graphql';

/** A response that is JSON text already. It stands where `data` would, the one place Apollo hands on untouched. */
class RawJson {
  constructor(readonly text: string) {}

  /** Where a response is serialised as part of something larger (a WebSocket message), the text is read back. */
  toJSON(): unknown {
    return JSON.parse(this.text).data;
  }
}

/**
 * A result whose text is sent as it is.
 * @param text the complete response, such as `{"data":{…}}`; it is not checked.
 */
export function rawJson(text: string): { data: Record<string, unknown> } {
  return { data: new RawJson(text) as unknown as Record<string, unknown> };
}

/** The text of a response: raw text untouched, everything else serialised. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  return data instanceof RawJson ? data.text : JSON.stringify(result);
}
