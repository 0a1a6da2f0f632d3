import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText, readCsv } from '../../../platform/table/read-csv.ts'
import { writeCsv } from '../../support/csv.ts'

const TEXT = '序号,公开事项\r\n1,宅基地审批情况（含𠮷河村）\r\n'

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT, 'utf8')],
    ['UTF-8 with byte order mark', Buffer.from(`\ufeff${TEXT}`, 'utf8')],
    ['UTF-16 LE', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
    ['GB18030', iconv.encode(TEXT, 'gb18030')],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: TEXT })
  })

  it('refuses bytes that are no text in any of them', () => {
    expect(decodeText(new Uint8Array([0x31, 0xff, 0xff, 0xff]))).toMatchObject({
      code: 'catalogue.file-damaged',
    })
  })
})

describe('CSV', () => {
  it('keeps separators, quotes and line breaks inside quotes', () => {
    expect(readCsv('a,"b,""c""\r\nd"\n"",e')).toEqual({
      ok: true,
      value: [
        ['a', 'b,"c"\r\nd'],
        ['', 'e'],
      ],
    })
  })

  it('is cut at the sign that stands outside quotes', () => {
    const content = Array.from({ length: 12 }, (_, at) => `要素${at}`).join('，')
    expect(readCsv(`序号,内容,时限\n1,"${content}",每月`)).toEqual({
      ok: true,
      value: [
        ['序号', '内容', '时限'],
        ['1', content, '每月'],
      ],
    })
  })

  it('reads back every table it is given, with each separator', () => {
    const field = fc.stringMatching(/^[甲乙a1",;\t\n ]{0,6}$/).map((text) => text.trim())
    const table = fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { maxLength: 5 })
    fc.assert(
      fc.property(table, fc.constantFrom(',', '\t', ';'), (rows, separator) => {
        // The first lines decide on the separator, as a heading does in a real file.
        const heading = ['序号', '公开事项', '公开依据', '公开时限', '公开主体', '公开渠道', '层级']
        const all = [heading, heading, heading, ...rows]
        expect(readCsv(writeCsv(all, separator))).toEqual({ ok: true, value: all })
      }),
    )
  })

  it('says in which row a quote was opened and never closed', () => {
    expect(readCsv('a,b\n1,"2\n3,4\n')).toEqual({
      ok: false,
      code: 'catalogue.file-damaged',
      params: { row: 2 },
    })
  })
})
