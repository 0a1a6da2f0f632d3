import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { portableName } from '../../../../domain/exchange/portal/portable-name.ts'

describe('a file name for any system', () => {
  it.each([
    ['2026年第三季度: 名单.xlsx', '2026年第三季度_ 名单.xlsx'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['CON.txt', '_CON.txt'],
    ['aux', '_aux'],
    ['名单.', '名单'],
    [' .docx', 'docx'],
    ['', 'file'],
    ['gpj\u202egpj.exe', 'gpjgpj.exe'],
  ])('%j becomes %j', (name, safe) => {
    expect(portableName(name)).toBe(safe)
  })

  it('is taken by Windows, FAT32 and by systems that count bytes, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const safe = portableName(name)
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u)
        expect(safe).not.toMatch(/^[.\s]|[.\s]$/u)
        expect(safe.length).toBeGreaterThan(0)
        expect(Buffer.byteLength(safe, 'utf8')).toBeLessThanOrEqual(255)
        expect(safe).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu)
      }),
    )
  })

  it('keeps the extension of a long name', () => {
    expect(portableName(`${'很长的名字'.repeat(60)}.xlsx`)).toMatch(/^(?:很长的名字)+.*\.xlsx$/u)
  })
})
