import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../../../domain/notice/empty-draft.ts'
import { interpretationTitle } from '../../../domain/notice/interpretation-title.ts'
import { looksLikePolicy } from '../../../domain/notice/looks-like-policy.ts'
import {
  elementsSettled,
  INTERPRETATION_ELEMENTS,
  interpretationOf,
  interpretationPlanned,
  ownPlacement,
  policyOf,
} from '../../../domain/notice/placement.ts'
import { canonicalContent } from '../../../domain/notice/canonical-content.ts'
import { publicContent } from '../../../domain/notice/public-content.ts'

describe('what looks like a policy document', () => {
  it.each([
    ['关于印发《河西村水源保护办法（试行）》的通知', ''],
    ['云溪镇耕地地力保护补贴实施细则', ''],
    ['关于促进农村电商发展的意见', ''],
    ['2026年度抗旱工作方案', ''],
    ['关于调整标准的通知', '养老服务 › 养老服务通用政策 › 国家和地方层面养老服务相关法律、法规、政策文件'],
  ])('%s (%s)', (title, item) => {
    expect(looksLikePolicy({ noticeKind: 'NOTIFICATION', title, item })).toBe(true)
  })

  it.each([
    ['NOTIFICATION', '关于11月25日停电检修的通知', '财务收支'],
    ['NAME_LIST', '10月低保对象名单', '最低生活保障 › 审批信息'],
    ['INTERPRETATION', '《关于印发〈水源保护办法〉的通知》政策解读', '政策文件'],
  ] as const)('not: %s %s (%s)', (noticeKind, title, item) => {
    expect(looksLikePolicy({ noticeKind, title, item })).toBe(false)
  })
})

describe('an interpretation', () => {
  const interpretation = { ofNoticeId: 'a', elements: {} }
  const placement = { ...ownPlacement(), interpretation, policy: { interpretation: 'OPEN' } as const }

  it('bears the title of its document in title marks, those inside made single', () => {
    expect(interpretationTitle('关于印发《水源保护办法》的通知')).toBe(
      '《关于印发〈水源保护办法〉的通知》政策解读',
    )
  })

  it('is settled when a person has spoken for each of the seven elements', () => {
    expect(elementsSettled(interpretation)).toMatchObject({ params: { count: 7 } })
    const all = INTERPRETATION_ELEMENTS.map((element) => [element, 'COVERED'] as const)
    expect(elementsSettled({ ofNoticeId: 'a', elements: Object.fromEntries(all.slice(1)) })).toMatchObject({
      code: 'notice.interpretation-incomplete',
      params: { count: 1 },
    })
    expect(elementsSettled({ ofNoticeId: 'a', elements: Object.fromEntries(all) }).ok).toBe(true)
  })

  it('is one by its kind, and then no policy document itself', () => {
    expect(interpretationOf({ noticeKind: 'INTERPRETATION' }, placement)).toBe(interpretation)
    expect(policyOf({ noticeKind: 'INTERPRETATION' }, placement)).toBeNull()
    expect(interpretationOf({ noticeKind: 'OPINION' }, placement)).toBeNull()
    expect(interpretationPlanned(policyOf({ noticeKind: 'OPINION' }, placement)).ok).toBe(false)
  })
})

describe('public content', () => {
  const made = { draft: emptyDraft(), office: { name: '云溪镇', uscc: '' }, item: null, attachments: [] }

  it('of the township is to the letter what it was before there were units', () => {
    const own = publicContent({ ...made, unit: { name: '云溪镇', kind: 'TOWNSHIP' }, interprets: undefined })
    expect(canonicalContent(own)).toBe(canonicalContent(publicContent(made)))
    expect(Object.keys(own)).not.toContain('unit')
    expect(Object.keys(own)).not.toContain('interprets')
  })

  it('names the village it is of, which signs when nobody else does', () => {
    const village = { name: '河西村', kind: 'VILLAGE' } as const
    expect(publicContent({ ...made, unit: village })).toMatchObject({ unit: village, signature: '河西村' })
    const signed = { ...emptyDraft(), signature: '河西村村民委员会' }
    expect(publicContent({ ...made, draft: signed, unit: village }).signature).toBe('河西村村民委员会')
  })
})
