import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text by which the fuses are found inside Electron's program; `@electron/fuses` looks for the same. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** A fuse wire of version 1 with nine fuses, set as in a fresh Electron: '1' on, '0' off. */
const FRESH_WIRE = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 9]), Buffer.from('101100011')])

/** The start of an ELF program for x86-64, as far as packers look at it. */
function elfHead(): Buffer {
  const head = Buffer.alloc(64)
  head.write('\x7fELF', 0, 'latin1')
  head.set([2, 1, 1], 4)
  head.writeUInt16LE(2, 16)
  head.writeUInt16LE(0x3e, 18)
  return head
}

/** A folder with the files of an Electron for Linux, made of nothing: enough to pack with, and to flip fuses in. */
export function makeElectronStandIn(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([elfHead(), Buffer.alloc(4096), FRESH_WIRE, Buffer.alloc(4096)]),
  )
  chmodSync(join(folder, 'electron'), 0o755)
  writeFileSync(join(folder, 'version'), version)
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'icudtl.dat', 'chrome-sandbox']) {
    writeFileSync(join(folder, name), '')
  }
  for (const language of ['zh-CN', 'en-US', 'de'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), '')
}
