import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { PermissionGrantPayload, RolePayload } from './access.payloads.js';
import { PermissionGrantInput, PermissionRevokeInput } from './grant.inputs.js';
import { grantPermissions, revokePermissions } from './grant.service.js';
import {
  RoleChangeInput,
  RoleCreateInput,
  RolePermissionsGrantInput,
  RolePermissionsRevokeInput,
  RoleRemoveInput,
} from './role.inputs.js';
import { changeRole, createRole, grantToRole, removeRole, revokeFromRole } from './role.service.js';

@Resolver()
export class AccessResolver {
  @Mutation(() => RolePayload, { description: 'Creates a role of other roles and function points (SYS-20, SYS-22).' })
  roleCreate(
    @Arg('input', () => RoleCreateInput) input: RoleCreateInput,
    @Ctx() context: CallContext,
  ): Promise<RolePayload> {
    return answer(RolePayload, async () => ({ role: await createRole(context, input) }));
  }

  @Mutation(() => RolePayload, { description: 'Changes a role and what it is composed of (SYS-20, SYS-22).' })
  roleChange(
    @Arg('input', () => RoleChangeInput) input: RoleChangeInput,
    @Ctx() context: CallContext,
  ): Promise<RolePayload> {
    return answer(RolePayload, async () => ({ role: await changeRole(context, input) }));
  }

  @Mutation(() => RolePayload, { description: 'Removes a role that no valid person has (SYS-20).' })
  roleRemove(
    @Arg('input', () => RoleRemoveInput) input: RoleRemoveInput,
    @Ctx() context: CallContext,
  ): Promise<RolePayload> {
    return answer(RolePayload, async () => {
      await removeRole(context, input);
      return { role: null };
    });
  }

  @Mutation(() => RolePayload, {
    description:
      'Gives a role one or many function points; NOT_HELD for those that the caller may not pass on (SYS-21, SYS-27).',
  })
  rolePermissionsGrant(
    @Arg('input', () => RolePermissionsGrantInput) input: RolePermissionsGrantInput,
    @Ctx() context: CallContext,
  ): Promise<RolePayload> {
    return answer(RolePayload, async () => ({ role: await grantToRole(context, input) }));
  }

  @Mutation(() => RolePayload, { description: 'Takes one or many function points from a role (SYS-21).' })
  rolePermissionsRevoke(
    @Arg('input', () => RolePermissionsRevokeInput) input: RolePermissionsRevokeInput,
    @Ctx() context: CallContext,
  ): Promise<RolePayload> {
    return answer(RolePayload, async () => ({ role: await revokeFromRole(context, input) }));
  }

  @Mutation(() => PermissionGrantPayload, {
    description:
      'Grants roles and function points to employees and positions, singly or in bulk; nobody grants what they do not hold and may pass on (SYS-23, SYS-24, SYS-27).',
  })
  permissionGrant(
    @Arg('input', () => PermissionGrantInput) input: PermissionGrantInput,
    @Ctx() context: CallContext,
  ): Promise<PermissionGrantPayload> {
    return answer(PermissionGrantPayload, () => grantPermissions(context, input));
  }

  @Mutation(() => PermissionGrantPayload, {
    description: 'Ends grants, and with them what was granted on by their holders (SYS-27).',
  })
  permissionRevoke(
    @Arg('input', () => PermissionRevokeInput) input: PermissionRevokeInput,
    @Ctx() context: CallContext,
  ): Promise<PermissionGrantPayload> {
    return answer(PermissionGrantPayload, () => revokePermissions(context, input));
  }
}
