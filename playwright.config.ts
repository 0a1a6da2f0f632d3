import { defineConfig } from '@playwright/test'

const executablePath = process.env['BOARD_CHROMIUM']

// Chromium's sandbox refuses to run as root, which is who builds in a container.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-output/playwright',
  workers: 2,
  // What is broken fails twice. What passes only then is named at the end of `npm test`: a race somebody has to find.
  retries: 1,
  // Only against what hangs: a slow machine, or one that has other work, is no failure.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-output/playwright.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...asRoot,
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    screenshot: 'only-on-failure',
    // Playwright waits ten seconds for a download when nothing is said here.
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
  },
})
