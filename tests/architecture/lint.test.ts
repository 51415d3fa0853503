import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
/** Where CI is set the parser takes each file to be what is on disk, and would not see the code given here. */
const asGiven = { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } };
const eslint = new ESLint({ cwd: project, overrideConfig: asGiven });

/** Rules that `code` breaks when it stands in `file`, an existing one: its place decides what it is judged by. */
async function rulesBrokenBy(file: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: join(project, file) });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
}

const server = 'server/config.ts';
const page = 'src/routes/+page.svelte';

const inTypeScript: readonly (readonly [what: string, code: string, rule: string])[] = [
  ['toJSON() of anything', 'export const f = (d: Date) => d.toJSON();', 'no-restricted-syntax'],
  ['an enum', 'export enum Colour { Red }', 'no-restricted-syntax'],
  ['a parameter property', 'export class A { constructor(readonly a: number) {} }', 'no-restricted-syntax'],
  ['a namespace', 'export namespace A { export const a = 1; }', 'no-restricted-syntax'],
  ['console in the server', "console.log('x');\nexport {};", 'no-console'],
  ['an unused variable', 'const unused = 1;\nexport {};', '@typescript-eslint/no-unused-vars'],
  ['any', 'export const f = (x: any) => x;', '@typescript-eslint/no-explicit-any'],
  [
    'a promise nobody waits for',
    'const later = () => Promise.resolve(1);\nexport const f = () => { later(); };',
    '@typescript-eslint/no-floating-promises',
  ],
  [
    'a switch that forgets a case',
    "export const f = (x: 'a' | 'b') => { switch (x) { case 'a': return 1; } return 2; };",
    '@typescript-eslint/switch-exhaustiveness-check',
  ],
  [
    'a comment that silences a rule',
    "// eslint-disable-next-line no-console\nconsole.log('x');\nexport {};",
    'no-console',
  ],
  ['a comment that silences the compiler', '// @ts-ignore\nexport {};', '@typescript-eslint/ban-ts-comment'],
];

const inSvelte: readonly (readonly [what: string, markup: string, rule: string])[] = [
  ['{@html}', "{@html '<b>x</b>'}", 'svelte/no-at-html-tags'],
  ['a list without keys', '{#each [1, 2] as n}{n}{/each}', 'svelte/require-each-key'],
  ['a button without a type', '<button>x</button>', 'svelte/button-has-type'],
  [
    'a promise nobody waits for',
    '<script lang="ts">\n  const later = () => Promise.resolve(1);\n  later();\n</script>',
    '@typescript-eslint/no-floating-promises',
  ],
];

describe('lint', { timeout: 60_000 }, () => {
  it.each(inTypeScript)('refuses %s', async (_what, code, rule) => {
    expect(await rulesBrokenBy(server, code)).toContain(rule);
  });

  it.each(inSvelte)('refuses %s in a component', async (_what, markup, rule) => {
    expect(await rulesBrokenBy(page, markup)).toContain(rule);
  });

  it('lets ordinary code pass', async () => {
    expect(await rulesBrokenBy(server, 'export const double = (x: number) => 2 * x;\n')).toEqual([]);
    expect(await rulesBrokenBy(page, '<button type="button">x</button>\n')).toEqual([]);
  });
});
