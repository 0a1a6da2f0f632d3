import { describe, expect, it } from 'vitest'
import { EMPTY_BODY } from '../../../../domain/notice/body.ts'
import type { DraftContent } from '../../../../domain/notice/content.ts'
import { emptyDraft } from '../../../../domain/notice/empty-draft.ts'
import { readyToSubmit } from '../../../../domain/notice/ready-to-submit.ts'
import { missingParts } from '../../../../renderer/desk/notice/draft/missing.ts'
import type { GateReport } from '../../../../server/notice/views.ts'

const TODAY = '2026-11-23'
const complete: DraftContent = {
  ...emptyDraft('item'),
  title: '关于停电检修的通知',
  body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '特此通知。' }] }] },
  noticeKind: 'NOTIFICATION',
  catalogueItemId: 'item',
  documentNumber: '云政发〔2026〕5号',
  documentDate: '2026-11-20',
  issueDate: null,
  disclosureMode: 'PROACTIVE',
  disclosureModeReason: '',
  audience: 'PUBLIC',
  addressee: '',
  signature: '',
}
const codes = (change: Partial<DraftContent>, gate?: GateReport) =>
  missingParts({ ...complete, ...change }, gate, TODAY).map((part) => part.code)

describe('what a draft lacks before it can be handed in', () => {
  it('is nothing for a complete draft', () => {
    expect(codes({})).toEqual([])
  })

  it.each<[string, Partial<DraftContent>]>([
    ['title', { title: '  ' }],
    ['body', { body: EMPTY_BODY }],
    ['catalogueItem', { catalogueItemId: null }],
    ['documentNumber', { documentNumber: '云政发5号' }],
    ['documentDate', { documentDate: null }],
    ['documentDateFuture', { documentDate: '2026-11-24' }],
    ['issueDateFuture', { issueDate: '2026-11-24' }],
    ['dateOrder', { issueDate: '2026-11-19' }],
    ['audience', { audience: 'INTERNAL' }],
  ])('names %s, and the server would refuse it too', (code, change) => {
    expect(codes(change)).toEqual([code])
    expect(readyToSubmit({ ...complete, ...change }, TODAY).ok).toBe(false)
  })

  it('asks for no document date where there is no document number', () => {
    expect(codes({ documentNumber: '', documentDate: null })).toEqual([])
  })

  it('takes a picture alone for a text', () => {
    const body = { type: 'doc', content: [{ type: 'image', attrs: { attachmentId: 'a', alt: '' } }] } as const
    expect(codes({ body })).toEqual([])
  })

  it('counts what the privacy gate blocks', () => {
    const gate: GateReport = { fits: false, revision: 1, hits: [], unread: [] }
    expect(codes({}, gate)).toEqual(['gate'])
  })
})
