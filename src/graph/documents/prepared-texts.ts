import { createHash } from 'node:crypto';
import { type DocumentNode, type GraphQLSchema, type ValidationRule, parse, specifiedRules, validate } from 'graphql';
import { asGraphQLError, withCode } from '../http/format-error.js';
import { parseOptions } from '../http/parse-options.js';
import { documentFault } from '../limits/document-limits.js';
import { textFault } from '../limits/text-limits.js';
import { RequestRefused } from './request-refused.js';

/** Longer texts are not worth their memory: a parsed document takes about a hundred times the room of its text. */
const MAX_LENGTH = 20_000;

interface Prepared {
  document: DocumentNode;
  digest: string;
}

export interface PreparedTextsOptions {
  schema: GraphQLSchema;
  /** Rules beside those of the specification. */
  rules?: readonly ValidationRule[];
  /** Whether the limits of ad-hoc documents hold. */
  limited: boolean;
  /** Characters of all texts that are kept ready. */
  maxCharacters: number;
}

/**
 * Documents that were parsed and found valid, by their text: each once per process. The text that was not used for longest goes
 * first. The pipeline takes documents from here instead of parsing again.
 */
export class PreparedTexts {
  private readonly byText = new Map<string, Prepared>();
  private readonly byDigest = new Map<string, DocumentNode>();
  private readonly rules: readonly ValidationRule[];
  private characters = 0;

  constructor(private readonly options: PreparedTextsOptions) {
    this.rules = [...specifiedRules, ...(options.rules ?? [])];
  }

  /**
   * The document of a text.
   * @throws RequestRefused with all that is wrong with it.
   */
  prepare(text: string): DocumentNode {
    const known = this.byText.get(text);
    if (known) {
      this.byText.delete(text);
      this.byText.set(text, known);
      return known.document;
    }
    const document = this.check(text);
    if (text.length <= MAX_LENGTH) this.keep(text, document);
    return document;
  }

  /** The document whose text has this SHA-256, if it is ready. */
  withDigest(digest: string): DocumentNode | undefined {
    return this.byDigest.get(digest);
  }

  private check(text: string): DocumentNode {
    const { limited, schema } = this.options;
    const tooLong = limited ? textFault(text) : undefined;
    if (tooLong) throw new RequestRefused([tooLong]);
    const document = parsed(text);
    const tooMuch = limited ? documentFault(document) : undefined;
    if (tooMuch) throw new RequestRefused([tooMuch]);
    const faults = validate(schema, document, this.rules);
    if (faults.length > 0)
      throw new RequestRefused(faults.map((fault) => withCode(fault, 'GRAPHQL_VALIDATION_FAILED')));
    return document;
  }

  private keep(text: string, document: DocumentNode): void {
    const digest = createHash('sha256').update(text).digest('hex');
    this.byText.set(text, { document, digest });
    this.byDigest.set(digest, document);
    this.characters += text.length;
    while (this.characters > this.options.maxCharacters) {
      const [oldest, prepared] = this.byText.entries().next().value!;
      this.byText.delete(oldest);
      this.byDigest.delete(prepared.digest);
      this.characters -= oldest.length;
    }
  }
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text, parseOptions);
  } catch (error) {
    throw new RequestRefused([withCode(asGraphQLError(error), 'GRAPHQL_PARSE_FAILED')]);
  }
}
