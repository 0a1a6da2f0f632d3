import { describe, expect, it } from 'vitest'
import { glassPlan } from '../../../domain/signage/glass-plan.ts'
import { feedAddress, signageAddress } from '../../../renderer/signage/address.ts'
import { dealRows } from '../../../renderer/signage/face/deal-rows.ts'
import { faceContent } from '../../../renderer/signage/face/face-content.ts'
import { segmentsOf } from '../../../renderer/signage/face/segments.ts'
import { tableSlice } from '../../../renderer/signage/face/table-slice.ts'
import { glassGeometry } from '../../../renderer/signage/player/glass-geometry.ts'
import { noticePage } from '../../support/notice-page.ts'
import { GLASSES, nameRows, tableBody, textBody } from '../../support/signage-feed.ts'

const WORDS = { wholeText: '全文在窗口', wholeTable: '全表在窗口', tooWide: '表格较宽' }
const AROUND = { lead: null, sign: [], note: null }

function row(height: number, reaches = 0) {
  return { height, reaches }
}

describe('rows dealt out to pages', () => {
  it('come each exactly once, in order, and no page is fuller than it may be', () => {
    const rows = Array.from({ length: 57 }, (_, at) => row(20 + (at % 7) * 5))
    const pages = dealRows(rows, 90, 130) ?? []
    expect(pages[0]?.from).toBe(0)
    expect(pages.at(-1)?.to).toBe(57)
    for (const [at, { from, to }] of pages.entries()) {
      if (at > 0) expect(from).toBe(pages[at - 1]?.to)
      const height = rows.slice(from, to).reduce((sum, one) => sum + one.height, 0)
      expect(height).toBeLessThanOrEqual(at === 0 ? 90 : 130)
    }
  })

  it('are not parted where a cell covers several of them', () => {
    expect(dealRows([row(40), row(40, 2), row(40), row(40), row(40)], 130, 130)).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 4 },
      { from: 4, to: 5 },
    ])
  })

  it('do not fit when one is higher than a page', () => {
    expect(dealRows([row(40), row(200)], 130, 130)).toBeNull()
  })
})

describe('a body divided for a screen', () => {
  const body = tableBody(['户主', '金额'], nameRows(10))

  it('keeps the sentence that leads to a table with its first rows', () => {
    const [first] = segmentsOf(body, AROUND, 100, true)
    expect(first).toMatchObject({ kind: 'TABLE', caption: { type: 'paragraph' }, cut: 0 })
  })

  it('says how many rows are left out', () => {
    expect(segmentsOf(body, AROUND, 4, false).at(-1)).toMatchObject({ kind: 'TABLE', cut: 7 })
  })

  it('repeats the heads over the rows of every page', () => {
    const [table] = body.content.filter(({ type }) => type === 'table')
    if (table?.type !== 'table') throw new Error('no table')
    const slice = tableSlice(table, { from: 6, to: 8 }, [100, 50, 60])
    expect(slice.content).toHaveLength(3)
    expect(slice.content[0]).toMatchObject({ content: [{ type: 'tableHeader' }, { type: 'tableHeader' }] })
    expect(JSON.stringify(slice.content[1])).toContain('第7户')
  })
})

describe('what a notice says on a part of a screen', () => {
  const [room] = glassPlan({ geometry: GLASSES.television, layout: 'FULL', shift: true }).panes
  if (room === undefined) throw new Error('a screen without parts')
  const content = noticePage({
    title: '低保金明细',
    body: tableBody(['户主'], [['周敏']]),
    abstract: '发放一户。',
  }).data.content

  it('is the abstract and where the table can be seen, when it is too wide', () => {
    const face = faceContent(
      content,
      { outcome: 'AS_HEADLINE', reason: 'TABLE_TOO_WIDE' },
      room,
      WORDS,
      false,
      null,
    )
    expect(JSON.stringify(face.segments)).toContain('发放一户。')
    expect(JSON.stringify(face.segments)).toContain('表格较宽')
    expect(JSON.stringify(face.segments)).not.toContain('周敏')
  })

  it('is the headline on pages of its own where there is no room for text beside it', () => {
    const face = faceContent(
      content,
      { outcome: 'AS_HEADLINE', reason: 'ROOM_TOO_SMALL' },
      room,
      WORDS,
      false,
      null,
    )
    expect(face.headed).toBe(false)
    expect(JSON.stringify(face.segments)).toContain('低保金明细')
  })

  it('says so when the server sent only a part of it', () => {
    const face = faceContent(content, { outcome: 'LEGIBLE', rowsCut: false }, room, WORDS, true, null)
    expect(face.extent).toBe('PART')
    expect(face.segments.at(-1)).toMatchObject({ note: '全表在窗口' })
  })

  it('proves the whole only where all of it stands: a summary is a part, a headline alone a title', () => {
    const extent = (reason: 'TABLE_TOO_WIDE' | 'ROOM_TOO_SMALL', of = content) =>
      faceContent(of, { outcome: 'AS_HEADLINE', reason }, room, WORDS, false, null).extent
    const legible = { outcome: 'LEGIBLE', rowsCut: false } as const
    expect(faceContent(content, legible, room, WORDS, false, null).extent).toBe('WHOLE')
    expect(extent('TABLE_TOO_WIDE')).toBe('PART')
    expect(extent('ROOM_TOO_SMALL')).toBe('TITLE')
    expect(extent('TABLE_TOO_WIDE', { ...content, abstract: '', body: { type: 'doc', content: [] } })).toBe(
      'TITLE',
    )
  })

  it('is signed by whoever issued the warning', () => {
    const warning = noticePage({ title: '暴雨预警', body: textBody('请避险。') }).data.content
    const face = faceContent(warning, { outcome: 'LEGIBLE', rowsCut: false }, room, WORDS, false, [
      '气象局',
      '九时',
    ])
    expect(face.segments.at(-1)).toMatchObject({ sign: ['气象局', '九时'] })
  })
})

describe('the address of the page', () => {
  it('names a screen, with the time the desk asks for', () => {
    expect(signageAddress('/signage/hall', '')).toEqual({ kind: 'SCREEN', screen: 'hall', at: null })
    expect(signageAddress('/signage/hall', '?at=2026-10-01T01:30:00.000Z')).toMatchObject({
      at: '2026-10-01T01:30:00.000Z',
    })
    expect(signageAddress('/signage/', '?notice=1')).toEqual({ kind: 'NOTICE' })
  })

  it('leads to the desk for any time but this', () => {
    expect(feedAddress('hall', null)).toBe('/api/public/screens/hall/feed')
    expect(feedAddress('hall', '2026-10-01T01:30:00.000Z')).toContain('/api/desk/screens/hall/simulation?at=')
  })
})

describe('the pixels that count', () => {
  it('are those of the page for a television, turned when it hangs upright, and its own for an LED wall', () => {
    expect(glassGeometry(GLASSES.television, { width: 1080, height: 1920 })).toMatchObject({
      pixelWidth: 1080,
      millimetreWidth: 535,
    })
    expect(glassGeometry(GLASSES.wall, { width: 1920, height: 1080 })).toEqual(GLASSES.wall)
  })
})
