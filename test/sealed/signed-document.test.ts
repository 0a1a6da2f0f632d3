import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { readCountyCard, readOfficeCard, writeCountyCard, writeOfficeCard } from '../../sealed/card.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import { readReceipt, writeReceipt } from '../../sealed/receipt.ts'
import { signDocument } from '../../sealed/signed-document.ts'
import { COUNTY_CARD, OFFICE_CARD, accepted, receiptOf, rejected } from './document-fixture.ts'
import { sha256 } from './package-fixture.ts'

const key = createPackageKey()
const publicKey = key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

describe('a signed document', () => {
  it.each([
    ['an office card', OFFICE_CARD, writeOfficeCard(OFFICE_CARD, key), readOfficeCard],
    ['a county card', COUNTY_CARD, writeCountyCard(COUNTY_CARD, key), readCountyCard],
    [
      'a receipt',
      receiptOf([accepted(2), rejected(3)]),
      writeReceipt(receiptOf([accepted(2), rejected(3)]), key),
      readReceipt,
    ],
  ] as const)('comes back as it was written: %s', (_what, document, text, read) => {
    const answer = { ok: true, value: { document, keyId: key.keyId, publicKey, digest: sha256(text) } }
    expect(read(text)).toEqual(answer)
    expect(read(Buffer.from(text))).toEqual(answer)
  })

  it('is refused when any character of it is another', () => {
    const text = writeOfficeCard(OFFICE_CARD, key)
    for (let at = 0; at < text.length; at++) {
      const other = String.fromCharCode(text.charCodeAt(at) ^ 1)
      const answer = readOfficeCard(text.slice(0, at) + other + text.slice(at + 1))
      expect(answer.ok, `character ${at}: ${text[at]}`).toBe(false)
    }
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, -1)],
    ['longer by a line end', (text: string) => `${text}\n`],
    ['indented', (text: string) => JSON.stringify(JSON.parse(text), null, 1)],
    ['with a key twice', (text: string) => text.replace('{"', '{"a":1,"')],
    ['empty', () => ''],
    ['a number', () => '7'],
    ['a list', () => '[]'],
    ['nested without end', () => '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
    ['larger than a card can be', () => canonicalJson({ a: 'a'.repeat(70_000) })],
  ])('is refused as no card when it is %s', (_how, spoil) => {
    expect(readOfficeCard(spoil(writeOfficeCard(OFFICE_CARD, key)))).toMatchObject({
      code: 'enrolment.not-a-card',
    })
  })

  it('is refused when it is of another kind', () => {
    expect(readOfficeCard(writeCountyCard(COUNTY_CARD, key))).toMatchObject({ code: 'enrolment.not-a-card' })
    expect(readReceipt(writeOfficeCard(OFFICE_CARD, key))).toMatchObject({ code: 'receipt.not-a-receipt' })
  })

  it('is refused when somebody else signed it under its name', () => {
    const text = writeReceipt(receiptOf([accepted(2)]), createPackageKey())
    const forged = canonicalJson({ ...(JSON.parse(text) as object), keyId: key.keyId, publicKey })
    expect(readReceipt(forged)).toMatchObject({ code: 'receipt.signature-invalid' })
  })

  it('is refused when its key is not the one that its id names', () => {
    const value = JSON.parse(writeReceipt(receiptOf([accepted(2)]), key)) as object
    const forged = canonicalJson({ ...value, keyId: createPackageKey().keyId })
    expect(readReceipt(forged)).toMatchObject({ code: 'receipt.signature-invalid' })
  })

  it('is refused when it was signed under the id of another key', () => {
    const text = writeReceipt(receiptOf([accepted(2)]), { ...createPackageKey(), keyId: key.keyId })
    expect(readReceipt(text)).toMatchObject({ code: 'receipt.signature-invalid' })
  })

  it('is refused when its key is no key, and nothing throws', () => {
    const value = JSON.parse(writeReceipt(receiptOf([accepted(2)]), key)) as object
    const spki = Buffer.from(publicKey, 'base64').fill(0xff, 12)
    const forged = { ...value, publicKey: spki.toString('base64'), keyId: sha256(spki) }
    expect(readReceipt(canonicalJson(forged))).toMatchObject({ code: 'receipt.signature-invalid' })
  })
})

describe('a receipt that contradicts itself is refused, whoever signed it', () => {
  const whole = receiptOf([accepted(2), rejected(3)])
  it.each([
    ['a rejection without a reason', { items: [accepted(2), { ...rejected(3), fault: null }] }],
    [
      'a reason without a rejection',
      { items: [accepted(2), { ...rejected(3), result: 'ACCEPTED' as const }] },
    ],
    ['all accepted, and one rejected', { verdict: 'ACCEPTED' as const }],
    ['held, and answered', { verdict: 'HELD' as const }],
    ['other numbers than its items', { counts: { ...whole.counts, rejected: 0 } }],
    ['fewer items than it counts', { items: [rejected(3)] }],
  ])('%s', (_how, other) => {
    const text = signDocument({ ...whole, ...other }, key)
    expect(readReceipt(text)).toMatchObject({ code: 'receipt.not-a-receipt' })
  })
})
