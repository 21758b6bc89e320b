import { M0001Extensions } from './m0001-extensions.js';
import { M0002Baseline } from './m0002-baseline.js';
import { M0003HistoryPartitions } from './m0003-history-partitions.js';
import { M0004BackgroundJobs } from './m0004-background-jobs.js';
import { M0005Processes } from './m0005-processes.js';
import { M0006CustomerSearch } from './m0006-customer-search.js';
import { M0007ProductLimits } from './m0007-product-limits.js';
import { M0008CustomerNetwork } from './m0008-customer-network.js';
import { M0009ProductOwnership } from './m0009-product-ownership.js';
import { M0010Pricing } from './m0010-pricing.js';
import { M0011RunningProcesses } from './m0011-running-processes.js';
import { M0012CustomerConfiguration } from './m0012-customer-configuration.js';
import { M0013CustomerSegmentation } from './m0013-customer-segmentation.js';
import { M0014SalesRules } from './m0014-sales-rules.js';
import { M0015CustomerTemplatesLevelsStanding } from './m0015-customer-templates-levels-standing.js';
import { M0016WorkCalendars } from './m0016-work-calendars.js';
import { M0017Commitments } from './m0017-commitments.js';
import { M0018PricingOrders } from './m0018-pricing-orders.js';
import { M0019AlarmsAndWorkspace } from './m0019-alarms-and-workspace.js';
import { M0020CatalogueVersions } from './m0020-catalogue-versions.js';
import { M0021SoldVersionsAndSla } from './m0021-sold-versions-and-sla.js';
import { M0022CataloguesAndCompetitors } from './m0022-catalogues-and-competitors.js';
import { M0023ProcessWatching } from './m0023-process-watching.js';
import { M0024Resources } from './m0024-resources.js';
import { M0025ProductDesign } from './m0025-product-design.js';
import { M0026StockPlanning } from './m0026-stock-planning.js';
import { M0027Invoices } from './m0027-invoices.js';
import { M0028CustomerMerge } from './m0028-customer-merge.js';
import { M0029AccountPayment } from './m0029-account-payment.js';
import { M0030Approvals } from './m0030-approvals.js';
import { M0031Partners } from './m0031-partners.js';
import { M0032HeldChanges } from './m0032-held-changes.js';
import { M0033EarlierStates } from './m0033-earlier-states.js';
import { M0034CustomerReads } from './m0034-customer-reads.js';
import { M0035CustomerDefaults } from './m0035-customer-defaults.js';
import { M0036InvoiceRangeBounds } from './m0036-invoice-range-bounds.js';
import { M0037NumbersAndGifts } from './m0037-numbers-and-gifts.js';
import { M0038PackagesAndPolicies } from './m0038-packages-and-policies.js';
import { M0039CollaborationOrders } from './m0039-collaboration-orders.js';
import { M0040JobMoments } from './m0040-job-moments.js';
import { M0041Documents } from './m0041-documents.js';
import { M0042EvaluationCredit } from './m0042-evaluation-credit.js';
import { M0043WorkLogsAndShifts } from './m0043-work-logs-and-shifts.js';
import { M0044AnnouncementsAndVirtualTeams } from './m0044-announcements-and-virtual-teams.js';
import { M0045EvaluationRecords } from './m0045-evaluation-records.js';
import { M0046EvaluationFindings } from './m0046-evaluation-findings.js';
import { M0047FormTemplates } from './m0047-form-templates.js';
import { M0048Knowledge } from './m0048-knowledge.js';
import { M0049CustomerClasses } from './m0049-customer-classes.js';
import { M0050GuaranteesReviewsAndIndividualPlans } from './m0050-guarantees-reviews-and-individual-plans.js';
import { M0051ShortagesRechargesLinesAndConsultations } from './m0051-shortages-recharges-lines-and-consultations.js';
import { M0052PartnerStaff } from './m0052-partner-staff.js';
import { M0053CustomerDossier } from './m0053-customer-dossier.js';
import { M0054CustomerSync } from './m0054-customer-sync.js';
import { M0055DomainWork } from './m0055-domain-work.js';
import { M0056TicketProcesses } from './m0056-ticket-processes.js';
import { M0057ActivationMeasures } from './m0057-activation-measures.js';
import { M0058FeedAndRegistration } from './m0058-feed-and-registration.js';
import { M0059OrderProcess } from './m0059-order-process.js';
import { M0060Supervision } from './m0060-supervision.js';
import { M0061OneStop } from './m0061-one-stop.js';
import { M0062CustomerSyncLoads } from './m0062-customer-sync-loads.js';
import { M0063CustomerFeedFiles } from './m0063-customer-feed-files.js';
import { M0064GuaranteeTypes } from './m0064-guarantee-types.js';
import { M0065CampaignsAndPoints } from './m0065-campaigns-and-points.js';
import { M0066HeldWork } from './m0066-held-work.js';
import { M0067ProcessTriggers } from './m0067-process-triggers.js';
import { M0068Sales } from './m0068-sales.js';
import { M0069PointsInMerges } from './m0069-points-in-merges.js';
import { M0070CardExpiry } from './m0070-card-expiry.js';
import { M0071WaitingList } from './m0071-waiting-list.js';
import { M0072ApprovedDiscounts } from './m0072-approved-discounts.js';
import { M0073CustomerSearchForms } from './m0073-customer-search-forms.js';
import { M0074HeldVisits } from './m0074-held-visits.js';
import { M0075MovesByLimits } from './m0075-moves-by-limits.js';
import { M0076ApprovalFiles } from './m0076-approval-files.js';
import { M0077SalesChannelsAndPlanOwners } from './m0077-sales-channels-and-plan-owners.js';
import { M0078ChannelsOfSalesRules } from './m0078-channels-of-sales-rules.js';
import { M0085OrderCharges } from './m0085-order-charges.js';
import { M0080ApplicabilityVariables } from './m0080-applicability-variables.js';
import { M0090NumberHolds } from './m0090-number-holds.js';
import { M0092OrderNumbers } from './m0092-order-numbers.js';
import { M0091RefusedNumbers } from './m0091-refused-numbers.js';
import { M0100StepsOfApprovals } from './m0100-steps-of-approvals.js';
import { M0086NumbersOfOrders } from './m0086-numbers-of-orders.js';
import { M0096ConfidedFigures } from './m0096-confided-figures.js';
import { M0097RefusalsOfNumbers } from './m0097-refusals-of-numbers.js';
import { M0101OfferingsAsSold } from './m0101-offerings-as-sold.js';
import { M0102TariffsAsSold } from './m0102-tariffs-as-sold.js';
import { M0104CommitmentsAsSold } from './m0104-commitments-as-sold.js';
import { M0105OperatorToday } from './m0105-operator-today.js';
import { M0106RefusedLevels } from './m0106-refused-levels.js';
import { M0110LongCustomerNames } from './m0110-long-customer-names.js';
import { M0114UndoneSubProcesses } from './m0114-undone-sub-processes.js';
import { M0115UndoneByPeople } from './m0115-undone-by-people.js';
import { M0116StartAfter } from './m0116-start-after.js';
import { M0111HeadersOfTemplates } from './m0111-headers-of-templates.js';
import { M0112DrawingsOfProcesses } from './m0112-drawings-of-processes.js';
import { M0113TimesOfProcesses } from './m0113-times-of-processes.js';
import { M0117NotesOfRelations } from './m0117-notes-of-relations.js';
import { M0118OwnersOfControlKinds } from './m0118-owners-of-control-kinds.js';
import { M0122RepricingOrders } from './m0122-repricing-orders.js';
import { M0121TermsOfPricingOrders } from './m0121-terms-of-pricing-orders.js';
import { M0130NamedTasks } from './m0130-named-tasks.js';
import { M0131WithdrawalsOfTasks } from './m0131-withdrawals-of-tasks.js';
import { M0140MappedAttributes } from './m0140-mapped-attributes.js';
import { M0141NormalValues } from './m0141-normal-values.js';
import { M0136ChosenPiecesOfProposals } from './m0136-chosen-pieces-of-proposals.js';
import { M0137CodesOfPricingOrders } from './m0137-codes-of-pricing-orders.js';
import { M0132UnitsOfApprovals } from './m0132-units-of-approvals.js';
import { M0133UntoldMessages } from './m0133-untold-messages.js';
import { M0134LimitsOfUndoing } from './m0134-limits-of-undoing.js';
import { M0159ClosedCollaborations } from './m0159-closed-collaborations.js';
import { M0144HeldTickets } from './m0144-held-tickets.js';
import { M0150SurvivorsBefore } from './m0150-survivors-before.js';
import { M0151WordsOfMerged } from './m0151-words-of-merged.js';
import { M0152DissolvedGroups } from './m0152-dissolved-groups.js';
import { M0153CarriedCommitments } from './m0153-carried-commitments.js';
import { M0147RegionsOfSettings } from './m0147-regions-of-settings.js';
import { M0148PlacesOfProcesses } from './m0148-places-of-processes.js';
import { M0162AttemptsOfTasks } from './m0162-attempts-of-tasks.js';
import { M0163ValuesByHand } from './m0163-values-by-hand.js';
import { M0165NoticesToPeople } from './m0165-notices-to-people.js';

