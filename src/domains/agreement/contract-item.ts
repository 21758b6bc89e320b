import { Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { OfferingInstance } from '../inventory/index.js';
import { Contract } from './contract.js';

@UniqueTogether(['contract', 'offeringInstance'])
@Noun({ tag: 'ki', root: false, description: 'An offering instance that a contract is about.' })
export class ContractItem extends Node {
  @One(() => Contract, {
    description: 'The contract.',
    inverse: 'items',
    inverseDescription: 'Offering instances that the contract is about.',
  })
  contract!: Contract;

  @One(() => OfferingInstance, {
    description: 'The offering instance.',
    inverse: 'contractItems',
    inverseDescription: 'Contracts about this offering instance.',
  })
  offeringInstance!: OfferingInstance;
}
