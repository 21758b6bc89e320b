import { type DocumentNode, type GraphQLSchema, type ValidationRule, GraphQLError, getOperationAST } from 'graphql';
import type { Claims } from '../../kernel/access/token.js';
import type { Config } from '../../kernel/config/config.js';
import { codedError } from '../../kernel/errors/coded-error.js';
import { variablesFault } from '../limits/text-limits.js';
import { refuseWideVariables, variablesOf } from '../variables.js';
import { Throttle, type ThrottledOperation } from '../limits/throttle.js';
import type { ClientRights, RegisteredDocument } from './document-source.js';
import { introspects, mayExplore, withoutSuggestions } from './introspection.js';
import { type DocumentName, documentNameOf, type OperationRequest } from './operation-request.js';
import { PreparedTexts } from './prepared-texts.js';
import { Prices } from './price.js';
import { RequestRefused } from './request-refused.js';
import type { TrustedDocuments } from './trusted-documents.js';

/** Code of the client whose documents we ship; callers without a client of their own run them. */
export const OWN_CLIENT = 'switchboard';

const AD_HOC_CHARACTERS = 1_000_000;
const REGISTERED_CHARACTERS = 5_000_000;

/** An operation that may run. */
export interface Admitted extends ThrottledOperation {
  /** Its text. */
  query: string;
  /** The document, parsed and valid. */
  document: DocumentNode;
  /** The rights under which it runs; absent for an ad-hoc document. */
  registered?: ClientRights;
}

export interface GateOptions {
  schema: GraphQLSchema;
  config: Pick<Config, 'environment' | 'documents' | 'limits'>;
  /** The registry; without it no document is registered. */
  trusted?: TrustedDocuments;
  rules?: readonly ValidationRule[];
  now?: () => number;
}

/** Stands before every operation, whatever the transport: who may send how much, what may be run, and within which limits. */
export class RequestGate {
  private readonly adHoc: PreparedTexts;
  private readonly registered: PreparedTexts;
  private readonly throttle: Throttle;
  private readonly prices: Prices;
  private readonly production: boolean;

  constructor(private readonly options: GateOptions) {
    const { schema, config, rules = [], now } = options;
    this.production = config.environment === 'production';
    this.throttle = new Throttle(schema, config.limits, now);
    this.prices = new Prices(schema);
    this.adHoc = new PreparedTexts({ schema, rules, limited: true, maxCharacters: AD_HOC_CHARACTERS });
    this.registered = new PreparedTexts({ schema, limited: false, maxCharacters: REGISTERED_CHARACTERS });
  }

  /**
   * Counts a request of the caller, before anything of it is read.
   * @throws RATE_LIMITED with `retryAfter` in seconds.
   */
  enter(claims: Claims | undefined): void {
    this.throttle.enter(claims);
  }

  /**
   * What a request may run.
   * @returns undefined when it names nothing to run, which the transport refuses in its own way.
   * @throws RequestRefused
   */
  async admit(request: OperationRequest, claims: Claims | undefined): Promise<Admitted | undefined> {
    const fault = variablesFault(request.variables);
    if (fault) throw new RequestRefused([fault]);
    const name = documentNameOf(request);
    const operation = name ? await this.byName(name, request, claims) : this.byText(request.query, claims);
    if (!operation) return undefined;
    const admitted: Admitted = {
      ...operation,
      operationName: textOf(request.operationName),
      variables: recordOf(request.variables),
    };
    if (introspects(admitted.document) && !mayExplore(claims?.role, this.production)) {
      throw new RequestRefused([codedError('INTROSPECTION_FORBIDDEN', 'The contract is not shown to this caller.')]);
    }
    try {
      const asked = getOperationAST(admitted.document, admitted.operationName);
      if (asked) refuseWideVariables(asked, admitted.variables);
      this.throttle.admit(claims, admitted);
      this.checkCost(admitted);
    } catch (error) {
      throw error instanceof GraphQLError ? new RequestRefused([error]) : error;
    }
    return admitted;
  }

