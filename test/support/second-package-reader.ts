import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the second reader found in a package. */
export type SecondReading = {
  readonly manifest: { readonly sequence: number; readonly counts: Record<string, number> } & Record<
    string,
    unknown
  >
  readonly keyId: string
  readonly seal: string
  readonly editions: readonly Record<string, unknown>[]
  readonly withdrawals: readonly Record<string, unknown>[]
  readonly statistics: readonly Record<string, unknown>[]
  readonly attachments: ReadonlyMap<string, Buffer>
}

const READER = fileURLToPath(new URL('read_package.py', import.meta.url))

/**
 * A reader in another language, written from docs/package-format.md alone and sharing no code with the product: if both agree, the page
 * says enough for a stranger. Throws with its one line on anything the page forbids.
 */
export function readPackageIndependently(path: string, identity?: string): SecondReading {
  const folder = mkdtempSync(join(tmpdir(), 'second-reading-'))
  try {
    const options = ['--attachments', folder, ...(identity === undefined ? [] : ['--identity', identity])]
    const run = spawnSync('python3', [READER, ...options, path], { maxBuffer: 1 << 30 })
    if (run.error) throw run.error
    if (run.status !== 0) throw new Error(run.stderr.toString('utf8').trim())
    const reading = JSON.parse(run.stdout.toString('utf8')) as Omit<SecondReading, 'attachments'>
    const attachments = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const)
    return { ...reading, attachments: new Map(attachments) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
