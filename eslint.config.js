import js from '@eslint/js';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['dist', 'node_modules', 'bench/node_modules', 'src/testing/generated', '.data', 'coverage', '.dependency-cruiser.cjs', 'schema/client.ts'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      'max-lines': ['error', { max: 500 }],
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // The data of event types are merged from the declarations of each domain.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  // Generated from the classes, as long as the schema is.
  { files: ['src/migrations/**'], rules: { 'max-lines': 'off' } },
  { files: ['**/*.mjs', '**/*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
);
