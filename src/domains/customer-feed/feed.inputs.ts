import { BoolInput, IdInput, Input, JsonInput, ListInput, TextInput } from '../../kernel/model/index.js';
import { CustomerFeedRun } from './customer-feed-run.js';
import { CustomerFeedSystem } from './customer-feed-system.js';

@Input('How a field of the uniform customer comes from the records of another system (CUS-79).')
export class CustomerFeedMappingInput {
  @TextInput({
    description:
      'Field of the customer: a column of the table `customers`, such as `gender`, or `characteristics.<code>` for an attribute that a template of customers has now (CUS-10); each once. UNKNOWN_FIELD for another.',
    max: 80,
  })
  field!: string;

  @TextInput({ description: 'Field of the record; exactly one of this and `expression`.', optional: true, max: 100 })
  sourceField?: string | null;

  @TextInput({
    description:
      'Expression over `record` in FEEL, such as `record.last + record.first`. Refused with RULE_SYNTAX, RULE_UNKNOWN_NAME.',
    optional: true,
    max: 4000,
  })
  expression?: string | null;

  @JsonInput({ description: 'Our values by theirs: an object of texts, such as `{"1": "MALE"}`.', optional: true })
  translations?: Record<string, unknown> | null;

  @BoolInput({
    description: 'Whether a value without a translation rejects the record; false when absent.',
    optional: true,
  })
  strict?: boolean | null;

  @TextInput({ description: 'Value where the record has none.', optional: true, max: 300 })
  defaultValue?: string | null;
}

@Input('Another business system whose customers are collected, and how its records become ours (CUS-78, CUS-79).')
export class CustomerFeedSystemSaveInput {
  @TextInput({ description: 'Code; an existing system is changed, its mappings are replaced.', max: 20 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @TextInput({ description: 'Field of its records that names a record for good.', max: 100 })
  keyField!: string;

  @TextInput({
    description:
      'Which records are customers: a condition over `record` in FEEL; all when absent. Refused with RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE.',
    optional: true,
    max: 4000,
  })
  definition?: string | null;

  @ListInput(() => CustomerFeedMappingInput, { description: 'The mappings; `name` and `region` must be among them.' })
  mappings!: CustomerFeedMappingInput[];
}

@Input('Records of another system, to be taken over by a job (CUS-78).')
export class CustomerFeedStartInput {
  @IdInput(() => CustomerFeedSystem, { description: 'The system.' })
  systemId!: string;

  @JsonInput({
    description: 'The records as they are there: a list of objects, 1 to 1000. BAD_VALUE for anything else.',
  })
  records!: unknown;
}

@Input('A run whose rejected records are to be tried again, such as after a mapping was put right (CUS-79).')
export class CustomerFeedRetryInput {
  @IdInput(() => CustomerFeedRun, { description: 'The run; it must have finished (INVALID_STATE).' })
  runId!: string;
}
