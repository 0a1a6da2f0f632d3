import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')

type Diagnostic = { code?: string; message: string; filename: string; help?: string }

/** One fault a file: the path says where the fault stands, the rule who must find it. */
const FAULTS: Record<string, { rule: string; code: string }> = {
  'domain/asks-the-store.ts': { rule: 'no-restricted-imports', code: "import '../db/open.ts'" },
  'domain/notice/asks-the-store.ts': { rule: 'no-restricted-imports', code: "import '../../db/open.ts'" },
  'domain/reads-a-file.ts': { rule: 'no-restricted-imports', code: "import 'node:fs'" },
  'domain/speaks.ts': { rule: 'no-restricted-imports', code: "import 'i18next'" },
  'domain/has-a-clock.ts': { rule: 'no-restricted-globals', code: 'export const now = () => new Date()' },
  'domain/logs.ts': { rule: 'no-console', code: "export const log = () => console.log('x')" },
  'db/asks-the-server.ts': { rule: 'no-restricted-imports', code: "import '../server/app.ts'" },
  'db/asks-a-screen.ts': { rule: 'no-restricted-imports', code: "import '../renderer/page.ts'" },
  'server/asks-the-shell.ts': { rule: 'no-restricted-imports', code: "import '../electron/main.ts'" },
  'server/asks-electron.ts': { rule: 'no-restricted-imports', code: "import 'electron'" },
  'server/notice/asks-a-screen.ts': {
    rule: 'no-restricted-imports',
    code: "import '../../renderer/page.ts'",
  },
  'server/asks-a-test.ts': { rule: 'no-restricted-imports', code: "import '../test/support.ts'" },
  'server/asks-the-county.ts': { rule: 'no-restricted-imports', code: "import '../county/main.ts'" },
  'platform/asks-the-server.ts': { rule: 'no-restricted-imports', code: "import '../server/app.ts'" },
  'platform/asks-the-county.ts': { rule: 'no-restricted-imports', code: "import '../county/main.ts'" },
  'sealed/asks-the-store.ts': { rule: 'no-restricted-imports', code: "import '../db/open.ts'" },
  'sealed/asks-the-server.ts': { rule: 'no-restricted-imports', code: "import '../server/app.ts'" },
  'county/asks-the-office.ts': { rule: 'no-restricted-imports', code: "import '../server/app.ts'" },
  'county/asks-the-store.ts': { rule: 'no-restricted-imports', code: "import '../db/open.ts'" },
  'county/office/asks-the-store.ts': { rule: 'no-restricted-imports', code: "import '../../db/open.ts'" },
  'county/web/office/asks-the-store.ts': {
    rule: 'no-restricted-imports',
    code: "import '../../../db/open.ts'",
  },
  'county/asks-a-screen.ts': { rule: 'no-restricted-imports', code: "import '../renderer/page.ts'" },
  'electron/asks-a-rule.ts': { rule: 'no-restricted-imports', code: "import '../domain/rule.ts'" },
  'electron/asks-the-app.ts': { rule: 'no-restricted-imports', code: "import '../server/app.ts'" },
  'electron/second-door.ts': {
    rule: 'no-restricted-properties',
    code: "import { shell } from 'electron'\nexport const go = () => shell.openExternal('file:///')",
  },
  'renderer/runs-the-server.ts': {
    rule: 'no-restricted-imports',
    code: "import { app } from '../server/app.ts'\nexport const x = app",
  },
  'renderer/asks-the-store.ts': { rule: 'no-restricted-imports', code: "import '../db/open.ts'" },
  'renderer/asks-node.ts': { rule: 'no-restricted-imports', code: "import 'node:fs'" },
  'renderer/kiosk/loads-the-desk.ts': { rule: 'no-restricted-imports', code: "import 'antd'" },
  'renderer/kiosk/runs-the-server.ts': {
    rule: 'no-restricted-imports',
    code: "import '../../server/app.ts'",
  },
  'server/cycle-a.ts': {
    rule: 'no-cycle',
    code: "import { b } from './cycle-b.ts'\nexport const a = (): number => b()",
  },
  'server/barrel.ts': { rule: 'no-re-export', code: "export { app } from './app.ts'" },
  'server/barrel-of-types.ts': { rule: 'no-re-export', code: "export type { App } from './app.ts'" },
  'server/barrel-of-all.ts': { rule: 'no-barrel-file', code: "export * from './app.ts'" },
  'server/lint-off-unexplained.ts': {
    rule: 'lint-off-needs-reason',
    code: "// oxlint-disable-next-line no-eval\nexport const x = eval('1')",
  },
  'server/default.ts': { rule: 'no-default-export', code: 'export default 1' },
  'server/CamelCase.ts': { rule: 'filename-case', code: 'export const x = 1' },
  'server/any.ts': { rule: 'no-explicit-any', code: 'export const x = (y: any): unknown => y' },
  'server/long.ts': {
    rule: 'max-lines',
    code: Array.from({ length: 401 }, (_, line) => `export const x${line} = ${line}`).join('\n'),
  },
  'server/todo.ts': { rule: 'no-warning-comments', code: '// TODO later\nexport const x = 1' },
  'server/loose.ts': { rule: 'eqeqeq', code: 'export const x = (y: unknown) => y == 1' },
  'server/value-import.ts': {
    rule: 'consistent-type-imports',
    code: "import { type App } from './app.ts'\nimport { Other } from './other.ts'\nexport type X = App | Other",
  },
  'server/floating.ts': {
    rule: 'no-floating-promises',
    code: 'async function f() {}\nexport function g() {\n  f()\n}',
  },
  'server/forgets-a-case.ts': {
    rule: 'switch-exhaustiveness-check',
    code: "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1\n  }\n  return 0\n}",
  },
  'server/idle-lint-off.ts': {
    rule: 'unused',
    code: '// oxlint-disable-next-line no-eval -- there is none\nexport const x = 1',
  },
}

