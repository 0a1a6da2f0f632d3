import { describe, expect, it } from 'vitest'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { beyondMinor, checkChange } from '../../../domain/notice/check-change.ts'
import { emptyDraft } from '../../../domain/notice/empty-draft.ts'
import { publicContent } from '../../../domain/notice/public-content.ts'
import { paragraphs } from '../../support/publish-flow.ts'
import { OFFICE } from '../../support/test-board.ts'

function content(change: Partial<PublicContent> = {}): PublicContent {
  const draft = {
    ...emptyDraft(null),
    title: '关于停电检修的通知',
    body: paragraphs('因线路检修，河西村11月26日停电，请村民相互转告。'),
    documentNumber: '云政发〔2026〕5号',
    documentDate: '2026-11-20',
  }
  return { ...publicContent({ draft, office: OFFICE, item: null, attachments: [] }), ...change }
}

const table = (cell: string): PublicContent['body'] => ({
  type: 'doc',
  content: [
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [{ type: 'paragraph', content: [{ type: 'text', text: cell }] }] },
          ],
        },
      ],
    },
  ],
})

const english = (text: string) => ({
  language: 'en' as const,
  title: 'Power cut',
  body: paragraphs(text),
  translator: '',
  machine: false,
})

describe('a next edition says what it changes', () => {
  it('a first edition has nothing to say', () => {
    expect(checkChange(null, content()).ok).toBe(true)
  })

  it('is refused without a kind, and as 更正 or 更新 without a note', () => {
    const next = content()
    for (const change of [
      undefined,
      { kind: 'CORRECTION', note: ' ' },
      { kind: 'UPDATE', note: '' },
    ] as const) {
      const said = change === undefined ? next : { ...next, change }
      expect(checkChange(content(), said)).toMatchObject({ code: 'notice.change-note-required' })
    }
    expect(checkChange(content(), { ...next, change: { kind: 'CORRECTION', note: '停电日期有误' } }).ok).toBe(
      true,
    )
  })

  it('as 文字校订 goes without a note and may mend words', () => {
    const mended = content({ body: paragraphs('因线路检修，河西村11月26日停电，请各位村民互相转告。') })
    expect(checkChange(content(), { ...mended, change: { kind: 'MINOR', note: '' } }).ok).toBe(true)
  })

  it.each([
    ['TITLE', content({ title: '关于停水检修的通知' })],
    ['NUMBER', content({ documentNumber: '云政发〔2026〕6号' })],
    ['DATE', content({ documentDate: '2026-11-21' })],
    ['DATE', content({ expiresAt: '2026-12-01T00:00:00.000Z' })],
    ['FIGURE', content({ body: paragraphs('因线路检修，河西村11月27日停电，请村民相互转告。') })],
    ['TABLE', content({ body: table('张某') })],
    ['KIND', content({ noticeKind: 'DECISION' })],
    ['ADDRESSEE', content({ addressee: '各村民委员会' })],
    ['SIGNATURE', content({ signature: '示例县人民政府' })],
    ['AUDIENCE', content({ audience: 'LOCAL' })],
    ['ABSTRACT', content({ abstract: '补贴900元' })],
    [
      'EMERGENCY',
      content({
        emergency: { level: null, issuer: '', issuedAt: null, takeoverUntil: '2026-11-30T00:00:00.000Z' },
      }),
    ],
    ['LANGUAGE', content({ texts: [english('Power is off on 27 November.')] })],
  ] as const)('as 文字校订 is refused when it changes %s', (part, next) => {
    expect(checkChange(content(), { ...next, change: { kind: 'MINOR', note: '' } })).toMatchObject({
      code: 'notice.change-not-minor',
      params: { part },
    })
  })

  it('sees an amount in Chinese numerals, and none in words that only look like one', () => {
    const before = content({ body: paragraphs('补助三百元，统一发放，一些村民已领取。') })
    expect(beyondMinor(before, content({ body: paragraphs('补助五百元，统一发放，一些村民已领取。') }))).toBe(
      'FIGURE',
    )
    expect(beyondMinor(before, content({ body: paragraphs('补助叁佰元，统一发放，一些村民已领取。') }))).toBe(
      'FIGURE',
    )
    expect(beyondMinor(before, content({ body: paragraphs('补助三百元，一并发放，有些村民已领取。') }))).toBe(
      null,
    )
  })

  it('mends words of a text in another language, but no figure of it', () => {
    const before = content({ texts: [english('Power is of on 26 November.')] })
    expect(beyondMinor(before, content({ texts: [english('Power is off on 26 November.')] }))).toBe(null)
    expect(beyondMinor(before, content({ texts: [english('Power is off on 27 November.')] }))).toBe(
      'LANGUAGE',
    )
    expect(beyondMinor(before, content())).toBe('LANGUAGE')
  })

  it('takes digits of any width for the same figure', () => {
    const before = content({ body: paragraphs('补助300元。') })
    expect(beyondMinor(before, content({ body: paragraphs('补助３００元。') }))).toBe(null)
  })
})
