// Lint rules. Besides the recommended sets they enforce the module boundaries: the core is pure,
// the editor half never reaches the cluster half, and no file grows past 300 lines without a stated reason.
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

const nodeBuiltins = [...builtinModules, ...builtinModules.map(name => `node:${name}`)];
const restrict = (paths, patterns) => ['error', { paths, patterns }];

/** A file may be longer than 300 lines only when its first five lines say `long file:` and why. */
const longFile = {
  rules: {
    'max-lines': {
      create: context => ({
        Program(node) {
          const { lines } = context.sourceCode;
          const stated = lines.slice(0, 5).some(line => /long file:/i.test(line));
          if (lines.length > 300 && !stated) {
            context.report({
              node,
              message: `${lines.length} lines; at most 300 without "long file: <reason>" in the first lines.`,
            });
          }
        },
      }),
    },
  },
};

export default tseslint.config(
  {
    ignores: [
      'out/**',
      'dist/**',
      '.vscode-test/**',
      '.cache/**',
      'test-results/**',
      'samples/**',
      'test/fixtures/**',
      '**/*.js',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,mjs}'],
    plugins: { local: longFile },
    rules: {
      'local/max-lines': 'error',
      eqeqeq: ['error', 'always'],
      'no-console': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': restrict(
        [...nodeBuiltins, 'vscode', 'semver'],
        [
          {
            regex: '^(?!\\.|yaml$|semver/functions/)',
            message: 'src/core imports only itself, yaml and semver/functions/*.',
          },
          {
            regex: '/(editor|cluster|cli|words|platform|web|workspace|views)/',
            message: 'src/core knows none of its adapters.',
          },
        ],
      ),
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'setTimeout',
        'setInterval',
        'setImmediate',
        'fetch',
        'console',
        'require',
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'The core has no clock: take the date from the context.',
        },
      ],
    },
  },
  {
    files: ['src/words/**/*.ts'],
    rules: { 'no-restricted-imports': restrict([...nodeBuiltins, 'vscode'], []) },
  },
  {
    files: [
      'src/web/**/*.ts',
      'src/editor/**/*.ts',
      'src/workspace/**/*.ts',
      'src/views/workspace/**/*.ts',
      'src/platform/**/*.ts',
    ],
    rules: {
      'no-restricted-imports': restrict(nodeBuiltins, [
        { regex: '/cluster/', message: 'The editor half never loads the cluster half.' },
      ]),
    },
  },
);
