import { refuse } from '../../kernel/errors/index.js';
import { partyRenames } from '../party/index.js';
import { heldCustomerOf } from './customer-change-approval.js';
import { followPartyName } from './follow-party-name.js';

// A party that gets its name by another way, such as an employee, may be a customer too: no way leads round the approval (WFL-28).
partyRenames.add(async (tx, party, path) => {
  if (await heldCustomerOf(tx, party, [{ field: 'name' }, { field: 'individual.name' }]))
    refuse(
      'APPROVAL_NEEDED',
      'This is a customer too, whose name changes with approval only: change the customer first.',
      path,
    );
  await followPartyName(tx, party, null);
});
