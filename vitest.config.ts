import { defineConfig } from 'vitest/config'

// Dependencies are tested as they are shipped: their development builds assert more than holds for odd, but valid, Markdown.
process.env.NODE_ENV = 'production'

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'], externalConditions: ['source'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'extension/src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/dist/**', '**/node_modules/**', 'tests/editor/**'],
    globalSetup: ['tests/support/generate.ts'],
    testTimeout: 60_000,
  },
})
