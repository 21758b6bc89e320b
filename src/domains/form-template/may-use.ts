import type { CallContext } from '../../kernel/database/context.js';
import type { FormTemplate } from './form-template.js';

/**
 * Whether the caller may use a template: those who maintain it, and, once it is published, those to whose unit or to a unit above it, or
 * to some channel, it was given (OPS-15).
 */
export async function mayUse({ caller, database }: CallContext, template: FormTemplate): Promise<boolean> {
  if (caller.kind !== 'STAFF') return true;
  if (template.organization && (caller.organisationIds ?? []).includes(template.organization.id)) return true;
  const { rowCount } = await database.pool.query(
    `select 1 from "form_publication" "f" left join "party" "u" on "u"."id" = "f"."organization_id"
     where "f"."template_id" = $1 and ("f"."channel" is not null or starts_with($2::text, "u"."path"))`,
    [template.id, caller.organisationPath ?? ''],
  );
  return (rowCount ?? 0) > 0;
}
