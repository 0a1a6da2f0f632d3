import { describe, expect, it } from 'vitest'
import { isSearched, removedSearch } from '../../../domain/table/removed-value.ts'

const search = removedSearch([
  { kind: 'NAME', value: '张建国' },
  { kind: 'PHONE', value: '13800138000' },
  { kind: 'ADDRESS', value: '河西村3组12号' },
  { kind: 'NAME', value: '阿依古丽·买买提' },
  { kind: 'NAME', value: '王' },
])

describe('a removed value is found again', () => {
  it.each([
    ['联系人张 建国', [3, 7]],
    ['电话：１３８-0013 8000', [3, 16]],
    ['住河西村 3 组（12号）', [1, 12]],
    ['阿依古丽‧买买提', [0, 8]],
  ])('%s', (text, [start, end]) => {
    expect(search(text)[0]).toMatchObject({ start, end })
  })

  it('a telephone inside a longer number is another number, a single sign is not searched for', () => {
    expect(search('编号9138001380001')).toEqual([])
    expect(search('王')).toEqual([])
  })

  it('short values and amounts are not searched for, names of two Han characters are', () => {
    expect(isSearched({ kind: 'NAME', value: '周敏' })).toBe(true)
    expect(isSearched({ kind: 'ADDRESS', value: '3组' })).toBe(false)
    expect(isSearched({ kind: 'AMOUNT', value: '30000.00' })).toBe(false)
  })
})
