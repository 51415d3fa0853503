/** Files made in the browser. What writes them is large and rarely needed, so it is loaded when somebody asks. */
import type { ExportName } from '#domain/record/exports/all-exports.ts';
import type { RoomRecord } from '#domain/record/room-record.ts';
import { saveAs } from '$lib/ui/save-as.ts';

/** Hands the file to the browser as a download and returns its name; rejects where it can not be made. */
export async function saveExport(name: ExportName, record: RoomRecord): Promise<string> {
  const { exportFileName, recordExports } = await import('#domain/record/exports/all-exports.ts');
  const { mediaType, write } = recordExports[name];
  const file = exportFileName(name, record);
  saveAs(file, new Blob([write(record)], { type: mediaType }));
  return file;
}

export async function markdownOf(record: RoomRecord): Promise<string> {
  const { recordMarkdown } = await import('#domain/record/exports/markdown.ts');
  return recordMarkdown(record);
}
