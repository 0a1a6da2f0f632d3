import { describe, expect, test } from 'vitest'
import { createPrinter } from '../../electron/print.ts'
import { fakeElectron, fakeTimer } from './fake-electron.ts'

function printerRoom() {
  const fake = fakeElectron()
  const timer = fakeTimer()
  const openHidden = () =>
    fake.api.openWindow({ show: false, kiosk: false, width: 10, height: 10, title: '', devTools: false })
  return { fake, timer, printer: createPrinter(openHidden, timer) }
}

const settle = () => new Promise((done) => setTimeout(done, 0))

describe('Printing', () => {
  test('keeps the page size of the sheet, and never Letter', async () => {
    const { fake, printer } = printerRoom()
    const { bytes } = await printer.toPdf('http://127.0.0.1:8632/sheet/?edition=ab')
    expect(bytes.byteLength).toBe(4)
    expect(fake.windows[0]?.printed).toEqual([
      { preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false },
    ])
  })

  test('does one job after the other in one window that is kept', async () => {
    const { fake, printer } = printerRoom()
    const first = printer.toPdf('app://board/sheet/?edition=1')
    const second = printer.toPdf('app://board/sheet/?edition=2')
    await first
    expect(fake.windows[0]?.printed).toHaveLength(1)
    await second
    expect(fake.windows).toHaveLength(1)
    expect(fake.windows[0]?.loaded).toEqual(['app://board/sheet/?edition=1', 'app://board/sheet/?edition=2'])
  })

  test('gives a job up that hangs, and prints the next in a new window', async () => {
    const { fake, printer, timer } = printerRoom()
    await printer.printers()
    const window = fake.windows[0]
    if (window) window.hold = new Promise(() => undefined)
    const hanging = printer.toPdf('app://board/sheet/?edition=1').catch((error: Error) => error.message)
    await settle()
    timer.run(120_000)
    expect(await hanging).toBe('the print job took too long')
    expect(window?.destroyed).toBe(true)
    await printer.toPdf('app://board/sheet/?edition=2')
    expect(fake.windows).toHaveLength(2)
  })

  test('opens a new window when the page of the kept one has died', async () => {
    const { fake, printer } = printerRoom()
    await printer.toPdf('app://board/sheet/?edition=1')
    fake.windows[0]?.crash('oom')
    await printer.toPdf('app://board/sheet/?edition=2')
    expect(fake.windows).toHaveLength(2)
  })

  test('on paper goes to the printer named, without a dialog', async () => {
    const { fake, printer } = printerRoom()
    await printer.toPaper('app://board/sheet/?edition=1', 'HP-2055', 2)
    expect(fake.windows[0]?.printed).toEqual([
      { silent: true, printBackground: true, deviceName: 'HP-2055', copies: 2 },
    ])
  })

  test('on paper refuses a sheet that says it is not whole', async () => {
    const { fake, printer } = printerRoom()
    await printer.printers()
    const window = fake.windows[0]
    if (window) window.marks = { ready: 'true', overflow: 'table 2' }
    await expect(printer.toPaper('app://board/sheet/?edition=1', 'HP-2055', 1)).rejects.toThrow('not fit')
    expect(window?.printed).toEqual([])
  })
})
