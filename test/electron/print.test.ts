import { describe, expect, test } from 'vitest'
import type { WindowApi } from '../../electron/electron-api.ts'
import type { PaperOrder } from '../../electron/messages.ts'
import { createPrinter, PrintTimedOut } from '../../electron/print.ts'
import { fakeElectron, fakeTimer } from './fake-electron.ts'

function printerRoom() {
  const fake = fakeElectron()
  const timer = fakeTimer()
  const openHidden = () =>
    fake.api.openWindow({ show: false, kiosk: false, width: 10, height: 10, title: '', devTools: false })
  return { fake, timer, printer: createPrinter(openHidden, timer) }
}

const order = (change: Partial<PaperOrder> = {}): PaperOrder => ({
  address: 'http://127.0.0.1:8632/sheet/?drawn=s&file=f',
  printer: 'HP-2055',
  copies: 1,
  paper: 'A3',
  ...change,
})

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
    await printer.toPaper(order({ copies: 2 }))
    expect(fake.windows[0]?.printed).toEqual([
      {
        silent: true,
        printBackground: true,
        deviceName: 'HP-2055',
        copies: 2,
        pageSize: 'A3',
        landscape: false,
        margins: { marginType: 'none' },
      },
    ])
  })

  test('on paper refuses a sheet that says it is not whole', async () => {
    const { fake, printer } = printerRoom()
    await printer.printers()
    const window = fake.windows[0]
    if (window) window.marks = { ready: 'true', overflow: 'table 2' }
    await expect(printer.toPaper(order())).rejects.toThrow('not fit')
    expect(window?.printed).toEqual([])
  })
})

describe('The letters of a sheet', () => {
  /** Lets the page in the window talk: two runs to be asked for, then what came of it. */
  function talking(openHidden: () => WindowApi) {
    const glyphs = { roles: [{ role: 'FANGSONG', face: 'FangSong', characters: 40 }], strays: [] }
    const heard: string[] = []
    const command: WindowApi['command'] = (method, params) => {
      switch (method) {
        case 'Runtime.evaluate': {
          const { expression } = params as { expression: string }
          heard.push(expression)
          const value = expression.includes('next(null)') ? { ask: 2 } : { glyphs }
          return Promise.resolve({ result: { value } })
        }
        case 'DOM.getDocument':
          return Promise.resolve({ root: { nodeId: 1 } })
        case 'DOM.querySelectorAll':
          return Promise.resolve({ nodeIds: [2, 3] })
        case 'CSS.getPlatformFontsForNode':
          return Promise.resolve({ fonts: [{ familyName: 'FangSong', glyphCount: 20 }] })
        default:
          return Promise.resolve({})
      }
    }
    return { glyphs, heard, open: () => ({ ...openHidden(), command }) }
  }

  test('are told with the sheet, as the browser in the window draws them', async () => {
    const fake = fakeElectron()
    const openHidden = () =>
      fake.api.openWindow({ show: false, kiosk: false, width: 10, height: 10, title: '', devTools: false })
    const { glyphs, heard, open } = talking(openHidden)
    const printed = await createPrinter(open, fakeTimer()).toPdf('app://board/sheet/?ticket=1')
    expect(printed.glyphs).toEqual(glyphs)
    expect(heard[1]).toContain('next([["FangSong"],["FangSong"]])')
  })

  test('never keep a sheet from being printed when the window cannot be asked', async () => {
    const fake = fakeElectron()
    const openHidden = () => ({
      ...fake.api.openWindow({
        show: false,
        kiosk: false,
        width: 10,
        height: 10,
        title: '',
        devTools: false,
      }),
      command: () => Promise.reject(new Error('another debugger is already attached')),
    })
    const printed = await createPrinter(openHidden, fakeTimer()).toPdf('app://board/sheet/?ticket=1')
    expect([printed.bytes.byteLength, printed.glyphs]).toEqual([4, null])
  })

  test('that hangs on paper is given up as unknown, never as not printed', async () => {
    const { fake, printer, timer } = printerRoom()
    await printer.printers()
    const window = fake.windows[0]
    if (window) window.hold = new Promise(() => undefined)
    const hanging = printer.toPaper(order()).catch((error: unknown) => error)
    await settle()
    timer.run(120_000)
    expect(await hanging).toBeInstanceOf(PrintTimedOut)
  })
})
