import { defineConfig } from 'vitest/config'

const everywhere = ['**/node_modules/**', '**/out/**', 'test-output/**']

// Journeys (`*.e2e.ts`) belong to Playwright. Packaging is a project of its own since it needs a build first.
export default defineConfig({
  test: {
    maxWorkers: 2,
    // Only against what hangs: a slow machine, or one that has other work, is no failure.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['test/**/*.test.ts'],
          exclude: [...everywhere, 'test/renderer/**', 'test/build/packaging.test.ts'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'screens',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          exclude: everywhere,
          environment: 'happy-dom',
          setupFiles: ['test/renderer/patient-screens.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'packaging',
          include: ['test/build/packaging.test.ts'],
          environment: 'node',
        },
      },
    ],
  },
})