/** Every migration, in order. A released one is never edited: changes are new migrations. */
export const migrations = [
  M0001Extensions,
  M0002Baseline,
  M0003HistoryPartitions,
  M0004BackgroundJobs,
  M0005Processes,
  M0006CustomerSearch,
  M0007ProductLimits,
  M0008CustomerNetwork,
  M0009ProductOwnership,
  M0010Pricing,
  M0011RunningProcesses,
  M0012CustomerConfiguration,
  M0013CustomerSegmentation,
  M0014SalesRules,
  M0015CustomerTemplatesLevelsStanding,
  M0016WorkCalendars,
  M0017Commitments,
  M0018PricingOrders,
  M0019AlarmsAndWorkspace,
  M0020CatalogueVersions,
  M0021SoldVersionsAndSla,
  M0022CataloguesAndCompetitors,
  M0023ProcessWatching,
  M0024Resources,
  M0025ProductDesign,
  M0026StockPlanning,
  M0027Invoices,
  M0028CustomerMerge,
  M0029AccountPayment,
  M0030Approvals,
  M0031Partners,
  M0032HeldChanges,
  M0033EarlierStates,
  M0034CustomerReads,
  M0035CustomerDefaults,
  M0036InvoiceRangeBounds,
  M0037NumbersAndGifts,
  M0038PackagesAndPolicies,
  M0039CollaborationOrders,
  M0040JobMoments,
  M0041Documents,
  M0042EvaluationCredit,
  M0043WorkLogsAndShifts,
  M0044AnnouncementsAndVirtualTeams,
  M0045EvaluationRecords,
  M0046EvaluationFindings,
  M0047FormTemplates,
  M0048Knowledge,
  M0049CustomerClasses,
  M0050GuaranteesReviewsAndIndividualPlans,
  M0051ShortagesRechargesLinesAndConsultations,
  M0052PartnerStaff,
  M0053CustomerDossier,
  M0054CustomerSync,
  M0055DomainWork,
  M0056TicketProcesses,
  M0057ActivationMeasures,
  M0058FeedAndRegistration,
  M0059OrderProcess,
  M0060Supervision,
  M0061OneStop,
  M0062CustomerSyncLoads,
  M0063CustomerFeedFiles,
  M0064GuaranteeTypes,
  M0065CampaignsAndPoints,
  M0066HeldWork,
  M0067ProcessTriggers,
  M0068Sales,
  M0069PointsInMerges,
  M0070CardExpiry,
  M0071WaitingList,
  M0072ApprovedDiscounts,
  M0073CustomerSearchForms,
  M0074HeldVisits,
  M0075MovesByLimits,
  M0076ApprovalFiles,
  M0077SalesChannelsAndPlanOwners,
  M0078ChannelsOfSalesRules,
  M0085OrderCharges,
  M0080ApplicabilityVariables,
  M0090NumberHolds,
  M0091RefusedNumbers,
  M0086NumbersOfOrders,
  M0092OrderNumbers,
  M0096ConfidedFigures,
  M0097RefusalsOfNumbers,
  M0100StepsOfApprovals,
  M0101OfferingsAsSold,
  M0102TariffsAsSold,
  M0104CommitmentsAsSold,
  M0105OperatorToday,
  M0106RefusedLevels,
  M0110LongCustomerNames,
  M0114UndoneSubProcesses,
  M0115UndoneByPeople,
  M0116StartAfter,
  M0111HeadersOfTemplates,
  M0112DrawingsOfProcesses,
  M0113TimesOfProcesses,
  M0117NotesOfRelations,
  M0118OwnersOfControlKinds,
  M0121TermsOfPricingOrders,
  M0122RepricingOrders,
  M0130NamedTasks,
  M0131WithdrawalsOfTasks,
  M0140MappedAttributes,
  M0141NormalValues,
  M0136ChosenPiecesOfProposals,
  M0137CodesOfPricingOrders,
  M0132UnitsOfApprovals,
  M0133UntoldMessages,
  M0134LimitsOfUndoing,
  M0159ClosedCollaborations,
  M0144HeldTickets,
  M0150SurvivorsBefore,
  M0151WordsOfMerged,
  M0152DissolvedGroups,
  M0153CarriedCommitments,
  M0147RegionsOfSettings,
  M0148PlacesOfProcesses,
  M0162AttemptsOfTasks,
  M0163ValuesByHand,
  M0165NoticesToPeople,
];
