import { BoolInput, Input, IntInput, JsonInput, TextInput } from '../../kernel/model/index.js';

@Input('Documents to be registered for a client.')
export class DocumentsRegisterInput {
  @TextInput({ description: 'Code of the client. NOT_FOUND when there is none.', max: 60 })
  client!: string;

  @JsonInput({
    description:
      'A manifest as @apollo/generate-persisted-query-manifest writes it, or a map of hashes to texts as the Relay compiler does; at most 2,000 documents. INVALID_MANIFEST when it is neither.',
  })
  manifest!: unknown;
}

@Input('A document to be retired.')
export class DocumentRetireInput {
  @TextInput({ description: 'Its hash. NOT_FOUND when there is no such document.', max: 64 })
  hash!: string;

  @TextInput({
    description: 'Code of a client, to take it from this one only; for all and for good when absent.',
    optional: true,
    max: 60,
  })
  client?: string | null;

  @TextInput({ description: 'Why.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('A client of registered documents; what is absent stays as it is, and is the default with a new one.')
export class DocumentClientSaveInput {
  @TextInput({
    description:
      'Code; the client with this code is changed, otherwise one is made. INVALID_CODE unless lower-case letters, digits, `-`, `_` and `.`.',
    max: 60,
  })
  code!: string;

  @TextInput({ description: 'Name; the code by default.', optional: true })
  name?: string | null;

  @IntInput({
    description: 'Most that an operation may cost; 10,000 by default.',
    optional: true,
    min: 1,
    max: 1_000_000,
  })
  maxCost?: number | null;

  @IntInput({ description: 'Most documents in use; 500 by default.', optional: true, min: 0, max: 10_000 })
  maxDocuments?: number | null;

  @IntInput({
    description: 'Seconds for which answers by GET may be kept; 0 by default.',
    optional: true,
    min: 0,
    max: 86_400,
  })
  cacheSeconds?: number | null;

  @BoolInput({ description: 'Whether its documents may be run; true by default.', optional: true })
  active?: boolean | null;
}
