import { IdInput, Input, InstantInput, ListInput, TextInput } from '../../kernel/model/index.js';
import { Contract } from '../agreement/index.js';
import { SlaCandidate } from '../catalogue/index.js';
import { InternalOrganization } from '../party/index.js';
import { Proposal } from '../sales/index.js';

@Input('A department that is asked for its opinion.')
export class ConsultedUnitInput {
  @IdInput(() => InternalOrganization, { description: 'The department, each once.' })
  organizationId!: string;

  @TextInput({
    description: 'The part that it shall look at, such as clauses in full; everything alike when absent.',
    optional: true,
    max: 3000,
  })
  part?: string | null;
}

@Input('Who asks for opinions, and by when.')
class OpinionsAsked {
  @IdInput(() => InternalOrganization, {
    description: "Unit that asks; the caller's own when absent. OUT_OF_SCOPE for a unit that is not theirs.",
    optional: true,
  })
  requesterId?: string | null;

  @InstantInput({ description: 'By when opinions are wanted; without a limit when absent.', optional: true })
  dueAt?: string | null;
}

@Input('Parts of a paper of which several units are asked for their opinion.')
class PartsConsulted extends OpinionsAsked {
  @ListInput(() => ConsultedUnitInput, { description: 'Who looks at what.', min: 1, max: 20 })
  units!: ConsultedUnitInput[];
}

@Input('A contract whose parts departments such as legal, finance and market shall approve (OPS-52, SAL-86).')
export class ContractReviewRequestInput extends PartsConsulted {
  @IdInput(() => Contract, { description: 'The contract; NEW.' })
  contractId!: string;
}

@Input(
  'A proposal whose parts departments such as network engineering, stock and finance shall agree to (OPS-52, SAL-67).',
)
export class ProposalReviewRequestInput extends PartsConsulted {
  @IdInput(() => Proposal, { description: 'The proposal, not yet sent.' })
  proposalId!: string;
}

@Input('A proposed SLA indicator of which departments shall say whether it becomes a standard one (OPS-53).')
export class SlaCandidateConsultInput extends OpinionsAsked {
  @IdInput(() => SlaCandidate, { description: 'The proposed indicator; PROPOSED.' })
  candidateId!: string;

  @ListInput(() => ConsultedUnitInput, { description: 'Who is asked.', min: 1, max: 20 })
  units!: ConsultedUnitInput[];
}
