import { Field, ObjectType } from 'type-graphql';
import { BulkPayload, Payload } from '../../kernel/errors/index.js';
import { Role } from '../organisation/index.js';
import { PermissionGrant } from './permission-grant.js';

@ObjectType({ description: 'Answer of a mutation of a role.' })
export class RolePayload extends Payload {
  @Field(() => Role, {
    nullable: true,
    description: 'The role; null when nothing was written, or when it was removed.',
  })
  role?: Role | null;
}

@ObjectType({
  description: 'Answer of granting or revoking permissions; rows are the grantees, or the grants to revoke.',
})
export class PermissionGrantPayload extends BulkPayload {
  @Field(() => [PermissionGrant], {
    description: 'Grants that were made or ended; those that ended with others are among them.',
  })
  grants: readonly PermissionGrant[] = [];
}
