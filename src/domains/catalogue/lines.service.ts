import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { type Class } from '../../kernel/model/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { BusinessLine } from './business-line.js';
import type { BusinessLineSaveInput, ProductLineSaveInput } from './catalogue.input.js';
import { MaintenanceLevel } from './maintenance-level.js';
import { requireMaintainer } from './maintenance.js';
import { ProductLine } from './product-line.js';

/** Key of the lock under which businesses and product lines are written, so that two moves cannot close a circle together. */
const lockKey = 7_201_405;
/** The national business catalogue and the product lines are kept by the headquarters (PRD-100). */
const national = { level: MaintenanceLevel.HEADQUARTERS, owner: null };

/** Writes a business of the national business catalogue, or changes one (PRD-100, PRD-101, PRD-109). */
export async function saveBusinessLine(context: CallContext, input: BusinessLineSaveInput): Promise<BusinessLine> {
  return context.database.write(context, async (tx) => {
    await begin(tx);
    const present = input.businessLineId
      ? await tx.get(BusinessLine, input.businessLineId, ['input', 'businessLineId'])
      : null;
    await checkCode(tx, BusinessLine, present, input.code);
    const parent = await parentFor(tx, BusinessLine, present, input.parentId);
    const { name, category = null, description = null } = input;
    return save(tx, present ?? newLine(BusinessLine, input.code), 'businessLine', {
      name,
      category,
      description,
      parent,
    });
  });
}

/** Writes a product line with the features by which products are grouped into it, or changes one (PRD-95). */
export async function saveProductLine(context: CallContext, input: ProductLineSaveInput): Promise<ProductLine> {
  return context.database.write(context, async (tx) => {
    await begin(tx);
    const present = input.productLineId
      ? await tx.get(ProductLine, input.productLineId, ['input', 'productLineId'])
      : null;
    await checkCode(tx, ProductLine, present, input.code);
    const businessLine = await tx.get(BusinessLine, input.businessLineId, ['input', 'businessLineId'], { lock: false });
    const parent = await parentFor(tx, ProductLine, present, input.parentId);
    if (parent && parent.businessLine.id !== businessLine.id)
      refuse('CONTRADICTORY', 'The line to refine belongs to another business.', ['input', 'parentId']);
    const { name, description } = input;
    return save(tx, present ?? newLine(ProductLine, input.code), 'productLine', {
      name,
      description,
      businessLine,
      parent,
    });
  });
}

async function begin(tx: Transaction): Promise<void> {
  await requireMaintainer(tx, national, ['input']);
  await tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);
}

type Line = BusinessLine | ProductLine;

function newLine<T extends Line>(noun: new () => T, code: string): T {
  return Object.assign(new noun(), { code, parent: null });
}

async function checkCode<T extends Line>(
  tx: Transaction,
  noun: Class<T>,
  present: T | null,
  code: string,
): Promise<void> {
  if (present && present.code !== code) refuse('CONTRADICTORY', 'The code never changes.', ['input', 'code']);
  if (!present && (await tx.em.findOne(noun as Class<ProductLine>, { code })))
    refuse('DUPLICATE', 'Another one has this code.', ['input', 'code']);
}

async function parentFor<T extends Line>(
  tx: Transaction,
  noun: Class<T>,
  line: T | null,
  id: string | null | undefined,
): Promise<T | null> {
  if (!id) return null;
  const path: InputPath = ['input', 'parentId'];
  const parent = await tx.get(noun, id, path, { lock: false });
  for (let at: Line | null | undefined = parent; line && at;) {
    if (at.id === line.id) refuse('CONTRADICTORY', 'It cannot lie inside itself.', path);
    at = at.parent ? await tx.em.findOne(noun as Class<ProductLine>, at.parent.id) : null;
  }
  return parent;
}

function save<T extends Line>(
  tx: Transaction,
  line: T,
  name: 'businessLine' | 'productLine',
  values: Partial<Record<keyof T, unknown>>,
): T {
  const changes = applyChanges(line, values as never);
  tx.add(line);
  if (changes.length > 0)
    tx.record({ kind: 'RECORD_CHANGE', type: `${name}.changed`, subject: line, data: { changes } });
  return line;
}
