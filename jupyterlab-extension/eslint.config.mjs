import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import typescript from 'typescript-eslint';

export default typescript.config(
  {
    ignores: [
      'lib/**',
      'node_modules/**',
      '.venv/**',
      '.versions/**',
      'cell_monitor/**',
      'dist/**'
    ]
  },
  js.configs.recommended,
  ...typescript.configs.strict,
  prettier,
  {
    rules: {
      curly: 'error',
      eqeqeq: 'error',
      'prefer-arrow-callback': 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }]
    }
  },
  { files: ['tests/**'], rules: { 'no-console': 'off' } }
);
