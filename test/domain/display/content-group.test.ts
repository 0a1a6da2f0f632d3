import { describe, expect, it } from 'vitest'
import { contentGroupOf, type ShelfWords } from '../../../domain/display/content-group.ts'
import { type PublicBoard, standsOn } from '../../../domain/display/public-board.ts'

describe('which of the six content groups a notice stands in', () => {
  const cases: readonly [ShelfWords['noticeKind'], string, string, string][] = [
    // kind, heading, item, content group
    ['SERVICE_GUIDE', '社会救助', '最低生活保障办事指南', 'PROCEDURE'],
    ['SERVICE_GUIDE', '住房保障', '公共租赁住房', 'PROCEDURE'],
    ['PUBLIC_DISPLAY', '社会救助', '最低生活保障审核信息', 'RESULT'],
    ['FINANCE_TABLE', '监督检查', '捐赠款物监督', 'RESULT'],
    ['NAME_LIST', '廉政建设', '先进名单', 'RESULT'],
    ['OTHER', '机构概况', '机构职能', 'DISCIPLINE'],
    ['OTHER', '党务公开', '党风廉政', 'DISCIPLINE'],
    ['OTHER', '政务服务', '服务承诺', 'PLEDGE'],
    ['NOTIFICATION', '政务服务', '投诉举报电话', 'COMPLAINT'],
    ['SERVICE_GUIDE', '政务服务', '投诉办法', 'COMPLAINT'],
    ['OTHER', '惠民补贴', '补贴补助发放', 'RESULT'],
    ['NOTIFICATION', '公共服务', '便民服务', 'CONTENT'],
    ['CIRCULAR', '应急管理', '防汛抗旱', 'CONTENT'],
    ['OTHER', '', '', 'CONTENT'],
  ]
  it.each(cases)('%s under “%s / %s” stands in %s', (noticeKind, group, item, expected) => {
    expect(contentGroupOf({ noticeKind, group, item })).toBe(expected)
  })

  it('the item speaks before its heading', () => {
    const words = { noticeKind: 'NOTIFICATION', group: '监督检查', item: '服务承诺' } as const
    expect(contentGroupOf(words)).toBe('PLEDGE')
    expect(contentGroupOf({ ...words, item: '其他' })).toBe('DISCIPLINE')
  })
})

describe('on which board of the kiosk a notice stands', () => {
  const boards = (notice: Parameters<typeof standsOn>[1]) =>
    (['GOV', 'VILLAGE', 'RESIDENT', 'PARTY', 'FINANCE'] as const).filter((board: PublicBoard) =>
      standsOn(board, notice),
    )

  it('the accounts of a village stand on the village board and on the one of money', () => {
    expect(boards({ regime: 'VILLAGE', noticeKind: 'FINANCE_TABLE', group: '村级事务' })).toEqual([
      'VILLAGE',
      'FINANCE',
    ])
    expect(boards({ regime: 'GOV', noticeKind: 'REPORT', group: '财政预决算' })).toEqual(['GOV', 'FINANCE'])
  })

  it('the regimes are never mixed', () => {
    expect(boards({ regime: 'PARTY', noticeKind: 'OTHER', group: '党员发展' })).toEqual(['PARTY'])
  })
})
