import { expect, test } from 'vitest'
import type { Body } from '../../../domain/notice/body.ts'
import { phrases } from '../../../renderer/shared/phrases.ts'
import { firstFitting } from '../../../renderer/sheet/settle/fit.ts'
import { lastSentence } from '../../../renderer/sheet/settle/last-sentence.ts'
import { chineseDate, officialDate } from '../../../renderer/sheet/official-date.ts'
import { qrDrawing } from '../../../renderer/shared/qr-path.ts'
import { sheetAddress } from '../../../renderer/sheet/sheet-address.ts'

test('dates of documents have no leading zeros', () => {
  expect(officialDate('2026-03-05')).toBe('2026年3月5日')
  expect(chineseDate('2026-10-20')).toBe('二〇二六年十月二十日')
  expect(chineseDate('2026-12-31')).toBe('二〇二六年十二月三十一日')
})

test('the desk asks for a notice, everybody else for an edition', () => {
  expect(sheetAddress('?edition=3f9a')).toBe('/api/public/editions/3f9a/sheet')
  expect(sheetAddress('?notice=42&of=draft')).toBe('/api/desk/notices/42/sheet?of=draft')
  expect(sheetAddress('?notice=42&of=edition&hash=3f&edition=zz')).toBe(
    '/api/desk/notices/42/sheet?of=edition&hash=3f',
  )
  expect(sheetAddress('?edition=../../desk/audit')).toBe('/api/public/editions/..%2F..%2Fdesk%2Faudit/sheet')
  expect(sheetAddress('')).toBeNull()
})

const text = (value: string) => ({ type: 'text', text: value }) as const

test('the last sentence is that of the last line with text in it, also inside a table', () => {
  const body: Body = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [text('第一句。'), text('第二句，到此为止。')] },
      { type: 'paragraph' },
      { type: 'image', attrs: { attachmentId: '1', alt: '' } },
    ],
  }
  expect(lastSentence(body)).toBe('第二句，到此为止。')
  const cell = (value: string) =>
    ({ type: 'tableCell', content: [{ type: 'paragraph', content: [text(value)] }] }) as const
  const table: Body = {
    type: 'doc',
    content: [{ type: 'table', content: [{ type: 'tableRow', content: [cell('一'), cell('二')] }] }],
  }
  expect(lastSentence(table)).toBe('二')
  expect(lastSentence({ type: 'doc', content: [] })).toBe('')
})

test('the code has a quiet zone of four modules on every side', () => {
  const { size, path } = qrDrawing('http://192.168.1.20/kiosk/#/edition/3f9a')
  const places = [...path.matchAll(/M(\d+) (\d+)/gu)].flatMap(([, x, y]) => [Number(x), Number(y)])
  expect(Math.min(...places)).toBe(4)
  expect(Math.max(...places)).toBe(size - 5)
})

test('the largest size that fits is taken, and it is told when none does', () => {
  expect(firstFitting([14, 12, 10.5], (size) => size <= 12)).toBe(12)
  expect(firstFitting([14, 12, 10.5], () => false)).toBeNull()
})

test('a title breaks between words: places, numbers and book marks stay whole', () => {
  const title = '示例县云溪镇人民政府关于印发《云溪镇2026年政务公开工作要点》的通知'
  const pieces = phrases(title)
  expect(pieces.join('')).toBe(title)
  expect(pieces).toEqual(
    expect.arrayContaining(['示例县', '云溪镇', '人民政府', '《云溪镇', '2026年', '通知']),
  )
  for (const piece of pieces) {
    expect(piece).not.toMatch(/^[》，。、年的]/u)
    expect(piece).not.toMatch(/[《（]$/u)
  }
})
