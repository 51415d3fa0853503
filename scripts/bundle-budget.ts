/**
 * How much JavaScript a page needs before it shows anything: the two entries, the root layout and error page that Kit
 * always fetches, the layouts and the page of the route, and everything these import statically. Fails over budget.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

const client = '.svelte-kit/output/client';
const nodes = '.svelte-kit/generated/client-optimized/nodes';

const budgets = [
  { page: 'landing', route: 'src/routes', budgetKb: 60 },
  { page: 'room', route: 'src/routes/r/[room]', budgetKb: 180 },
];

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), name: z.string().optional(), imports: z.array(z.string()).default([]) }),
);
type Manifest = z.infer<typeof manifestSchema>;

/** Keys of the chunks that import one of the files `isWanted` accepts: Kit writes one small module per node. */
function nodesOf(isWanted: (source: string) => boolean): string[] {
  return readdirSync(nodes)
    .map((name) => `${nodes}/${name}`)
    .filter((node) =>
      [...readFileSync(node, 'utf8').matchAll(/from "[./]*(src\/routes\/[^"]+)"/g)].some(([, source = '']) =>
        isWanted(source),
      ),
    );
}

function isPageOf(route: string, source: string): boolean {
  return dirname(source) === route && source.includes('/+page.');
}

function isLayoutAround(route: string, source: string): boolean {
  return `${route}/`.startsWith(`${dirname(source)}/`) && source.includes('/+layout.');
}

function entriesOf(manifest: Manifest, route: string): string[] {
  const pages = nodesOf((source) => isPageOf(route, source));
  if (pages.length === 0) throw new Error(`The build has no page for ${route}.`);
  const always = Object.keys(manifest).filter((key) =>
    ['entry/start', 'entry/app', 'nodes/0', 'nodes/1'].includes(manifest[key]?.name ?? ''),
  );
  return [...always, ...nodesOf((source) => isLayoutAround(route, source)), ...pages];
}

function withStaticImports(manifest: Manifest, keys: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(chunk.file)) return;
    seen.add(chunk.file);
    chunk.imports.forEach(visit);
  };
  keys.forEach(visit);
  return seen;
}

function gzipKb(file: string): number {
  return gzipSync(readFileSync(join(client, file))).length / 1024;
}

const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8')));
for (const { page, route, budgetKb } of budgets) {
  const files = [...withStaticImports(manifest, entriesOf(manifest, route))].filter((file) =>
    file.endsWith('.js'),
  );
  const kb = files.reduce((sum, file) => sum + gzipKb(file), 0);
  const verdict = kb <= budgetKb ? 'within' : 'OVER';
  console.log(`${page}: ${kb.toFixed(1)} KB gzip in ${files.length} files, ${verdict} its ${budgetKb} KB`);
  if (kb > budgetKb) process.exitCode = 1;
}
