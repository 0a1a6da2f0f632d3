import { describe, expect, it } from 'vitest'
import type { Block, Body } from '../../../../domain/notice/body.ts'
import type { GateHit, HitPlace } from '../../../../domain/privacy/gate-hit.ts'
import { bodySpot, excerpt, groupHits } from '../../../../renderer/desk/notice/gate/gate-groups.ts'

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const table = (text: string): Block => ({
  type: 'table',
  content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(text)] }] }],
})
const body: Body = {
  type: 'doc',
  content: [
    paragraph('一'),
    table('二'),
    paragraph('证号99000019800229001X，电话13800138000。'),
    table('四'),
  ],
}

function hit(place: HitPlace, change: Partial<GateHit> = {}): GateHit {
  return {
    id: JSON.stringify(place),
    kind: 'RESIDENT_ID',
    severity: 'BLOCK',
    place,
    start: 0,
    end: 1,
    masked: '990000********001X',
    fingerprint: 'f',
    maskable: true,
    droppedFromPublicCopy: false,
    override: null,
    ...change,
  }
}

describe('the finds of the privacy gate on the screen', () => {
  it('stand in the order of the sheet, however they were found', () => {
    const later: HitPlace = { part: 'BODY', path: [10], tableRow: null }
    const sooner: HitPlace = { part: 'BODY', path: [2, 1, 0], tableRow: 2 }
    const groups = groupHits([hit(later), hit(sooner), hit({ part: 'TITLE' })])
    expect(groups.blocking[0]?.hits.map((one) => one.place)).toEqual([{ part: 'TITLE' }, sooner, later])
  })

  it('keep what was allowed apart from what still blocks', () => {
    const override = { by: '王芳', at: '2026-11-23T02:00:00Z', reason: '值班公务手机' }
    const groups = groupHits([
      hit({ part: 'TITLE' }, { override }),
      hit({ part: 'TITLE' }, { severity: 'NOTE' }),
    ])
    expect(groups.blocking).toEqual([])
    expect(groups.allowed).toHaveLength(1)
    expect(groups.noted).toHaveLength(1)
  })

  it('name the paragraph as a finger on the sheet counts, tables apart', () => {
    expect(bodySpot(body, { part: 'BODY', path: [2], tableRow: null })).toEqual({
      kind: 'PARAGRAPH',
      paragraph: 2,
    })
    expect(bodySpot(body, { part: 'BODY', path: [3, 0, 0, 0], tableRow: 1 })).toEqual({
      kind: 'TABLE_ROW',
      table: 2,
      tables: 2,
      row: 1,
    })
  })

  it('show the words around a value, but neither the value nor half of its neighbour', () => {
    const found = excerpt(body, hit({ part: 'BODY', path: [2], tableRow: null }, { start: 2, end: 20 }))
    expect(found).toEqual({ before: '证号', masked: '990000********001X', after: '，电话' })
  })
})
