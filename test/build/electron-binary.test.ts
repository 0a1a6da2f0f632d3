import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { electronBinary, provideElectron } from '../../build/electron-binary.mjs'

let root: string
const electron = (name: string) => join(root, 'node_modules', 'electron', name)
const tries = () => (existsSync(join(root, 'tries')) ? readFileSync(join(root, 'tries'), 'utf8').length : 0)

/** A checkout in which Electron's own installer does what the test says. */
function install(body: string): void {
  writeFileSync(
    electron('install.js'),
    `const fs = require('node:fs'); fs.appendFileSync(${JSON.stringify(join(root, 'tries'))}, 'x'); ${body}`,
  )
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'board-electron-'))
  for (const folder of ['electron', 'node/bin'])
    mkdirSync(join(root, 'node_modules', folder), { recursive: true })
  symlinkSync(process.execPath, join(root, 'node_modules', 'node', 'bin', 'node'))
  writeFileSync(electron('package.json'), '{"name":"electron","version":"45.4.1"}')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('the Electron of a checkout that has none', () => {
  it('is fetched, and then there', async () => {
    install(
      `fs.mkdirSync(${JSON.stringify(electron('dist'))}); fs.writeFileSync(${JSON.stringify(electron('dist/electron'))}, '');` +
        `fs.writeFileSync(${JSON.stringify(electron('path.txt'))}, 'electron')`,
    )
    expect(electronBinary(root)).toBeNull()
    expect(await provideElectron(root)).toEqual({ program: electron('dist/electron') })
    expect(await provideElectron(root)).toEqual({ program: electron('dist/electron') })
    expect(tries()).toBe(1)
  })

  it('is tried once where it cannot be had, with the reason in a few words, also at the next start', async () => {
    install(`console.error('RequestError: getaddrinfo ENOTFOUND'); process.exit(1)`)
    const why = { chinese: '下载站点无法访问', english: 'its download site cannot be reached' }
    expect(await provideElectron(root)).toEqual({ program: null, why })
    expect(await provideElectron(root)).toEqual({ program: null, why })
    expect(tries()).toBe(1)
  })

  it('is tried again for another version', async () => {
    install('process.exit(1)')
    await provideElectron(root)
    writeFileSync(electron('package.json'), '{"name":"electron","version":"46.0.0"}')
    await provideElectron(root)
    expect(tries()).toBe(2)
  })
})
