import type { ParseOptions } from 'graphql';

/** How documents are parsed, over HTTP and WebSocket alike: beyond this many tokens the parser gives up. */
export const parseOptions = { maxTokens: 10_000 } satisfies ParseOptions;
