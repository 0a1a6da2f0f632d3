import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const CUPSD = '/usr/sbin/cupsd'
const FILTERS = '/usr/lib/cups/filter/pdftopdf'

/** Whether this computer has a CUPS that a test can start for itself. */
export const CUPS_THERE = [CUPSD, FILTERS, '/usr/bin/lp'].every((path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
})

/** A printer that prints into a file, on a CUPS of its own that nobody else can reach. */
export type VirtualPrinter = {
  readonly name: string
  /** What came out last; waits until something has. */
  readonly paper: () => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

const PPD = `*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "BOARDPDF.PPD"
*Manufacturer: "Board"
*Product: "(Board PDF)"
*ModelName: "Board PDF"
*ShortNickName: "Board PDF"
*NickName: "Board PDF"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageSize A3/A3: "<</PageSize[842 1191]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageRegion A3/A3: "<</PageSize[842 1191]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*ImageableArea A3/A3: "0 0 842 1191"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*PaperDimension A3/A3: "842 1191"
`

/** Asks again until it is so; CUPS says nothing when it is ready, and the paper nothing when it is out. */
async function until<T>(work: () => Promise<T> | T): Promise<T> {
  for (let tries = 0; tries < 300; tries++) {
    try {
      return await work()
    } catch {
      await pause(100)
    }
  }
  return work()
}

/** Starts it. `CUPS_SERVER` of this process points to it until it is closed. */
export async function openVirtualPrinter(): Promise<VirtualPrinter> {
  const folder = mkdtempSync(join(tmpdir(), 'board-cups-'))
  const root = userInfo().uid === 0
  const [user, group] = root ? ['lp', 'lp'] : [userInfo().username, userInfo().username]
  chmodSync(folder, 0o755)
  for (const name of ['root/ppd', 'spool/tmp', 'cache', 'state', 'logs', 'out']) {
    mkdirSync(join(folder, name), { recursive: true })
  }
  // CUPS drops its rights to the user `lp`, whose number is 7 on every system that has it.
  if (root)
    for (const name of ['out', 'spool', 'spool/tmp', 'cache', 'state']) chownSync(join(folder, name), 7, 7)
  const paper = join(folder, 'out', 'paper.pdf')
  const socket = join(folder, 'state', 'cups.sock')
  const files: Record<string, string> = {
    'cups-files.conf': `User ${user}
Group ${group}
SystemGroup root
FileDevice Yes
ServerRoot ${folder}/root
RequestRoot ${folder}/spool
TempDir ${folder}/spool/tmp
CacheDir ${folder}/cache
StateDir ${folder}/state
AccessLog ${folder}/logs/access
ErrorLog ${folder}/logs/error
PageLog ${folder}/logs/page
`,
    'cupsd.conf': `Listen ${socket}
Browsing No
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
`,
    'printers.conf': `<DefaultPrinter Board-PDF>
Info Board PDF
MakeModel Board PDF
DeviceURI file://${paper}
State Idle
Accepting Yes
Shared No
</Printer>
`,
    'ppd/Board-PDF.ppd': PPD,
  }
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, 'root', name), text, { mode: 0o644 })
    if (root) chownSync(join(folder, 'root', name), 0, 7)
  }
  writeFileSync(paper, '')
  if (root) chownSync(paper, 7, 7)
  const words = ['-f', '-c', join(folder, 'root/cupsd.conf'), '-s', join(folder, 'root/cups-files.conf')]
  const daemon = spawn(CUPSD, words, { stdio: 'ignore' })
  const former = process.env['CUPS_SERVER']
  process.env['CUPS_SERVER'] = socket
  await until(() => accessSync(socket))
  return {
    name: 'Board-PDF',
    paper: () =>
      until(async () => {
        const bytes = await readFile(paper)
        if (!bytes.subarray(-16).toString('latin1').includes('%%EOF'))
          throw new Error('nothing has come out yet')
        return bytes
      }),
    close: async () => {
      if (former === undefined) delete process.env['CUPS_SERVER']
      else process.env['CUPS_SERVER'] = former
      const ended = once(daemon, 'exit')
      daemon.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
