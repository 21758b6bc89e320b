import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import { v7 } from '../../kernel/model/index.js';
import { AttributeDataType as A } from '../catalogue/index.js';
import { CustomerType } from './customer-enums.js';
import { CustomerTemplateField } from './customer-template-field.js';
import { CustomerTemplate } from './customer-template.js';

interface Delivered {
  code: string;
  name: string;
  section: string;
  /** Values of a choice; free text without. */
  values?: string[];
}

/** What customers of a market group carry besides as delivered (CUS-61, CUS-62, CUS-77); none of it must be given. */
const delivered: readonly [CustomerType, string, readonly Delivered[]][] = [
  [
    CustomerType.PUBLIC,
    '公众客户',
    [{ code: 'residence', name: '住宅类别', section: 'demographics', values: ['GENERAL', 'APARTMENT', 'VILLA'] }],
  ],
  [
    CustomerType.BIG,
    '大客户',
    [
      { code: 'internalEnvironment', name: '内部环境', section: 'environment' },
      { code: 'externalEnvironment', name: '外部环境', section: 'environment' },
      {
        ...{ code: 'operatorRelation', name: '与企业关系', section: 'relation' },
        values: ['BUYOUT', 'WIN_WIN', 'OTHER'],
      },
      {
        ...{ code: 'bigCustomerLevel', name: '大客户级别', section: 'relation' },
        values: ['NATIONAL', 'PROVINCIAL', 'PREFECTURAL'],
      },
    ],
  ],
];

/** Writes the templates that are delivered; those that exist stay as the operator changed them. Version 0: nobody has saved them yet. */
export async function ensureTemplates(context: CallContext): Promise<void> {
  await context.database.write(context, async (tx) => {
    const missing: (typeof delivered)[number][] = [];
    for (const each of delivered)
      if ((await tx.em.count(CustomerTemplate, { code: each[0] })) === 0) missing.push(each);
    if (missing.length === 0) return;
    const rows = missing.map(([customerType, name]) => ({ code: customerType, name, customerType, version: 0 }));
    const keys = await ensureRows(tx, CustomerTemplate, rows);
    const fields = missing.flatMap(([customerType, , own]) =>
      own.map(({ code, name, section, values }, index) => ({
        ...{ id: v7(), createdAt: tx.at, updatedAt: tx.at, template: keys.get(customerType)!, code, name, section },
        dataType: values ? A.CHOICE : A.TEXT,
        allowedValues: values ?? [],
        ...{
          mandatory: false,
          min: null,
          max: null,
          defaultValue: null,
          position: index + 1,
          sinceVersion: 0,
          active: true,
        },
      })),
    );
    await tx.em.upsertMany(CustomerTemplateField, fields as never, {
      onConflictFields: ['template', 'code'],
      onConflictAction: 'ignore',
    });
  });
}
