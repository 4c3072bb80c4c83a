import { storedFilePath, storeFile } from '#app/platform/storage.server.ts';
import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { readWord } from '#worker/engine/embeddings/read-words.ts';
import { readLora } from '#worker/engine/lora/read-lora.ts';
import { createConcept } from './create-concept.server.ts';
import type { ConceptKind } from './concept-record.ts';
import type { ImportForm } from './import-form.ts';

interface ImportConceptOptions {
  user: { id: string };
  classId: string;
  form: ImportForm;
}

/**
 * Takes a word (textual inversion) or a style (LoRA) that was taught elsewhere, as a safetensors file. Throws the
 * UserErrors of `createConcept`, and one where the file holds neither.
 */
export async function importConcept(options: ImportConceptOptions): Promise<{ id: string }> {
  const { user, classId, form } = options;
  const { name, modelId, file } = form;
  const fileSha256 = await storeFile(new Uint8Array(await file.arrayBuffer()));
  const kind = await kindOf(storedFilePath(fileSha256), file.name);
  // What it started from is not told by such a file.
  const begun = { kind, name, modelId, startWord: name };
  const { id } = await createConcept({ user, classId, form: begun });
  await db.concept.update({ where: { id }, data: { fileSha256, state: 'ready' } });
  return { id };
}

async function kindOf(file: string, label: string): Promise<ConceptKind> {
  try {
    await readWord(file, label);
    return 'word';
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
  }
  try {
    await readLora(file, label);
    return 'style';
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const message = 'This file holds no learned word and no LoRA that Easel can read.';
    throw new UserError(message, { field: 'file' });
  }
}
