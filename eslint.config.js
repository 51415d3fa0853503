import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** What Node runs as it stands is judged with tsconfig.server.json; the rest belongs to the app's tsconfig.json. */
const node = [
  'server/**/*.ts',
  'src/domain/**/*.ts',
  'src/protocol/**/*.ts',
  'tests/**/*.ts',
  'bench/**/*.ts',
  'scripts/**/*.ts',
  '*.config.ts',
];
const ourTypeScript = ['**/*.ts', '**/*.svelte'];

const noToJson = {
  selector: "CallExpression[callee.property.name='toJSON']",
  message:
    'toJSON() of a shared type lets a key like __proto__ through and recurses without limit. Read the fields.',
};
const noErasable = [
  {
    selector: 'TSEnumDeclaration',
    message: 'Use a const array and a union: Node strips types, it compiles nothing.',
  },
  { selector: 'TSParameterProperty', message: 'Declare the field: Node strips types, it compiles nothing.' },
  { selector: 'TSModuleDeclaration[global!=true]', message: 'Use a module.' },
];

export default defineConfig(
  globalIgnores(['.svelte-kit/', 'build/', 'data/', 'reports/', 'test-results/', 'static/']),
  { linterOptions: { noInlineConfig: true } },
  eslint.configs.recommended,
  { files: ['**/*.{js,cjs}'], languageOptions: { globals: globals.node } },
  {
    files: ourTypeScript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    rules: {
      // Types already say what is undefined; the compiler checks both.
      'no-undef': 'off',
      'no-restricted-syntax': ['error', noToJson, ...noErasable],
      'no-console': 'error',
      'no-param-reassign': 'error',
      eqeqeq: 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-implicit-coercion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // What does nothing yet is written as an empty function; a getter may return a literal.
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/class-literal-property-style': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Columns and variables are read as `row['name']`, so that one sees they are data.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // A first letter is a code point here; nothing else takes text apart this way.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `Record<SegmentId, …>`, `readonly T[]` and type aliases stay as they read best.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/array-type': 'off',
      // Numbers in messages and keys are meant to be written out.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // An async method of an interface may have nothing to wait for; a throw in it is still a rejection.
      '@typescript-eslint/require-await': 'off',
      // Says the same as a non-null assertion, which is not allowed either.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // A shared text has a toString() of its own, which its published types leave out.
      '@typescript-eslint/no-base-to-string': [
        'error',
        { ignoredTypeNames: ['YText', 'Text', 'Error', 'RegExp', 'URL', 'URLSearchParams'] },
      ],
      // Handlers are written in one line: `onclick={() => close()}`.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ourTypeScript,
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        // The same for all of them: where it changes from file to file, every project is read anew each time.
        extraFileExtensions: ['.svelte'],
      },
    },
  },
  {
    files: node,
    ignores: ['tests/lib/**'],
    languageOptions: { parserOptions: { projectService: false, project: './tsconfig.server.json' } },
  },
  { files: ['src/**'], languageOptions: { globals: globals.browser } },
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      // Hearth lives at the root of its address; there is no base path to resolve.
      'svelte/no-navigation-without-resolve': 'off',
      // `$props()` and `$bindable()` are declared with let and never reassigned.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$bindable'] }],
    },
  },
  {
    // Here the type of another component is unknown, so all it gives is `any`; svelte-check knows it and judges.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // What runs from a terminal talks to it; tests reach into what they build.
    files: ['scripts/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Playwright insists on a pattern as the first parameter, also where nothing of it is needed.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
  prettier,
  svelte.configs.prettier,
);
