import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingPackages } from '../../build/set-up.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'set-up-'))
  mkdirSync(join(root, 'node_modules'))
  write('package-lock.json', {
    '': { version: '0.1.0' },
    'node_modules/hono': { version: '4.13.19' },
    'node_modules/@img/sharp-win32-x64': { version: '0.35.5', optional: true },
  })
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(file: string, packages: object): void {
  writeFileSync(join(root, file), JSON.stringify({ packages }))
}

test('On a new checkout everything is missing', () => {
  rmSync(join(root, 'node_modules'), { recursive: true })
  expect(missingPackages(root)).toEqual(['node_modules/hono', 'node_modules/@img/sharp-win32-x64'])
})

test('An install that was broken off counts as none: npm writes its own list last', () => {
  mkdirSync(join(root, 'node_modules/hono'))
  expect(missingPackages(root)).toContain('node_modules/hono')
})

test('Nothing is missing when all packages stand in the locked version, save those of other platforms', () => {
  write('node_modules/.package-lock.json', { 'node_modules/hono': { version: '4.13.19' } })
  expect(missingPackages(root)).toEqual([])
})

test('After an update of the lockfile the older package is missing', () => {
  write('node_modules/.package-lock.json', {
    'node_modules/hono': { version: '4.13.18' },
    'node_modules/@img/sharp-win32-x64': { version: '0.35.4' },
  })
  expect(missingPackages(root)).toEqual(['node_modules/hono', 'node_modules/@img/sharp-win32-x64'])
})
