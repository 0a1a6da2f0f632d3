import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_WORDS } from '../../../domain/sheet/code-words.ts'
import { formatSheetCode, hashWords, readSheetCode, shortHash } from '../../../domain/sheet/sheet-code.ts'

const hash = '9c1f00ffa0b1c2d3'.padEnd(64, '7')
const code = {
  uscc: '11990000000000001L',
  indexNumber: '11990000000000001L/2026-00412',
  editionNumber: 2,
  hash,
}
const short = { ...code, hash: shortHash(hash) }

describe('the words of a code', () => {
  it('are 256 of two characters, none of them twice', () => {
    expect(CODE_WORDS).toHaveLength(256)
    expect(new Set(CODE_WORDS).size).toBe(256)
    expect(CODE_WORDS.every((word) => /^\p{Script=Han}{2}$/u.test(word))).toBe(true)
  })

  it('never change: papers on walls bear them', () => {
    const digest = createHash('sha256').update(CODE_WORDS.join(' ')).digest('hex')
    expect(digest).toBe('df2d8c00dd11203c0aa0c080322fd00af33b7e8dad569740f42b9935c97a63dc')
  })

  it('say the first 32 bits, and are read back however they are set apart', () => {
    const words = hashWords(hash)
    expect(words).toHaveLength(4)
    for (const typed of [words.join(' '), words.join('、'), words.join(''), `  ${words.join('　')} `]) {
      expect(readSheetCode(typed)).toEqual({ kind: 'HASH', hash: '9c1f00ff' })
    }
  })
})

describe('a code', () => {
  it('with an address is a link, without one a text, and both are read as the same edition', () => {
    const link = formatSheetCode(code, 'http://192.168.1.5:8632')
    expect(link).toBe(
      'http://192.168.1.5:8632/c?o=11990000000000001L&i=11990000000000001L%2F2026-00412&e=2&h=9c1f00ffa0b1c2d3',
    )
    expect(readSheetCode(link)).toEqual({ kind: 'CODE', code: short })
    expect(readSheetCode(formatSheetCode(code, ''))).toEqual({ kind: 'CODE', code: short })
  })

  it('of the first kind, on paper from before, is still read', () => {
    expect(readSheetCode(`BOARD:1:${code.indexNumber}:2:${hash}`)).toEqual({
      kind: 'CODE',
      code: { ...code, uscc: '' },
    })
  })

  it('of any index number comes back whole', () => {
    const part = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() === text)
    fc.assert(
      fc.property(
        part,
        fc.integer({ min: 1, max: 999 }),
        fc.boolean(),
        (indexNumber, editionNumber, linked) => {
          fc.pre(!/[\n\r\u2028\u2029]/u.test(indexNumber) && indexNumber.isWellFormed())
          const written = formatSheetCode(
            { ...code, indexNumber, editionNumber },
            linked ? 'https://board.example' : '',
          )
          expect(readSheetCode(written)).toEqual({
            kind: 'CODE',
            code: { ...short, indexNumber, editionNumber },
          })
        },
      ),
    )
  })

  it('is not made out of anything else', () => {
    const others = [
      '',
      '低保',
      '停电通知',
      'BOARD:2:x',
      'http://a/c?h=1',
      'http://a/c?i=%E0&e=1&h=' + 'a'.repeat(16),
    ]
    for (const typed of [...others, '安宁 白云 百合', '安宁 白云 百合 不是', '12345', 'g'.repeat(16)]) {
      expect(readSheetCode(typed), typed).toBeNull()
    }
  })

  it('of a draft says so', () => {
    expect(readSheetCode(`BOARD:DRAFT:${hash}`)).toEqual({ kind: 'DRAFT' })
  })
})
