import type { Domain } from '../kernel/domain.js';
import { access } from './access/index.js';
import { agreement } from './agreement/index.js';
import { announcement } from './announcement/index.js';
import { approval } from './approval/index.js';
import { bill } from './bill/index.js';
import { calendar } from './calendar/index.js';
import { campaign } from './campaign/index.js';
import { catalogue } from './catalogue/index.js';
import { consultation } from './consultation/index.js';
import { contact } from './contact/index.js';
import { customer } from './customer/index.js';
import { customerDossier } from './customer-dossier/index.js';
import { customerFeed } from './customer-feed/index.js';
import { customerMerge } from './customer-merge/index.js';
import { customerNetwork } from './customer-network/index.js';
import { customerSync } from './customer-sync/index.js';
import { customerReads } from './customer-reads/index.js';
import { customerSearch } from './customer-search/index.js';
import { document } from './document/index.js';
import { documents } from './documents/index.js';
import { evaluation } from './evaluation/index.js';
import { exchange } from './exchange/index.js';
import { formTemplate } from './form-template/index.js';
import { identity } from './identity/index.js';
import { integration } from './integration/index.js';
import { inventory } from './inventory/index.js';
import { invoice } from './invoice/index.js';
import { knowledge } from './knowledge/index.js';
import { oneStop } from './one-stop/index.js';
import { operations } from './operations/index.js';
import { ordering } from './ordering/index.js';
import { lineResource } from './line-resource/index.js';
import { organisation } from './organisation/index.js';
import { parameter } from './parameter/index.js';
import { partner } from './partner/index.js';
import { partnerStaff } from './partner-staff/index.js';
import { party } from './party/index.js';
import { payment } from './payment/index.js';
import { points } from './points/index.js';
import { portalRegistration } from './portal-registration/index.js';
import { pricingOrder } from './pricing-order/index.js';
import { pricing } from './pricing/index.js';
import { processes } from './process/index.js';
import { qualification } from './qualification/index.js';
import { productAnalysis } from './product-analysis/index.js';
import { productDesign } from './product-design/index.js';
import { recharge } from './recharge/index.js';
import { region } from './region/index.js';
import { sales } from './sales/index.js';
import { segmentation } from './segmentation/index.js';
import { resource } from './resource/index.js';
import { shift } from './shift/index.js';
import { sla } from './sla/index.js';
import { system } from './system/index.js';
import { trouble } from './trouble/index.js';
import { workflow } from './workflow/index.js';
import { workLog } from './work-log/index.js';
import { workspace } from './workspace/index.js';

/** Every domain of the house, in the order of its dependencies. */
export const domains: readonly Domain[] = [
  region,
  party,
  partner,
  parameter,
  organisation,
  document,
  formTemplate,
  calendar,
  catalogue,
  productDesign,
  access,
  partnerStaff,
  processes,
  workflow,
  operations,
  workLog,
  shift,
  announcement,
  approval,
  identity,
  customer,
  bill,
  customerDossier,
  inventory,
  resource,
  lineResource,
  customerNetwork,
  customerMerge,
  segmentation,
  pricing,
  productAnalysis,
  payment,
  recharge,
  pricingOrder,
  qualification,
  customerSearch,
  customerReads,
  agreement,
  sla,
  ordering,
  oneStop,
  invoice,
  contact,
  evaluation,
  customerSync,
  customerFeed,
  campaign,
  points,
  portalRegistration,
  trouble,
  sales,
  consultation,
  integration,
  documents,
  exchange,
  system,
  workspace,
  // Files the processes that the domains before have brought along.
  knowledge,
];
