import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, relative } from 'node:path'
import { electronBinary } from './electron-binary.mjs'
import { provideChromium } from './find-chromium.mjs'
import { memoryFolder } from './memory-folder.mjs'
import { node24, ROOT } from './paths.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'
import { setUp } from './set-up.mjs'

// `npm test` on a computer that may have nothing but an old Node and npm. Every part runs even when an earlier
// one failed, so that one run tells all; the last line adds them up.

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const OUTPUT = join(ROOT, 'test-output')
const MODULES = join(ROOT, 'node_modules')

await setUp()
rmSync(OUTPUT, { recursive: true, force: true })
mkdirSync(OUTPUT, { recursive: true })

const { chromium } = createRequire(import.meta.url)('playwright-core')
const browser = await provideChromium({ playwrightsOwn: chromium.executablePath() })
say(`测试所用浏览器：${browser}`, `Browser of the tests: ${browser}`)
if (electronBinary() === null) {
  say('未安装 Electron：跳过真机测试。', 'Electron is not installed: specs in real Electron are skipped.')
}

const memory = memoryFolder()
if (memory) {
  process.once('exit', () => {
    rmSync(memory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  })
  // Memory does not come back by itself when somebody gives up waiting.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))
}
const environment = {
  ...process.env,
  ...(memory && { TMPDIR: memory }),
  // Some thousand processes and threads load the same modules: compiled once.
  NODE_COMPILE_CACHE: join(memory ?? OUTPUT, 'compile-cache'),
  BOARD_CHROMIUM: browser,
  // Node 24 before whatever Node started us, for everything the tests start.
  PATH: [dirname(node24()), join(MODULES, '.bin'), process.env['PATH'] ?? ''].join(delimiter),
}

/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 }
/** What failed, said again at the end: a log that is cut keeps its tail. @type {string[]} */
const failures = []
/** Journeys that passed only when they were gone a second time, named so that somebody looks. @type {string[]} */
const unsteady = []

await single('types', ['typescript/bin/tsc', '-b'])
await single('lint', ['oxlint/bin/oxlint'])
await single('format', ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'])
await single('sentences extracted', [
  'i18next-cli/dist/esm/cli.js',
  'extract',
  '--ci',
  '--dry-run',
  '--quiet',
])
await single('sentences translated', ['i18next-cli/dist/esm/cli.js', 'status'])
await single('unused code', ['knip/bin/knip.js'])
await vitest('rules', ['--project', 'rules', '--project', 'screens'])
const built = await single('build', [join(ROOT, 'build', 'build.mjs')])
if (built) {
  await journeys()
  await vitest('packaging', ['--project', 'packaging'])
}

for (const name of unsteady) process.stdout.write(`SECOND ATTEMPT ${name}\n`)
for (const failure of failures) process.stdout.write(`FAILED ${failure}\n`)
const again = unsteady.length > 0 ? ` (${unsteady.length} at the second attempt)` : ''
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
process.stdout.write(`\n${total.passed} passed${again}, ${total.failed} failed${skipped}\n`)
process.exitCode = total.failed > 0 ? 1 : 0

/**
 * A part that passes or fails as one.
 * @param {string} name
 * @param {readonly string[]} words
 */
async function single(name, words) {
  const ok = (await part(name, words)) === 0
  if (!ok) failures.push(name)
  add(ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 })
  return ok
}

/**
 * @param {string} name
 * @param {readonly string[]} words
 */
async function vitest(name, words) {
  const file = join(OUTPUT, `vitest-${name}.json`)
  const code = await part(name, [
    'vitest/vitest.mjs',
    'run',
    ...words,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = read(file)
  failures.push(...failedInVitest(report))
  add(
    withExit(code, {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      skipped: report?.numPendingTests ?? 0,
    }),
  )
}

async function journeys() {
  const code = await part('journeys', ['@playwright/test/cli.js', 'test'])
  const report = read(join(OUTPUT, 'playwright.json'))
  failures.push(...endedAs('unexpected', report?.suites ?? []))
  unsteady.push(...endedAs('flaky', report?.suites ?? []))
  const stats = report?.stats
  add(
    withExit(code, {
      passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
      failed: stats?.unexpected ?? 0,
      skipped: stats?.skipped ?? 0,
    }),
  )
}

/**
 * @param {{ testResults?: { name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] } | null} report
 * @returns {string[]} file, name and first lines of every test that failed, and of every file that did not load
 */
function failedInVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [`${relative(ROOT, name)}: ${opening(message)}`]
    return failed.map(
      (result) =>
        `${relative(ROOT, name)} › ${result.fullName}\n${opening(result.failureMessages?.join('\n'))}`,
    )
  })
}

/**
 * @param {'unexpected' | 'flaky'} status
 * @param {any[]} suites
 * @returns {string[]} file, line and name of every journey that ended so, with what its first attempt failed for
 */
function endedAs(status, suites) {
  return suites.flatMap((suite) => [
    ...endedAs(status, suite.suites ?? []),
    ...(suite.specs ?? [])
      .filter((/** @type {any} */ spec) =>
        spec.tests.some((/** @type {any} */ test) => test.status === status),
      )
      .map(
        (/** @type {any} */ spec) =>
          `${spec.file}:${spec.line} › ${spec.title}\n${opening(spec.tests[0].results?.[0]?.error?.message)}`,
      ),
  ])
}

/** @param {string | undefined} message */
function opening(message) {
  return (message ?? '').split('\n').slice(0, 12).join('\n')
}

/**
 * A runner that ended badly without naming a failed test (a file that does not load) has failed all the same,
 * and so has one that ran nothing.
 * @param {number} code
 * @param {Count} count
 * @returns {Count}
 */
function withExit(code, count) {
  const silent = count.failed === 0 && (code !== 0 || count.passed === 0)
  return silent ? { ...count, failed: 1 } : count
}

/** @param {Count} count */
function add(count) {
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
}

/**
 * @param {string} name
 * @param {readonly string[]} words a script below node_modules, or by its whole path, and its arguments
 */
async function part(name, words) {
  process.stdout.write(`\n── ${name} ──\n`)
  const started = Date.now()
  const [script = '', ...args] = words
  const file = existsSync(script) ? script : join(MODULES, script)
  const code = await run(node24(), [file, ...args], { cwd: ROOT, env: environment })
  process.stdout.write(
    `   ${name}: ${code === 0 ? 'passed' : 'FAILED'}, ${Math.round((Date.now() - started) / 1000)} s\n`,
  )
  return code
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
