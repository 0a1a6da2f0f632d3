import jsQR from 'jsqr'
import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import type { Receipt } from '../../domain/exchange/receipt.ts'
import { RECORD_FAULT_CODES } from '../../domain/exchange/record-fault.ts'
import { createPackageKey } from '../../sealed/package-key.ts'
import { readReceiptCode, writeReceiptCode } from '../../sealed/receipt-code.ts'
import { accepted, receiptOf, rejected } from './document-fixture.ts'

const key = createPackageKey()
// A CommonJS module that TypeScript takes for another one.
const readCode = jsQR as unknown as typeof jsQR.default
const read = (text: string) => {
  const answer = readReceiptCode(text, key.publicKey)
  return answer.ok ? answer.value.code : expect.fail(answer.code)
}

describe('the code of a printed receipt', () => {
  it('says what the receipt says', () => {
    const receipt = receiptOf([accepted(2), rejected(3), rejected(9)])
    expect(read(writeReceiptCode(receipt, key))).toEqual({
      county: { id: receipt.county.instance.id, former: [] },
      uscc: receipt.office.uscc,
      number: 7,
      claimedAt: '2026-11-21T02:03:04Z',
      package: receipt.package,
      verdict: 'PARTLY_REJECTED',
      counts: receipt.counts,
      held: receipt.held,
      waiting: [],
      officeKeyId: receipt.officeKeyId,
      missingFrom: null,
      unknown: 0,
      rejected: [
        { change: 3, code: 'record.personal-data' },
        { change: 9, code: 'record.personal-data' },
      ],
      leftOut: 0,
    })
  })

  const other = '01990000-0000-7000-8000-0000000000ff'
  it.each<[string, Partial<Receipt>, object]>([
    ['nothing was taken in yet', { held: null, missingFrom: 1 }, { held: null, missingFrom: 1 }],
    [
      'the county holds less than this package',
      {
        verdict: 'HELD',
        held: { instanceId: receiptOf([]).package.instanceId, sequence: 1, seal: '34'.repeat(32), change: 1 },
      },
      {
        verdict: 'HELD',
        held: {
          instanceId: receiptOf([]).package.instanceId,
          sequence: 1,
          seal: '34'.repeat(32),
          change: 1,
        },
      },
    ],
    [
      'the county holds a former database of the office',
      { held: { instanceId: other, sequence: 9, seal: '34'.repeat(32), change: 1_234_567 } },
      { held: { instanceId: other, sequence: 9, seal: '34'.repeat(32), change: 1_234_567 } },
    ],
    [
      'the county was restored',
      {
        county: {
          ...receiptOf([]).county,
          instance: {
            id: other,
            former: ['01990000-0000-7000-8000-00000000aaaa', '01990000-0000-7000-8000-00000000bbbb'],
          },
        },
      },
      {
        county: {
          id: other,
          former: ['01990000-0000-7000-8000-00000000aaaa', '01990000-0000-7000-8000-00000000bbbb'],
        },
      },
    ],
    [
      'packages wait for an earlier one',
      { waiting: [5, 6, 300], missingFrom: 12 },
      { waiting: [5, 6, 300], missingFrom: 12 },
    ],
    [
      'the county holds more than was offered',
      { unknown: [{ indexNumber: 'x', editionNumber: 1, hash: '56'.repeat(32) }] },
      { unknown: 1 },
    ],
  ])('says it when %s', (_what, change, expected) => {
    expect(read(writeReceiptCode(receiptOf([], change), key))).toMatchObject(expected)
  })

  it('names every reason by a number that never changes', () => {
    const items = RECORD_FAULT_CODES.map((code, index) => ({
      ...rejected(index + 1),
      fault: { code, params: {} },
    }))
    expect(read(writeReceiptCode(receiptOf(items), key)).rejected.map(({ code }) => code)).toEqual([
      ...RECORD_FAULT_CODES,
    ])
    // On paper that was printed long ago.
    expect(RECORD_FAULT_CODES.slice(0, 11)).toEqual([
      'record.index-number',
      'record.personal-data',
      'record.catalogue-item',
      'record.dates',
      'record.edition-differs',
      'record.index-number-taken',
      'record.withdrawal-differs',
      'record.file-type',
      'record.not-public',
      'record.unreadable',
      'record.withdrawn',
    ])
  })

  it('stays small however much was rejected, and says how many did not fit', () => {
    for (const [count, step] of [
      [60, 1],
      [10_000, 1],
      [500, 1_000_000],
    ] as const) {
      const items = Array.from({ length: count }, (_, index) => rejected((index + 1) * step))
      const text = writeReceiptCode(receiptOf(items), key)
      expect(text.length).toBeLessThanOrEqual(640)
      const code = read(text)
      expect(code.rejected.length + code.leftOut).toBe(count)
      expect(code.rejected.map(({ change }) => change)).toEqual(
        items.slice(0, code.rejected.length).map(({ change }) => change),
      )
      if (count === 60) expect(code.leftOut).toBe(0)
      else expect(code.rejected.length).toBeGreaterThan(30)
    }
  })

  it('fits a QR code that a camera reads', () => {
    const items = Array.from({ length: 10_000 }, (_, index) => rejected(index + 1))
    const text = writeReceiptCode(receiptOf(items), key)
    const { modules } = create(text, { errorCorrectionLevel: 'M' })
    expect(modules.size).toBeLessThanOrEqual(81)
    const scale = 4
    const border = 4
    const width = (modules.size + 2 * border) * scale
    const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
    for (let y = 0; y < width; y++) {
      for (let x = 0; x < width; x++) {
        const [row, column] = [Math.floor(y / scale) - border, Math.floor(x / scale) - border]
        const inside = row >= 0 && column >= 0 && row < modules.size && column < modules.size
        if (inside && modules.get(row, column)) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
      }
    }
    expect(readCode(pixels, width, width)?.data).toBe(text)
  })

  it('is read from small letters, in groups and over several lines', () => {
    const text = writeReceiptCode(receiptOf([rejected(3)]), key)
    const typed = text
      .toLowerCase()
      .replaceAll(/(.{5})/g, '$1 ')
      .replaceAll(/(.{60})/g, '$1\r\n')
    expect(read(typed).number).toBe(7)
  })

  it('is refused when any sign of it is another', () => {
    const text = writeReceiptCode(receiptOf([accepted(2), rejected(3)]), key)
    for (let at = 0; at < text.length; at++) {
      const spoilt = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
      expect(readReceiptCode(spoilt, key.publicKey).ok, `sign ${at}`).toBe(false)
    }
  })

  it('is refused wherever it was cut off', () => {
    const text = writeReceiptCode(receiptOf([accepted(2), rejected(3)]), key)
    for (let size = 0; size < text.length; size++) {
      expect(readReceiptCode(text.slice(0, size), key.publicKey).ok, `${size} signs`).toBe(false)
    }
  })

  it('is refused when another county signed it', () => {
    const text = writeReceiptCode(receiptOf([]), createPackageKey())
    expect(readReceiptCode(text, key.publicKey)).toMatchObject({ code: 'receipt.signature-invalid' })
  })

  it.each([
    '',
    'BOARDR1',
    'BOARDR1A',
    'BOARDR2AAAA',
    '{"format":"board-receipt/1"}',
    `BOARDR1${'A'.repeat(600)}`,
    `BOARDR1${'7'.repeat(600)}`,
  ])('is told from %s', (text) => {
    expect(readReceiptCode(text, key.publicKey)).toMatchObject({ ok: false, code: 'receipt.not-a-receipt' })
  })
})
