import { describe, expect, it } from 'vitest'
import { apartNames, writeName } from '../../../domain/table/name-mask.ts'

describe('names on a board', () => {
  it.each([
    ['张建国', 'FULL', '张建国'],
    ['张建国', 'MIDDLE', '张*国'],
    ['张建国', 'SURNAME', '张**'],
    ['张建国', 'INDEX', '7'],
    ['张伟', 'MIDDLE', '张*'],
    ['张伟', 'SURNAME', '张*'],
    ['欧阳建国', 'SURNAME', '欧阳**'],
    ['欧阳建国', 'MIDDLE', '欧阳**'],
    ['单于飞', 'SURNAME', '单于*'],
    ['欧阳', 'SURNAME', '欧*'],
    ['阿依古丽·买买提', 'SURNAME', '阿依古丽·***'],
    ['阿依古丽·买买提', 'MIDDLE', '阿依古丽·***'],
    ['王', 'SURNAME', '*'],
    ['𠮷建国', 'MIDDLE', '𠮷*国'],
    ['张　伟', 'SURNAME', '张*'],
    ['张建国、李芳', 'MIDDLE', '张*国、李*'],
    ['', 'SURNAME', ''],
  ] as const)('%s by %s stands as %s', (name, rule, shown) => {
    expect(writeName(name, rule, 7)).toBe(shown)
  })
})

describe('two people who look alike', () => {
  it('are told apart by their group, never by a part of the identity number', () => {
    expect(apartNames(['张*', '李*', '张*'], ['3组', '3组', '5组'], false)).toEqual([
      '张*（3组）',
      '李*',
      '张*（5组）',
    ])
  })

  it('are told apart by a neutral number where the group is the same or unknown', () => {
    expect(apartNames(['张*', '张*', '张*'], ['3组', '3组', ''], false)).toEqual([
      '张*（3组）（1）',
      '张*（3组）（2）',
      '张*',
    ])
    expect(apartNames(['张*', '张*'], ['', ''], false)).toEqual(['张*（1）', '张*（2）'])
  })

  it('are not made two people where one stands twice, as with two plots', () => {
    expect(apartNames(['张*', '张*'], ['', ''], false, ['张伟', '张伟'])).toEqual(['张*', '张*'])
    expect(apartNames(['张*', '张*', '张*'], ['', '', ''], false, ['张伟', '张三', '张伟'])).toEqual([
      '张*（1）',
      '张*（2）',
      '张*（1）',
    ])
  })

  it('need nothing more where their groups are printed in a column of their own', () => {
    expect(apartNames(['张*', '张*'], ['3组', '5组'], true)).toEqual(['张*', '张*'])
    expect(apartNames(['张*', '张*'], ['3组', '3组'], true)).toEqual(['张*（1）', '张*（2）'])
  })
})