/** Files without a fault: what the layers do allow. */
const ALLOWED: Record<string, string> = {
  'server/app.ts':
    "import '../db/open.ts'\nimport '../domain/rule.ts'\nexport type App = { a: 1 }\nexport const app = 1",
  'server/other.ts': 'export type Other = { b: 1 }',
  'server/cycle-b.ts': "import { a } from './cycle-a.ts'\nexport const b = (): number => a()",
  'server/start.ts': 'export const start = 1',
  'db/open.ts': "import '../domain/rule.ts'",
  'domain/rule.ts': "import 'temporal-polyfill'",
  'electron/main.ts': "import '../server/start.ts'",
  'renderer/page.ts':
    "import type { App } from '../server/app.ts'\nimport '../domain/rule.ts'\nexport type P = App",
  'test/support.ts': "import '../server/app.ts'\nimport '../db/open.ts'\nimport '../electron/main.ts'",
  'vite.config.ts': 'export default {}',
}

let folder: string
let found: Diagnostic[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lint-rules-'))
  const planted = {
    ...ALLOWED,
    ...Object.fromEntries(Object.entries(FAULTS).map(([path, { code }]) => [path, code])),
  }
  for (const [path, code] of Object.entries(planted)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), `${code}\n`)
  }
  for (const path of ['.oxlintrc.json', 'build/lint'])
    cpSync(join(ROOT, path), join(folder, path), { recursive: true })
  const compilerOptions = { strict: true, module: 'nodenext', target: 'es2024', types: [], noEmit: true }
  const tsconfig = { compilerOptions: { ...compilerOptions, allowImportingTsExtensions: true } }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
  // The type-aware half of the linter is looked up from the folder it runs in.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  found = lint(folder)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function lint(cwd: string): Diagnostic[] {
  const script = join(ROOT, 'node_modules/oxlint/bin/oxlint')
  try {
    const out = execFileSync(process.execPath, [script, '--format=json'], { cwd, encoding: 'utf8' })
    return (JSON.parse(out) as { diagnostics: Diagnostic[] }).diagnostics
  } catch (error) {
    // Faults found: exit code 1, and the report on stdout all the same.
    const { stdout } = error as { stdout: string }
    return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics
  }
}

describe('The linter finds the fault that was planted in', () => {
  test.each(Object.entries(FAULTS))('%s', (path, { rule }) => {
    const here = found.filter((diagnostic) => diagnostic.filename === path)
    expect(
      here
        .map(({ code, message }) => `${code ?? ''} ${message}`)
        .join('\n')
        .toLowerCase(),
    ).toContain(rule)
  })

  test('and says in a sentence why a layer may not be crossed', () => {
    const crossing = found.find(({ filename }) => filename === 'domain/asks-the-store.ts')
    expect(JSON.stringify(crossing)).toContain('domain imports nothing of ours')
  })
})

test.each(Object.keys(ALLOWED).filter((path) => path !== 'server/cycle-b.ts'))(
  'The linter has nothing to say of %s',
  (path) => {
    expect(found.filter(({ filename }) => filename === path)).toEqual([])
  },
)
