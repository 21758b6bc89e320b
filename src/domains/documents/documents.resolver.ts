import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { saveDocumentClient } from './document-client.service.js';
import { DocumentClientSaveInput, DocumentRetireInput, DocumentsRegisterInput } from './documents.inputs.js';
import {
  DocumentClientPayload,
  DocumentPayload,
  DocumentRefusal,
  DocumentsRegisterPayload,
} from './documents.payloads.js';
import { registerDocuments } from './register-documents.js';
import { retireDocument } from './retire-document.js';

@Resolver()
export class DocumentsResolver {
  @Mutation(() => DocumentsRegisterPayload, {
    description:
      'Registers the documents of a manifest for a client: hashes are computed again, texts checked against the contract and priced. Documents at fault are reported, all others registered; it may be sent again. Administrators and systems only.',
  })
  documentsRegister(
    @Arg('input', () => DocumentsRegisterInput) input: DocumentsRegisterInput,
    @Ctx() context: CallContext,
  ): Promise<DocumentsRegisterPayload> {
    return answer(DocumentsRegisterPayload, async () => {
      const { client, registered, unchanged, refused } = await registerDocuments(context, input);
      return {
        client,
        documents: registered,
        unchanged,
        refused: refused.map((entry) => Object.assign(new DocumentRefusal(), entry)),
      };
    });
  }

  @Mutation(() => DocumentPayload, {
    description:
      'Retires a registered document for good, or takes it from one client; servers follow within seconds. Administrators and systems only.',
  })
  documentRetire(
    @Arg('input', () => DocumentRetireInput) input: DocumentRetireInput,
    @Ctx() context: CallContext,
  ): Promise<DocumentPayload> {
    return answer(DocumentPayload, async () => ({ document: await retireDocument(context, input) }));
  }

  @Mutation(() => DocumentClientPayload, {
    description: 'Makes or changes a client of registered documents. Administrators and systems only.',
  })
  documentClientSave(
    @Arg('input', () => DocumentClientSaveInput) input: DocumentClientSaveInput,
    @Ctx() context: CallContext,
  ): Promise<DocumentClientPayload> {
    return answer(DocumentClientPayload, async () => ({ client: await saveDocumentClient(context, input) }));
  }
}
