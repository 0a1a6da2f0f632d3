import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cupsPrinting } from '../../../../server/display/print/cups-printers.ts'
import { systemPrinting, systemViewer } from '../../../../server/display/print/system-printers.ts'
import { CUPS_THERE, openVirtualPrinter, type VirtualPrinter } from '../../../support/virtual-printer.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-paper-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function pdf(width: number, height: number, pages: number): Promise<string> {
  const document = await PDFDocument.create()
  for (let page = 0; page < pages; page++) document.addPage([width, height]).drawText(`${page + 1}`)
  const file = join(folder, `${width}.pdf`)
  await writeFile(file, await document.save())
  return file
}

if (!CUPS_THERE) console.info('skipped: the virtual printer, since there is no CUPS on this computer')

describe.skipIf(!CUPS_THERE)('a virtual printer of CUPS', () => {
  let printer: VirtualPrinter
  beforeAll(async () => {
    printer = await openVirtualPrinter()
  })
  afterAll(() => printer.close())

  it('is listed by its name, as the one usually used', async () => {
    expect(await cupsPrinting(null).list()).toEqual([
      { name: 'Board-PDF', displayName: 'Board-PDF', isDefault: true },
    ])
  })

  it.each([
    ['A3', 842, 1191],
    ['A4', 595, 842],
  ] as const)('prints every page of %s paper, and in its size', async (paper, width, height) => {
    const job = { printer: printer.name, copies: 1, paper, label: 'board-1', drawing: '' }
    const done = await cupsPrinting(null).print({ ...job, file: await pdf(width, height, 3) })
    expect(done).toEqual({ ok: true, value: true })
    const check = async () => {
      const pages = (await PDFDocument.load(await printer.paper())).getPages()
      expect(pages.map((page) => Math.round(page.getWidth()))).toEqual([width, width, width])
      expect(Math.round(pages[0]?.getHeight() ?? 0)).toBe(height)
    }
    await expect.poll(() => check().then(() => 'right', String), { timeout: 30_000 }).toBe('right')
  })

  it('that is not there takes nothing, and no word of a name is taken for an option', async () => {
    const file = await pdf(595, 842, 1)
    const job = { file, copies: 1, paper: 'A4', label: 'board-2', drawing: '' } as const
    for (const name of ['nobody', '-h', '; rm -rf /']) {
      const refused = await cupsPrinting(null).print({ ...job, printer: name })
      expect(refused).toMatchObject({ ok: false, code: 'print.printer-refused' })
    }
  })
})

describe('the means of this computer', () => {
  it('without CUPS or with its service off, no printer can be named', async () => {
    const former = process.env['CUPS_SERVER']
    process.env['CUPS_SERVER'] = join(folder, 'no-socket')
    expect(await cupsPrinting(null).list()).toBeNull()
    if (former === undefined) delete process.env['CUPS_SERVER']
    else process.env['CUPS_SERVER'] = former
  })

  it('on Windows it is the viewer or the browser', async () => {
    const windows = systemPrinting('win32', {})
    expect(await windows.list()).toBeNull()
    expect(windows.view).not.toBeNull()
  })

  it('no viewer is offered where there is no screen to see it on', () => {
    expect(systemViewer('linux', {})).toBeNull()
    expect(systemViewer('linux', { DISPLAY: ':0' })).not.toBeNull()
  })
})
