import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { installedChromium } from '../../build/find-chromium.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browsers-'))
  vi.stubEnv('PATH', folder)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

function install(name: string): string {
  const path = join(folder, name)
  writeFileSync(path, '#!/bin/sh\n')
  chmodSync(path, 0o755)
  return path
}

test('Playwright’s own browser comes first, since it is the one that fits', () => {
  install('chromium')
  const own = install('own-chromium')
  expect(installedChromium({ playwrightsOwn: own })).toBe(own)
})

test.runIf(process.platform === 'linux')('Without it an installed Chromium, Chrome or Edge is taken', () => {
  const edge = install('microsoft-edge')
  expect(installedChromium({ playwrightsOwn: join(folder, 'absent') })).toBe(edge)
  const chromium = install('chromium')
  expect(installedChromium({ playwrightsOwn: join(folder, 'absent') })).toBe(chromium)
})

test.runIf(process.platform === 'linux')('With none of them there is no browser', () => {
  expect(installedChromium({ playwrightsOwn: '' })).toBeNull()
})
