import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { DUTY_STATES } from '../../domain/duty/duty.ts'
import { RECORD_FAULT_CODES, RECORD_REMARK_CODES } from '../../domain/exchange/record-fault.ts'
import { REGIMES } from '../../domain/catalogue/catalogue-item.ts'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { openPackage } from '../../sealed/open-package.ts'
import { writePackage } from '../../sealed/write-package.ts'
import { readPackageIndependently } from '../support/second-package-reader.ts'
import { WITHDRAWAL, sha256 } from './package-fixture.ts'
import { EXAMPLE_RECEIPT, exampleDocuments, exampleInput, exampleKey } from './worked-example.ts'

const docs = (name: string): string => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url))
const packagePage = readFileSync(docs('package-format.md'), 'utf8')
const receiptPage = readFileSync(docs('receipt-format.md'), 'utf8')
/** What stands as it is on a page. */
const texts = (page: string) => [...page.matchAll(/```text\n(.*?)\n```/gs)].map(([, text]) => text)

it('the package beside the page is the one that this program writes, to the byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'example-'))
  try {
    const target = join(folder, 'example.zip')
    const written = await writePackage(exampleInput(target))
    const bytes = readFileSync(target)
    expect(bytes.equals(readFileSync(docs('package-format.example.zip')))).toBe(true)
    for (const stated of [written.sha256, written.keyId, written.seal, `${written.size} bytes`]) {
      expect(packagePage).toContain(stated)
    }
    expect(texts(packagePage)).toEqual([
      canonicalJson(written.manifest),
      canonicalJson(WITHDRAWAL),
      bytes.subarray(bytes.lastIndexOf('{"bodySize":')).toString('latin1'),
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

it('both readers read the package beside the page, and agree record by record', async () => {
  const path = docs('package-format.example.zip')
  const opened = await openPackage(path, { trustedKeys: [exampleKey().keyId] })
  if (!opened.ok) return expect.fail(opened.code)
  const { records, manifest, close } = opened.value
  const second = readPackageIndependently(path)
  expect(second.manifest).toEqual(manifest)
  const lists = { EDITION: second.editions, WITHDRAWAL: second.withdrawals, STATISTIC: second.statistics }
  for (const [kind, list] of Object.entries(lists)) {
    let at = 0
    for await (const record of records(kind as keyof typeof lists)) expect(list[at++]).toEqual(record)
    expect(list).toHaveLength(at)
  }
  await close()
})

it('the receipt and the cards on the page are those that this program writes', () => {
  expect(texts(receiptPage)).toEqual(exampleDocuments())
  const shown = /## 2\..*?```json\n(.*?)```/s.exec(receiptPage)?.[1] ?? 'null'
  expect(JSON.parse(shown)).toEqual(EXAMPLE_RECEIPT)
})

it('openssl agrees with the signature of the receipt on the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openssl-'))
  try {
    const { signature, ...rest } = JSON.parse(texts(receiptPage)[0] ?? '{}') as Record<string, string>
    const put = (name: string, bytes: Buffer): string => {
      writeFileSync(join(folder, name), bytes)
      return join(folder, name)
    }
    const key = put('key', Buffer.from(rest['publicKey'] ?? '', 'base64'))
    const check = (text: string) =>
      spawnSync('openssl', [
        ...['pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey', key, '-rawin'],
        ...[
          '-in',
          put('text', Buffer.from(text)),
          '-sigfile',
          put('sig', Buffer.from(signature ?? '', 'hex')),
        ],
      ]).status
    expect(check(canonicalJson(rest))).toBe(0)
    expect(check(canonicalJson({ ...rest, number: 8 }))).not.toBe(0)
    expect(sha256(Buffer.from(rest['publicKey'] ?? '', 'base64'))).toBe(rest['keyId'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

it('the pages name every code, in the order that never changes', () => {
  const first = (page: string, row: RegExp) => [...page.matchAll(row)].map(([, name]) => name)
  const numbered = [...receiptPage.matchAll(/^\| (\d+) +\| `(record\.[\w-]+)`/gm)].map(([, number, code]) => [
    Number(number),
    code,
  ])
  expect(numbered).toEqual(RECORD_FAULT_CODES.map((code, index) => [index + 1, code]))
  expect(first(receiptPage, /^\| `(remark\.[\w-]+)`/gm)).toEqual([...RECORD_REMARK_CODES])
  const statistic = packagePage.slice(packagePage.indexOf('### Statistic'), packagePage.indexOf('## 4.'))
  expect(first(statistic, /^\| `(\w+)`/gm)).toEqual([...DUTY_STATES])
  for (const regime of REGIMES) expect(statistic).toContain(`\`${regime}\``)
})
