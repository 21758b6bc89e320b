import { CustomerServiceType } from '../catalogue/index.js';
import { answerOrderedPieces } from '../pricing/index.js';
import { OrderStatus } from './order.enums.js';

// Who orders twice pays for the total of both, however soon the second follows (PRD-76). What has service orders is opened already.
answerOrderedPieces(
  (customers) => `
    select "o"."customer_id", "l"."offering_id", "l"."tariff_plan_id", "l"."quantity", "l"."replaces_id",
      coalesce((select jsonb_object_agg("c"."product_id", "c"."quantity") from "order_item_component" "c" where "c"."order_item_id" = "l"."id"), '{}') "products"
    from "customer_order" "o" join "order_item" "l" on "l"."order_id" = "o"."id" and "l"."action" = '${CustomerServiceType.INSTALL}'
    where "o"."customer_id" in (${customers}) and "o"."status" not in ('${OrderStatus.COMPLETED}', '${OrderStatus.CANCELLED}')
      and not exists (select 1 from "service_order" "w" where "w"."order_item_id" = "l"."id")`,
);