  /** Takes note of an answer: of lookups that found nothing. */
  answered(admitted: Admitted, claims: Claims | undefined, text: string): void {
    this.throttle.answered(claims, admitted, text);
  }

  /** Whether errors may tell the caller what they might have meant. */
  mayExplore(claims: Claims | undefined): boolean {
    return mayExplore(claims?.role, this.production);
  }

  /** The document whose text has this SHA-256, if it was admitted lately. */
  withDigest(digest: string): DocumentNode | undefined {
    return this.adHoc.withDigest(digest) ?? this.registered.withDigest(digest);
  }

  private byText(query: unknown, claims: Claims | undefined): Pick<Admitted, 'query' | 'document'> | undefined {
    if (typeof query !== 'string' || query === '') return undefined;
    if (this.trustedOnly(claims))
      throw new RequestRefused([
        codedError('DOCUMENT_REQUIRED', 'This caller may run registered documents only: name one by its documentId.'),
      ]);
    return { query, document: this.prepared(this.adHoc, query, claims) };
  }

  private async byName(
    name: DocumentName,
    request: OperationRequest,
    claims: Claims | undefined,
  ): Promise<Pick<Admitted, 'query' | 'document' | 'registered'>> {
    const { trusted } = this.options;
    let found = await trusted?.find(name.hash);
    if (found && !this.rightsTo(found, claims)) found = await trusted?.findAgain(name.hash);
    const rights = found && this.rightsTo(found, claims);
    if (!found || !rights) {
      // A client of Apollo's sends the text with the hash when the hash alone was not known.
      const text = name.apollo ? this.byText(request.query, claims) : undefined;
      if (text) return text;
      throw new RequestRefused([notFound(name)]);
    }
    trusted?.used(found.hash, rights.client);
    try {
      return { query: found.text, document: this.registered.prepare(found.text), registered: rights.rights };
    } catch (error) {
      if (!(error instanceof RequestRefused)) throw error;
      throw new RequestRefused([
        codedError(
          'DOCUMENT_OUTDATED',
          'The contract has changed since this document was registered; register it anew.',
          { hash: found.hash },
        ),
      ]);
    }
  }

  /** Holds a client to what its operations may cost with the variables of this request. */
  private checkCost({ document, operationName, variables, registered }: Admitted): void {
    const operation = registered && getOperationAST(document, operationName);
    if (!operation) return;
    const coerced = variablesOf(this.options.schema, operation, variables);
    // Wrong variables are reported by the execution, in the usual form.
    if (coerced)
      this.prices.check(
        { document, operation, variables: coerced },
        { maxCost: registered.maxCost, maxDepth: Infinity },
      );
  }

  /** Whose rights a caller has to a document: those of their client, else of the documents we ship; who may ask freely has all. */
  private rightsTo(
    { clients }: RegisteredDocument,
    claims: Claims | undefined,
  ): { client: string; rights: ClientRights } | undefined {
    if (claims?.client !== undefined) return rightsOf(clients, claims.client);
    if (claims?.role === 'partner') return undefined;
    const own = rightsOf(clients, OWN_CLIENT);
    if (own || this.trustedOnly(claims)) return own;
    const [first] = clients.keys();
    return first === undefined ? undefined : rightsOf(clients, first);
  }

  private trustedOnly(claims: Claims | undefined): boolean {
    if (!claims) return false;
    return claims.client !== undefined || this.options.config.documents.trustedOnly.includes(claims.role);
  }

  private prepared(texts: PreparedTexts, query: string, claims: Claims | undefined): DocumentNode {
    try {
      return texts.prepare(query);
    } catch (error) {
      if (error instanceof RequestRefused && !this.mayExplore(claims))
        throw new RequestRefused(error.errors.map(withoutSuggestions));
      throw error;
    }
  }
}

function rightsOf(
  clients: RegisteredDocument['clients'],
  client: string,
): { client: string; rights: ClientRights } | undefined {
  const rights = clients.get(client);
  return rights && { client, rights };
}

function notFound({ apollo }: DocumentName) {
  return apollo
    ? codedError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound')
    : codedError('DOCUMENT_NOT_FOUND', 'There is no such document for this client.');
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
