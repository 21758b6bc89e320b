import { CustomerServiceType } from '../catalogue/index.js';
import { answerPendingSales } from '../qualification/index.js';
import { OrderStatus } from './order.enums.js';

// What is on its way counts as what is there, for those who ask what may be bought as for the order itself (PRD-110, PRD-111).
answerPendingSales(
  (customer) => `
    select "i"."offering_id", "i"."offering_version_id", "i"."tariff_plan_id", "c"."product_id", "o"."order_no", "i"."replaces_id"
    from "customer_order" "o" join "order_item" "i" on "i"."order_id" = "o"."id" and "i"."action" = '${CustomerServiceType.INSTALL}'
    left join "order_item_component" "c" on "c"."order_item_id" = "i"."id"
    where "o"."customer_id" = ${customer} and "o"."status" not in ('${OrderStatus.COMPLETED}', '${OrderStatus.CANCELLED}')`,
);
