import { Field, Int, ObjectType } from 'type-graphql';
import { Payload } from './payload.js';
import { Refusal } from './refusal.js';
import { UserError } from './user-error.js';

@ObjectType({ description: 'A row of a bulk operation that was not carried out, and why; the other rows were.' })
export class RowRejection {
  @Field(() => Int, { description: 'Place of the row in the input, from 0.' })
  row!: number;

  @Field(() => [UserError], { description: 'Why nothing was written for it; paths begin at the row.' })
  userErrors!: readonly UserError[];
}

/** What bulk mutations answer with besides their objects. */
@ObjectType({ description: 'Common part of the answers of bulk mutations.' })
export abstract class BulkPayload extends Payload {
  @Field(() => [RowRejection], { description: 'Rows that were not carried out; empty when all were.' })
  rejections: readonly RowRejection[] = [];
}

/** Runs an operation for each row by itself: a row that is refused stops none of the others. */
export async function inRows<Row, Result>(
  rows: readonly Row[],
  operation: (row: Row, index: number) => Promise<Result>,
): Promise<{ results: Result[]; rejections: RowRejection[] }> {
  const results: Result[] = [];
  const rejections: RowRejection[] = [];
  for (const [index, row] of rows.entries()) {
    try {
      results.push(await operation(row, index));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      rejections.push(Object.assign(new RowRejection(), { row: index, userErrors: error.userErrors }));
    }
  }
  return { results, rejections };
}
