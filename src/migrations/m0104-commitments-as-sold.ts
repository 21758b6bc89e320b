import { Migration } from '@mikro-orm/migrations';

/** What a version of an offering keeps of the commitment of a product that the offering bundles. */
const COMMITMENT = `jsonb_build_object(
  'lifecycleControl', "c"."lifecycle_control",
  'keepUntil', to_char("c"."keep_until" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'keepMonths', "c"."keep_months",
  'keepUntilSpent', "c"."keep_until_spent"::text,
  'controlKind', case when "k"."id" is not null then jsonb_build_object('code', "k"."code", 'fulfilled', "k"."fulfilled") end,
  'controlValues', "c"."control_values",
  'guardedServices', "c"."guarded_services",
  'penaltyFormula', "c"."penalty_formula",
  'replacementPlan', "t"."code",
  'breachAction', "c"."breach_action",
  'breachPrompt', "c"."breach_prompt")`;

/** Of a product that is bundled no more nothing is known but that nobody was held to it. */
const FORGOTTEN = `'{"controlKind": null, "controlValues": [], "guardedServices": [], "penaltyFormula": null, "replacementPlan": null}'::jsonb`;

export class M0104CommitmentsAsSold extends Migration {
  override up(): void {
    // Until now every sale was judged by the bundle as it was at the moment. That is what each version takes over; from now on it stays.
    this.addSql(
      `update "offering_version" "v" set "content" = jsonb_set("v"."content", '{components}', (
         select coalesce(jsonb_agg("e"."item" || case when "c"."id" is null then ${FORGOTTEN} else ${COMMITMENT} end order by "e"."n"), '[]')
         from jsonb_array_elements("v"."content"->'components') with ordinality "e" ("item", "n")
         left join "product" "p" on "p"."code" = "e"."item"->>'product'
         left join "offering_component" "c" on "c"."offering_id" = "v"."offering_id" and "c"."product_id" = "p"."id"
         left join "lifecycle_control_kind" "k" on "k"."id" = "c"."control_kind_id"
         left join "tariff_plan" "t" on "t"."id" = "c"."replacement_plan_id"))
       where jsonb_typeof("v"."content"->'components') = 'array'`,
    );
    this.addSql('alter table "product_instance" add "committed_through_id" uuid null');
    this.addSql(
      'alter table "product_instance" add constraint "product_instance_committed_through_id_foreign" foreign key ("committed_through_id") references "offering_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'create index "product_instance_committed_through_id_id_index" on "product_instance" ("committed_through_id", "id")',
    );
  }
}
