import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadPackageKey } from '../../sealed/package-key.ts'
import { writeSecretOnce } from '../../platform/secret-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('a key that is there already is never replaced: somebody else made it a moment ago', () => {
  const file = join(folder, 'a.key')
  writeFileSync(file, 'theirs')
  writeSecretOnce(file, 'ours')
  expect(readFileSync(file, 'utf8')).toBe('theirs')
  expect(readdirSync(folder)).toEqual(['a.key'])
})

it('a key is readable by its owner only', () => {
  const file = join(folder, 'keys', 'a.key')
  writeSecretOnce(file, 'ours')
  expect(readFileSync(file, 'utf8')).toBe('ours')
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
})

it('processes that look for the office key at the same moment all go on with one', async () => {
  const script = `import(${JSON.stringify(new URL('../../sealed/package-key.ts', import.meta.url).href)})
    .then(({ loadPackageKey }) => console.log(loadPackageKey(${JSON.stringify(folder)}).keyId))`
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, ['-e', script])),
  )
  const ids = new Set(answers.map(({ stdout }) => stdout.trim()))
  expect([...ids]).toEqual([loadPackageKey(folder).keyId])
  expect(readdirSync(join(folder, 'keys'))).toEqual(['office-ed25519.pem'])
})
