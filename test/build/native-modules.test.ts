import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import config from '../../build/electron-builder.config.mjs'
import { missingNativeModules } from '../../build/native-modules.mjs'

const ROOT = resolve(import.meta.dirname, '../..')

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'native-'))
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

test('The program is made for Windows with and without installer, and for Linux on both processors', () => {
  const targets = [config.win?.target, config.linux?.target]
    .flat()
    .map((one) => (typeof one === 'object' && one !== null ? `${one.target} ${String(one.arch)}` : one))
  expect(targets).toEqual(['nsis x64', 'portable x64', 'deb x64,arm64', 'AppImage x64,arm64'])
})

test('A program is not packed without the native modules of its platform', () => {
  expect(missingNativeModules(root, 'linux', 'arm64')).toContain('@img/sharp-linux-arm64')
  for (const name of missingNativeModules(root, 'linux', 'arm64')) {
    mkdirSync(join(root, 'node_modules', name), { recursive: true })
  }
  expect(missingNativeModules(root, 'linux', 'arm64')).toEqual([])
  expect(missingNativeModules(root, 'win32', 'x64')).not.toEqual([])
})

test('The lockfile has every native module that a program needs', () => {
  const locked = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
  const targets = [
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['win32', 'x64'],
  ] as const
  for (const [platform, arch] of targets) {
    for (const name of missingNativeModules(root, platform, arch))
      expect(locked).toContain(`node_modules/${name}"`)
  }
})

test('The lockfile names no registry, and has a checksum of what it ships to offices', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string; integrity?: string; dev?: boolean }>
  }
  const entries = Object.entries(packages).filter(([path]) => path !== '')
  expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
  const shipped = entries.filter(([, one]) => one.dev !== true)
  expect(shipped.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([])
})
