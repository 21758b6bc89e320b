import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ContractCreateInput, ContractInvalidateInput, ContractSignInput } from './contract.input.js';
import { createContract, invalidateContract, signContract } from './contract.service.js';
import { Contract } from './contract.js';

@ObjectType({ description: 'Answer of mutations about one contract.' })
export class ContractPayload extends Payload {
  @Field(() => Contract, { nullable: true, description: 'The contract after the operation; null when it was refused.' })
  contract?: Contract;
}

@Resolver()
export class ContractResolver {
  @Mutation(() => ContractPayload, {
    description:
      'Writes a new contract, NEW. Refused with NOT_FOUND, DUPLICATE, REQUIRED, CONTRADICTORY or NOT_OF_CUSTOMER (MOD-54).',
  })
  contractCreate(
    @Arg('input', () => ContractCreateInput, { description: 'The contract.' }) input: ContractCreateInput,
    @Ctx() context: CallContext,
  ): Promise<ContractPayload> {
    return answer(ContractPayload, async () => ({ contract: await createContract(context, input) }));
  }

  @Mutation(() => ContractPayload, {
    description:
      'Signs a contract: it binds for its term and may not be changed any more. Unless a department has approved it, the signature waits, and the contract stays NEW, until somebody else decides its approval by `approvalDecide` or in their work list (`approvals` of kind CONTRACT, SAL-87). Refused with NOT_FOUND, INVALID_TRANSITION, IN_FUTURE, APPROVAL_PENDING, or GUARD_REFUSED while a department that was asked has not replied or disagrees (OPS-52).',
  })
  contractSign(
    @Arg('input', () => ContractSignInput, { description: 'The contract and who signed.' }) input: ContractSignInput,
    @Ctx() context: CallContext,
  ): Promise<ContractPayload> {
    return answer(ContractPayload, async () => ({ contract: await signContract(context, input) }));
  }

  @Mutation(() => ContractPayload, {
    description: 'Makes a contract invalid; one that binds ends now. Refused with NOT_FOUND or INVALID_TRANSITION.',
  })
  contractInvalidate(
    @Arg('input', () => ContractInvalidateInput, { description: 'The contract and why.' })
    input: ContractInvalidateInput,
    @Ctx() context: CallContext,
  ): Promise<ContractPayload> {
    return answer(ContractPayload, async () => ({ contract: await invalidateContract(context, input) }));
  }
}
