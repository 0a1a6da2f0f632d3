import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { electronBinary } from '../../../build/electron-binary.mjs'

// The real Electron: what the typed fake cannot prove. Runs only where its binary was downloaded.
const ROOT = resolve(import.meta.dirname, '../../..')
const binary = electronBinary()

test.skip(binary === null, 'Electron is not installed here: its binary could not be downloaded')

let folder: string
let app: ElectronApplication
let desk: Page

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'real-electron-'))
  app = await _electron.launch({
    executablePath: binary ?? '',
    args: [ROOT, '--data', folder, '--desk-port', '0', '--public-port', '0'],
  })
  desk = await app.firstWindow()
})

test.afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

test('The desk opens under its own scheme and asks for the office', async () => {
  await expect(desk).toHaveURL(/^app:\/\/board\/desk\//)
  await expect(desk.getByRole('heading').first()).toBeVisible()
})

test('A page has neither Node nor the cookies of the desk', async () => {
  expect(await desk.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe('undefined')
  expect(await desk.evaluate(() => typeof Reflect.get(globalThis, 'process'))).toBe('undefined')
  expect(await desk.evaluate(() => document.cookie)).toBe('')
})

test('A page does not get out of its origin', async () => {
  await desk.evaluate(() => {
    location.href = 'https://evil.example/app://board'
  })
  await expect(desk).toHaveURL(/^app:\/\/board\//)
  expect(await desk.evaluate(() => window.open('file:///etc/passwd'))).toBeNull()
})

test('A page that asks for the microphone is refused', async () => {
  const answer = await desk.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      (error: Error) => error.name,
    ),
  )
  expect(answer).not.toBe('granted')
})
