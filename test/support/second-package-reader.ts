import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** What the second reader found in a package. */
export type SecondReading = {
  readonly manifest: { readonly sequence: number; readonly counts: Record<string, number> } & Record<
    string,
    unknown
  >
  readonly editions: readonly Record<string, unknown>[]
  readonly withdrawals: readonly Record<string, unknown>[]
  readonly attachments: ReadonlyMap<string, Buffer>
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Canonical JSON for the strings, whole numbers, nulls, arrays and objects that packages are made of. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

function fail(why: string): never {
  throw new Error(why)
}

/**
 * A reader written from docs/package-format.md alone, sharing no code with the product: if both agree,
 * the page says enough for a stranger. Throws on anything the page forbids.
 */
export function readPackageIndependently(path: string): SecondReading {
  const file = readFileSync(path)
  const end = findEnd(file)
  checkSeal(file, end + 22)
  const entries = readEntries(file, end)
  const manifestBytes = entries.get('manifest.json') ?? fail('no manifest')
  const manifest = json(manifestBytes) as SecondReading['manifest']
  const listed = manifest['entries'] as { path: string; sha256: string; size: number; kind: string }[]
  if (listed.length !== entries.size - 1) fail('manifest and ZIP disagree')
  const head = manifest['auditHead'] as { sequence: number; hash: string }
  if (!(head.sequence >= 1) || !/^[0-9a-f]{64}$/.test(head.hash)) fail('audit head')
  const editions: Record<string, unknown>[] = []
  const withdrawals: Record<string, unknown>[] = []
  const attachments = new Map<string, Buffer>()
  for (const entry of listed) {
    const bytes = entries.get(entry.path) ?? fail(`${entry.path} is missing`)
    if (bytes.length !== entry.size || hash(bytes) !== entry.sha256) fail(`${entry.path} is damaged`)
    if (!entry.path.includes(entry.sha256)) fail(`${entry.path} has another name`)
    if (entry.kind === 'ATTACHMENT') attachments.set(entry.sha256, bytes)
    else if (entry.kind === 'WITHDRAWAL') withdrawals.push(json(bytes))
    else {
      const edition = json(bytes)
      if (hash(Buffer.from(canonical(edition['content']))) !== edition['hash']) fail('edition hash')
      editions.push(edition)
    }
  }
  return { manifest, editions, withdrawals, attachments }
}

function json(bytes: Buffer): Record<string, unknown> {
  const text = bytes.toString('utf8')
  const value = JSON.parse(text) as Record<string, unknown>
  if (canonical(value) !== text) fail('not canonical')
  return value
}

function findEnd(file: Buffer): number {
  for (let at = file.length - 22; at >= 0; at--) {
    if (file.readUInt32LE(at) === 0x06054b50 && at + 22 + file.readUInt16LE(at + 20) === file.length)
      return at
  }
  return fail('no end record')
}

function checkSeal(file: Buffer, commentAt: number): void {
  const seal = json(file.subarray(commentAt)) as {
    bodySize: number
    chunkSize: number
    chunks: string[]
    keyId: string
    publicKey: string
    signature: string
  }
  const { signature, ...statement } = seal
  const spki = Buffer.from(seal.publicKey, 'base64')
  if (hash(spki) !== seal.keyId) fail('key id')
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  if (!verify(null, Buffer.from(canonical(statement)), key, Buffer.from(signature, 'hex'))) fail('signature')
  if (seal.bodySize !== commentAt) fail('body size')
  const chunks: string[] = []
  for (let at = 0; at < commentAt; at += seal.chunkSize) {
    chunks.push(hash(file.subarray(at, Math.min(at + seal.chunkSize, commentAt))))
  }
  if (chunks.join() !== seal.chunks.join()) fail('chunks')
}

function readEntries(file: Buffer, end: number): Map<string, Buffer> {
  let count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  if (count === 0xffff || at === 0xffffffff) {
    const zip64 = Number(file.readBigUInt64LE(end - 20 + 8))
    count = Number(file.readBigUInt64LE(zip64 + 32))
    at = Number(file.readBigUInt64LE(zip64 + 48))
  }
  const entries = new Map<string, Buffer>()
  for (let index = 0; index < count; index++) {
    if (file.readUInt32LE(at) !== 0x02014b50) fail('directory')
    if (file.readUInt16LE(at + 10) !== 0) fail('compressed')
    const size = file.readUInt32LE(at + 20)
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('latin1', at + 46, at + 46 + nameLength)
    if (!/^(manifest\.json|(editions|withdrawals)\/[0-9a-f]{64}\.json|attachments\/[0-9a-f]{64})$/.test(name))
      fail('name')
    if (entries.has(name)) fail('twice')
    const local = file.readUInt32LE(at + 42)
    if (file.toString('latin1', local + 30, local + 30 + file.readUInt16LE(local + 26)) !== name)
      fail('local name')
    const data = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    entries.set(name, file.subarray(data, data + size))
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}
