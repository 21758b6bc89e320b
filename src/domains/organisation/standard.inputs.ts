import { EnumInput, IdInput, IdListInput, Input, TextInput } from '../../kernel/model/index.js';
import { InternalOrganization, InternalOrganizationType } from '../party/index.js';
import { StandardUnit } from './standard-unit.js';

@Input('A unit of a standard structure, new or changed (SYS-07).')
export class StandardUnitSaveInput {
  @TextInput({ description: 'Code of the structure.', max: 40 })
  standard!: string;

  @TextInput({
    description:
      'Ending of the codes of units: capital letters, digits and `-`. A unit of the structure that has it is changed.',
    max: 20,
  })
  code!: string;

  @TextInput({ description: 'Name that units get.' })
  name!: string;

  @EnumInput(() => InternalOrganizationType, { description: 'Kind of units.' })
  type!: InternalOrganizationType;

  @IdInput(() => StandardUnit, {
    description: 'The unit of the same structure to which it belongs; only when it is new.',
    optional: true,
  })
  parentId?: string | null;
}

@Input('A standard structure to publish (SYS-07).')
export class StandardPublishInput {
  @TextInput({ description: 'Code of the structure; NOT_FOUND when it has no units.', max: 40 })
  standard!: string;

  @IdListInput(() => InternalOrganization, {
    description: 'Organisations that take it over, such as the companies of provinces.',
    max: 100,
  })
  organizationIds!: string[];
}

@Input('Units whose published standard is taken note of (SYS-61).')
export class StandardAcknowledgeInput {
  @IdListInput(() => InternalOrganization, { description: 'The units.', max: 200 })
  organizationIds!: string[];
}
