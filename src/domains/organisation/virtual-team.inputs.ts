import { BoolInput, IdInput, IdListInput, Input, TextInput } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { Employee } from './employee.js';

@Input('A virtual team (MOD-13).')
export class VirtualTeamSaveInput {
  @TextInput({ description: 'Code; the team with it is changed.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @TextInput({ description: 'The task for which it is formed.', max: 500 })
  task!: string;

  @IdInput(() => InternalOrganization, {
    description: 'The unit that forms it; OUT_OF_SCOPE when it is not in your part of the organisation.',
  })
  organizationId!: string;

  @IdListInput(() => Employee, {
    description: 'Its members, of whatever units, in place of those before; NOT_ACTIVE for one who does not work here.',
    max: 1000,
  })
  memberIds!: string[];

  @BoolInput({ description: 'True: it is dissolved.', optional: true })
  dissolve?: boolean | null;
}
