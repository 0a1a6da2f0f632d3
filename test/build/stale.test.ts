import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isStale } from '../../build/build.mjs'

const BEFORE = new Date('2026-11-20T08:00:00Z')
const BUILT = new Date('2026-11-21T08:00:00Z')
const AFTER = new Date('2026-11-22T08:00:00Z')

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stale-'))
  mkdirSync(join(root, 'server/notice'), { recursive: true })
  mkdirSync(join(root, 'out'))
  writeFileSync(join(root, 'server/notice/publish.ts'), '')
  writeFileSync(join(root, 'out/.built'), '')
  for (const path of ['server/notice/publish.ts', 'server/notice', 'server']) touch(path, BEFORE)
  touch('out/.built', BUILT)
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function touch(path: string, time: Date): void {
  utimesSync(join(root, path), time, time)
}

test('A build that is newer than every source is kept', () => {
  expect(isStale(root)).toBe(false)
})

test('A changed source asks for a build', () => {
  touch('server/notice/publish.ts', AFTER)
  expect(isStale(root)).toBe(true)
})

test('So does a source that went away', () => {
  rmSync(join(root, 'server/notice/publish.ts'))
  expect(isStale(root)).toBe(true)
})

test('Without a finished build there is one to make', () => {
  rmSync(join(root, 'out/.built'))
  expect(isStale(root)).toBe(true)
})
