import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, BulkPayload, Payload } from '../../kernel/errors/index.js';
import { Employee } from './employee.js';
import { Position } from './position.js';
import { savePosition } from './position.service.js';
import {
  EmployeeBatchInput,
  EmployeeChangeInput,
  EmployeeCreateInput,
  EmployeeLeaveInput,
  EmployeeMoveInput,
  EmployeePositionsInput,
  PositionSaveInput,
} from './staff.inputs.js';
import {
  applyEmployees,
  changeEmployee,
  changePositions,
  createEmployee,
  leaveEmployee,
  moveEmployee,
} from './staff.service.js';

@ObjectType({ description: 'Answer of a mutation of an employee.' })
export class EmployeePayload extends Payload {
  @Field(() => Employee, { nullable: true, description: 'The employee; null when nothing was written.' })
  employee?: Employee;
}

@ObjectType({ description: 'Answer of a batch of operations on employees.' })
export class EmployeeBatchPayload extends BulkPayload {
  @Field(() => [Employee], { description: 'Employees of the rows that were carried out.' })
  employees: readonly Employee[] = [];
}

@ObjectType({ description: 'Answer of a mutation of a position.' })
export class PositionPayload extends Payload {
  @Field(() => Position, {
    nullable: true,
    description: 'The position; null when nothing was written, or when it was removed.',
  })
  position?: Position | null;
}

const AT = ['input'];

@Resolver()
export class StaffResolver {
  @Mutation(() => EmployeePayload, {
    description: 'Hires an employee, with a staff number that is entered or generated (SYS-09, SYS-13, SYS-14).',
  })
  employeeCreate(
    @Arg('input', () => EmployeeCreateInput) input: EmployeeCreateInput,
    @Ctx() context: CallContext,
  ): Promise<EmployeePayload> {
    return answer(EmployeePayload, async () => ({
      employee: await context.database.write(context, (tx) => createEmployee(context, tx, input, AT)),
    }));
  }

  @Mutation(() => EmployeePayload, {
    description: 'Changes an employee and the validity of the staff number (SYS-11, SYS-16, SYS-18).',
  })
  employeeChange(
    @Arg('input', () => EmployeeChangeInput) input: EmployeeChangeInput,
    @Ctx() context: CallContext,
  ): Promise<EmployeePayload> {
    return answer(EmployeePayload, async () => ({
      employee: await context.database.write(context, (tx) => changeEmployee(tx, input, AT)),
    }));
  }

  @Mutation(() => EmployeePayload, {
    description: 'Moves an employee to another unit under the same staff number (SYS-15).',
  })
  employeeMove(
    @Arg('input', () => EmployeeMoveInput) input: EmployeeMoveInput,
    @Ctx() context: CallContext,
  ): Promise<EmployeePayload> {
    return answer(EmployeePayload, async () => ({
      employee: await context.database.write(context, (tx) => moveEmployee(tx, input, AT)),
    }));
  }

  @Mutation(() => EmployeePayload, {
    description: 'Lets an employee leave: the record is marked as deleted and stays (SYS-12).',
  })
  employeeLeave(
    @Arg('input', () => EmployeeLeaveInput) input: EmployeeLeaveInput,
    @Ctx() context: CallContext,
  ): Promise<EmployeePayload> {
    return answer(EmployeePayload, async () => ({
      employee: await context.database.write(context, (tx) => leaveEmployee(tx, input, AT)),
    }));
  }

  @Mutation(() => EmployeePayload, { description: 'Assigns positions to an employee and ends others (SYS-09).' })
  employeePositionsChange(
    @Arg('input', () => EmployeePositionsInput) input: EmployeePositionsInput,
    @Ctx() context: CallContext,
  ): Promise<EmployeePayload> {
    return answer(EmployeePayload, async () => ({
      employee: await context.database.write(context, (tx) => changePositions(tx, input, AT)),
    }));
  }

  @Mutation(() => EmployeeBatchPayload, {
    description:
      'Carries out many operations on employees; rows that are refused are reported and stop no other (SYS-03).',
  })
  employeeBatch(
    @Arg('input', () => EmployeeBatchInput) input: EmployeeBatchInput,
    @Ctx() context: CallContext,
  ): Promise<EmployeeBatchPayload> {
    return answer(EmployeeBatchPayload, async () => {
      const { results, rejections } = await applyEmployees(context, input.rows);
      return { employees: results, rejections };
    });
  }

  @Mutation(() => PositionPayload, { description: 'Creates, changes or removes a position (SYS-10, SYS-26).' })
  positionSave(
    @Arg('input', () => PositionSaveInput) input: PositionSaveInput,
    @Ctx() context: CallContext,
  ): Promise<PositionPayload> {
    return answer(PositionPayload, async () => ({ position: await savePosition(context, input) }));
  }
}
