import { checkImportFile, type ImportOptions, type ImportReport, runImport } from './import-run.js';
import { RejectsFile } from './rejects-file.js';

export interface ImportFileOptions<Value> extends Omit<ImportOptions<Value>, 'findings'> {
  /** Path for rejected rows; beside the input when absent. */
  rejects?: string;
}

/** What an import did, and where it tells of rows. */
export interface ImportFileReport extends ImportReport {
  /** The file that tells about rejected and remarkable rows; undefined when there are none. */
  rejectsFile: string | undefined;
}

/**
 * Imports a file and writes what is to say about its rows into another beside it.
 * @throws ImportError when the file cannot be imported at all; then nothing was written.
 */
export async function importFile<Value>({ rejects, ...options }: ImportFileOptions<Value>): Promise<ImportFileReport> {
  await checkImportFile(options.importer, options.file);
  const findings = await RejectsFile.beside(options.file, rejects);
  let report: ImportReport;
  try {
    report = await runImport({ ...options, findings });
  } catch (error) {
    await findings.close();
    throw error;
  }
  return { ...report, rejectsFile: await findings.close() };
}
