import {
  EnumInput,
  IdInput,
  IdListInput,
  Input,
  InstantInput,
  JsonInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Customer, CustomerSegment, SegmentConflict, SegmentDimension, SegmentPriority } from '../customer/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';

@Input('A dimension of segments (CUS-15).')
export class SegmentDimensionSaveInput {
  @TextInput({ description: 'Code; an existing dimension is changed.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => SegmentConflict, {
    description: 'What happens to a customer who is put into a second segment; REPLACE when absent.',
    optional: true,
  })
  onConflict?: SegmentConflict | null;

  @TextInput({
    description:
      'Expression over `customer` in FEEL whose values are the classes, such as `customer.industry`: a segment is made of each value when it is first found, at most 2000. Null or absent where segments have rules or lists of their own. Refused with RULE_SYNTAX, RULE_UNKNOWN_NAME; with CONTRADICTION when segments by rule stand against it (CUS-69).',
    optional: true,
    max: 4000,
  })
  expression?: string | null;

  @TextInput({
    description:
      'Expression that yields the name of a class made of a value, such as `customer.regionName`; the value when absent.',
    optional: true,
    max: 4000,
  })
  labelExpression?: string | null;
}

@Input('A segment: its rule or list, period and owners (CUS-53, CUS-55).')
export class CustomerSegmentSaveInput {
  @TextInput({ description: 'Code; an existing segment is changed, what is absent stays.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @IdInput(() => SegmentDimension, { description: 'Dimension; that of an existing segment cannot be changed.' })
  dimensionId!: string;

  @TextInput({
    description:
      'Condition over `customer`, and what evaluation knows of them, in FEEL, such as `customer.age >= 16 and customer.gender = "MALE"`; null or absent for a list. Refused with RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE; with CONTRADICTION in a dimension whose expression makes the rules.',
    optional: true,
    max: 4000,
  })
  condition?: string | null;

  @TextInput({ description: 'The rule in words.', optional: true, max: 2000 })
  rule?: string | null;

  @TextInput({ description: 'Type, such as STRATEGIC or TACTICAL.', optional: true, max: 60 })
  segmentType?: string | null;

  @JsonInput({ description: 'Demographic, value and behaviour features: an object of lists of text.', optional: true })
  features?: Record<string, unknown> | null;

  @EnumInput(() => SegmentPriority, {
    description: 'Importance; MEDIUM for a new segment when absent.',
    optional: true,
  })
  priority?: SegmentPriority | null;

  @IdInput(() => InternalOrganization, { description: 'Unit of the operator that owns it.', optional: true })
  ownerOrganizationId?: string | null;

  @IdInput(() => Employee, { description: 'Person responsible for it; must be active.', optional: true })
  responsibleId?: string | null;

  @InstantInput({ description: 'Start of its use; now when absent.', optional: true })
  validFrom?: Date | null;

  @InstantInput({ description: 'End of its use, after its start; open when absent.', optional: true })
  validTo?: Date | null;
}

@Input('Customers to be put into a segment, or taken out (CUS-56).')
export class SegmentMembersInput {
  @IdInput(() => CustomerSegment, { description: 'The segment; one with a condition is refused (BY_RULE).' })
  segmentId!: string;

  @IdListInput(() => Customer, { description: 'The customers.' })
  customerIds!: string[];
}

@Input('A segment whose members are to be found anew (CUS-54).')
export class SegmentRefreshInput {
  @IdInput(() => SegmentDimension, { description: 'The dimension; its segments compete for each customer.' })
  dimensionId!: string;
}

@Input('Merging of a segment into another one of its dimension (CUS-57).')
export class SegmentMergeInput {
  @IdInput(() => CustomerSegment, { description: 'The segment that ends; its members move.' })
  segmentId!: string;

  @IdInput(() => CustomerSegment, { description: 'The segment that takes its members.' })
  intoId!: string;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}

@Input('The end of a segment (CUS-57).')
export class SegmentRetireInput {
  @IdInput(() => CustomerSegment, { description: 'The segment; its members leave it, their past stays readable.' })
  segmentId!: string;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}
