import { text } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** Names and texts of all files in a zip archive, read by a library that only reads. */
export async function readZip(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await open(Buffer.from(bytes));
  const entries = await entriesOf(zip);
  const texts = await Promise.all(
    entries.map(async (entry) => [entry.fileName, await textOf(zip, entry)] as const),
  );
  return new Map(texts);
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Kept open: its files are read after it has been listed.
    fromBuffer(bytes, { lazyEntries: false, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => entries.push(entry));
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
  });
}

function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(text(stream))));
  });
}
