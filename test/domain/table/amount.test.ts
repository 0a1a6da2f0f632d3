import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountInWords, findAmountInWords } from '../../../domain/table/amount-words.ts'
import { amountUnit, readAmount, writeAmount } from '../../../domain/table/amount.ts'

const fen = (value: bigint) => ({ kind: 'FEN', fen: value })

describe('an amount is read as whole fen', () => {
  it.each([
    ['1,234.50', 123_450n],
    ['1234.5', 123_450n],
    ['￥１，２３４．５０', 123_450n],
    ['30元', 3000n],
    ['-30', -3000n],
    ['(30.00)', -3000n],
    ['0.30000000000000004', 30n],
    ['1234.5600000000002', 123_456n],
    ['99999999999999.99', 9_999_999_999_999_999n],
  ])('%s', (text, value) => {
    expect(readAmount(text, 'YUAN')).toEqual(fen(value))
  })

  it.each(['1,2.34', 'NaN', '1.234', '1e5', '三十', '12 34,5', '138-0013'])('%s is none', (text) => {
    expect(readAmount(text, 'YUAN')).toEqual({ kind: 'UNREADABLE' })
  })

  it('a unit of its own that the heading does not give is not converted', () => {
    expect(readAmount('3万', 'YUAN')).toEqual({ kind: 'UNIT_MIXED' })
    expect(readAmount('300元', 'TEN_THOUSAND_YUAN')).toEqual({ kind: 'UNIT_MIXED' })
    expect(readAmount('1.5', amountUnit('补偿金额（万元）'))).toEqual(fen(1_500_000n))
  })

  it.each(['', '-', '—', '/'])('“%s” is an empty cell', (text) => {
    expect(readAmount(text, 'YUAN')).toEqual({ kind: 'EMPTY' })
  })

  it('what is written is read back, however large', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (value) => {
        for (const unit of ['YUAN', 'TEN_THOUSAND_YUAN'] as const) {
          expect(readAmount(writeAmount(value, unit), unit)).toEqual(fen(value))
        }
      }),
    )
  })
})

describe('an amount in words', () => {
  it.each([
    [123_450n, '壹仟贰佰叁拾肆元伍角整'],
    [100_000n, '壹仟元整'],
    [1_000_100n, '壹万零壹元整'],
    [10_050_000n, '壹拾万零伍佰元整'],
    [100_000_000n, '壹佰万元整'],
    [10_700_053n, '壹拾万柒仟元伍角叁分'],
    [1603n, '壹拾陆元零叁分'],
    [5n, '伍分'],
    [0n, '零元整'],
  ])('%s fen', (value, words) => {
    expect(amountInWords(value)).toBe(words)
  })

  it('is found in the line that says it', () => {
    expect(findAmountInWords('合计（大写）：壹仟贰佰叁拾肆元伍角整　填表：周敏')).toBe(
      '壹仟贰佰叁拾肆元伍角整',
    )
    expect(findAmountInWords('合计')).toBeNull()
  })
})
