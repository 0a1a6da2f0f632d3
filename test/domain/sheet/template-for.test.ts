import { describe, expect, it } from 'vitest'
import type { Body } from '../../../domain/notice/body.ts'
import type { EmergencyMark } from '../../../domain/notice/emergency-mark.ts'
import { type FormFacts, formFor, formsFor, possibleForms } from '../../../domain/sheet/template-for.ts'

function paragraph(text: string): Body['content'][number] {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

function table(rows: number): Body['content'][number] {
  return {
    type: 'table',
    content: Array.from({ length: rows + 1 }, (_, at) => ({
      type: 'tableRow',
      content: [String(at), '周某某', '耕地地力保护补贴'].map((text) => ({
        type: at === 0 ? 'tableHeader' : 'tableCell',
        content: [paragraph(text)],
      })),
    })),
  } as Body['content'][number]
}

const body = (...content: Body['content'][number][]): Body => ({ type: 'doc', content })
const SHORT = body(paragraph('河西村停电。'))
const LONG = body(paragraph('汛期禁止在河道内游泳、捕鱼。'.repeat(60)))
const PLAIN: FormFacts = { noticeKind: 'NOTIFICATION', documentNumber: '', body: SHORT }
const WARNING: EmergencyMark = {
  level: 'RED',
  issuer: '示例县气象台',
  issuedAt: '2026-07-18T13:00:00.000Z',
  takeoverUntil: '2026-07-19T13:00:00.000Z',
}

describe('which form suits a notice', () => {
  it('is the red head for what bears a document number, whatever kind it is', () => {
    expect(formFor({ ...PLAIN, documentNumber: '云政发〔2026〕5号' })).toBe('RED_HEAD')
    expect(formFor({ ...PLAIN, noticeKind: 'FINANCE_TABLE', documentNumber: '云政发〔2026〕5号' })).toBe(
      'RED_HEAD',
    )
  })

  it.each(['PUBLIC_DISPLAY', 'NAME_LIST', 'FINANCE_TABLE', 'SERVICE_GUIDE'] as const)(
    'is that of its kind: %s',
    (noticeKind) => {
      expect(formFor({ ...PLAIN, noticeKind })).toBe(noticeKind)
    },
  )

  it('is the poster for an emergency, with a number or without', () => {
    expect(formFor({ ...PLAIN, emergency: WARNING })).toBe('EMERGENCY_POSTER')
    expect(formFor({ ...PLAIN, documentNumber: '云政发〔2026〕5号', emergency: WARNING })).toBe(
      'EMERGENCY_POSTER',
    )
  })

  it('is the list for a text that is mostly a long table, and plain for a table inside a text', () => {
    expect(formFor({ ...PLAIN, noticeKind: 'OTHER', body: body(paragraph('发放名单：'), table(8)) })).toBe(
      'NAME_LIST',
    )
    expect(formFor({ ...PLAIN, body: body(...LONG.content, table(8)) })).toBe('PLAIN')
    expect(formFor({ ...PLAIN, body: body(paragraph('标准如下：'), table(3)) })).toBe('PLAIN')
  })

  it('is plain for everything else', () => {
    expect(formFor(PLAIN)).toBe('PLAIN')
    expect(formFor({ ...PLAIN, emergency: null })).toBe('PLAIN')
  })
})

describe('which forms are offered', () => {
  it('a short notice may go on a card or a poster, a long one may not', () => {
    expect(formsFor(PLAIN)).toEqual(['PLAIN', 'PLAIN_CARD', 'POSTER'])
    expect(formsFor({ ...PLAIN, body: LONG })).toEqual(['PLAIN'])
  })

  it('a service guide may be a card and one of the 五个一 however long it is', () => {
    expect(formsFor({ ...PLAIN, noticeKind: 'SERVICE_GUIDE', body: LONG })).toEqual([
      'SERVICE_GUIDE',
      'PLAIN',
      'FIVE_ONES',
      'PLAIN_CARD',
    ])
  })

  it('the red head is offered only where there is a number to print in it', () => {
    expect(formsFor({ ...PLAIN, noticeKind: 'PUBLIC_DISPLAY' })).not.toContain('RED_HEAD')
    expect(formsFor({ ...PLAIN, noticeKind: 'PUBLIC_DISPLAY', documentNumber: '云政公〔2026〕5号' })).toEqual(
      ['RED_HEAD', 'PLAIN', 'PUBLIC_DISPLAY', 'PLAIN_CARD', 'POSTER'],
    )
  })

  it('a form whose own parts the notice has not got is refused, one that only suits it less is not', () => {
    const possible = possibleForms({ ...PLAIN, body: LONG })
    expect(possible).toEqual(['PLAIN', 'POSTER', 'PLAIN_CARD', 'SERVICE_GUIDE', 'FIVE_ONES'])
    expect(possibleForms({ ...PLAIN, body: body(...LONG.content, table(3)) })).toContain('FINANCE_TABLE')
    expect(possibleForms({ ...PLAIN, emergency: WARNING })).toContain('EMERGENCY_POSTER')
    expect(possibleForms({ ...PLAIN, documentNumber: '云政发〔2026〕5号' })).toContain('RED_HEAD')
  })

  it('never names a form twice, and always the suggested one first', () => {
    for (const facts of [PLAIN, { ...PLAIN, emergency: WARNING }, { ...PLAIN, body: body(table(9)) }]) {
      const forms = formsFor(facts)
      expect(new Set(forms).size).toBe(forms.length)
      expect(forms[0]).toBe(formFor(facts))
    }
  })
})
