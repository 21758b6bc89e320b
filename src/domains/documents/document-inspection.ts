import { Port } from '../../kernel/ports.js';

/** What the graph says about a text that is to be registered. */
export interface DocumentInspection {
  operationName: string | null;
  operationType: 'query' | 'mutation' | 'subscription';
  /** With pages of their usual size. */
  cost: number;
}

/** Why a text cannot be registered. */
export interface DocumentFault {
  code: string;
  reason: string;
}

/** Looks at texts: the graph knows the contract, which the domains do not. */
export interface DocumentInspector {
  inspect(text: string): DocumentInspection | DocumentFault;
}

/** The graph connects itself here when it starts. */
export const documentInspection = new Port<DocumentInspector>('document-inspection');
