import { describe, expect, it } from 'vitest'
import { checkOrder } from '../../../domain/language/check-order.ts'
import { structureOf } from '../../../domain/language/copy-structure.ts'
import { numberPieces } from '../../../domain/language/number-run.ts'
import { ORDER_EXAMPLES } from '../../../domain/language/order-examples.ts'
import { type DatedScriptOrder, orderOn, USUAL_ORDER } from '../../../domain/language/script-order.ts'
import { scriptOf } from '../../../domain/language/script.ts'
import { textFault } from '../../../domain/language/text-fault.ts'
import { unfitCharacter } from '../../../domain/language/unfit-character.ts'
import { EMPTY_BODY } from '../../../domain/notice/body.ts'
import type { Body } from '../../../domain/notice/body.ts'
import { emptyDraft } from '../../../domain/notice/empty-draft.ts'
import { publicContent } from '../../../domain/notice/public-content.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { type LanguageText, NOTICE_LANGUAGES } from '../../../domain/notice/language.ts'
import { paragraphs } from '../../support/publish-flow.ts'

const text: LanguageText = {
  language: 'mn-Mong',
  title: 'ᠮᠡᠳᠡᠭᠳᠡᠯ',
  body: paragraphs('ᠮᠣᠩᠭᠣᠯ'),
  translator: '其其格',
  machine: false,
}

describe('how a language is written', () => {
  it('Mongolian runs downwards, Uyghur, Kazakh and Kyrgyz from the right, all others from the left', () => {
    const of = (direction: string) =>
      NOTICE_LANGUAGES.filter((language) => scriptOf(language).direction === direction)
    expect(of('VERTICAL_LR')).toEqual(['mn-Mong'])
    expect(of('RTL')).toEqual(['ug', 'kk-Arab', 'ky-Arab'])
    expect(of('LTR')).toEqual(['bo', 'ko', 'za', 'ii', 'en'])
  })

  it('Tibetan lines stand at least 1.8 apart: stacks reach far below the line', () => {
    expect(scriptOf('bo').leastLineHeight).toBeGreaterThanOrEqual(1.8)
  })

  it('every language names itself to the browser by a tag that browsers know', () => {
    for (const language of NOTICE_LANGUAGES) {
      expect(new Intl.Locale(scriptOf(language).tag).maximize().script).toBe(
        { Kore: 'Kore', Yiii: 'Yiii' }[scriptOf(language).script as string] ?? scriptOf(language).script,
      )
    }
  })
})

describe('when a text in another language is whole', () => {
  it('with title, text and translator', () => expect(textFault(text, '')).toBeNull())
  it('not without a title', () => expect(textFault({ ...text, title: ' ' }, '')).toBe('TITLE'))
  it('not without a text', () => expect(textFault({ ...text, body: EMPTY_BODY }, '')).toBe('BODY'))
  it('the title may stand alone where the notice has an abstract', () =>
    expect(textFault({ ...text, body: EMPTY_BODY }, '概述')).toBeNull())
  it('somebody answers for the translation', () =>
    expect(textFault({ ...text, translator: '' }, '')).toBe('TRANSLATOR'))
  it('or it says that a machine made it', () =>
    expect(textFault({ ...text, translator: '', machine: true }, '')).toBeNull())
})

describe('characters that may not go public', () => {
  const content = publicContent({
    draft: { ...emptyDraft(null), title: '公告', body: paragraphs('一', '二'), texts: [text] },
    office: { name: '云溪镇人民政府', uscc: '' },
    item: null,
    attachments: [],
  })

  it('ordinary texts have none, with the marks of right-to-left writing and with rare names', () => {
    expect(
      unfitCharacter({
        ...content,
        body: paragraphs('𠮷頔㶶'),
        texts: [{ ...text, language: 'ug', body: paragraphs('\u200fئۇيغۇرچە\u200e (2026)\u061c') }],
      }),
    ).toBeNull()
  })

  it('a private-use character is named with its place', () => {
    expect(unfitCharacter({ ...content, body: paragraphs('一', '王\ue863') })).toEqual({
      reason: 'PRIVATE_USE',
      codePoint: 'U+E863',
      language: null,
      paragraph: 2,
    })
    expect(
      unfitCharacter({ ...content, texts: [{ ...text, title: `${text.title}\u{f1234}` }] }),
    ).toMatchObject({ codePoint: 'U+F1234', language: 'mn-Mong', paragraph: 0 })
  })

  it.each(['\u202a', '\u202d', '\u202e', '\u2066', '\u2069'])(
    'a control that turns the order of the line is found in every text',
    (control) => {
      expect(unfitCharacter({ ...content, title: `公${control}告` })?.reason).toBe('REORDERS')
      const hidden = { ...text, body: paragraphs(`ئېلان${control}`) }
      expect(unfitCharacter({ ...content, texts: [hidden] })).toMatchObject({
        reason: 'REORDERS',
        language: 'mn-Mong',
        paragraph: 1,
      })
    },
  )

  it('it is found in addressee, signature and in the translator’s name, too', () => {
    expect(unfitCharacter({ ...content, signature: '镇\u202e政府' })?.paragraph).toBe(0)
    expect(unfitCharacter({ ...content, texts: [{ ...text, translator: '\u202e' }] })?.reason).toBe(
      'REORDERS',
    )
  })
})

describe('characters that may not go public, beside title and text', () => {
  const bare = publicContent({
    draft: { ...emptyDraft(null), title: '公告', body: paragraphs('一') },
    office: { name: '云溪镇人民政府', uscc: '' },
    item: null,
    attachments: [],
  })
  const file = { id: 'a', mediaType: 'text/plain', size: 1, sha256: '0', role: 'ATTACHMENT' } as const
  const display: PublicContent['display'] = {
    ...{
      startsOn: null,
      length: { count: 7, unit: 'CALENDAR_DAY' },
      places: [{ boardId: null, name: '村\u202e委会' }],
    },
    ...{ objection: { telephone: '', address: '', person: '', email: '' }, basis: '' },
  }
  const mark = {
    level: null,
    issuer: '气象\u202e台',
    issuedAt: null,
    takeoverUntil: '2026-11-30T00:00:00.000Z',
  }

  it.each<[string, Partial<PublicContent>]>([
    [
      'what a correction says it changes',
      { change: { kind: 'CORRECTION', note: '由\u202e００３\u202c元更正' } },
    ],
    ['the places of a display', { display }],
    ['who issued a warning', { emergency: mark }],
    ['the name of a file', { attachments: [{ ...file, name: '名单\u202excod.exe' }] }],
  ])('are found in %s', (_, written) => {
    expect(unfitCharacter({ ...bare, ...written })).toMatchObject({ reason: 'REORDERS', paragraph: 0 })
  })
})

describe('numbers in a text written from the right', () => {
  it('dates, times and telephone numbers are set apart, so that nobody reads them backwards', () => {
    const text = 'تېلېفون 0999-6100100، 2026-11-23 9:00'
    const pieces = numberPieces(text)
    expect(pieces.filter(({ ltr }) => ltr).map((piece) => piece.text)).toEqual([
      '0999-6100100',
      '2026-11-23',
      '9:00',
    ])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
  })

  it('plain numbers and sums need no help', () => {
    expect(numberPieces('12,300.50 2026')).toEqual([{ text: '12,300.50 2026', ltr: false }])
  })
})

describe('the shape of a text to be translated', () => {
  it('has the same headings, lists and tables, and keeps numbers only', () => {
    const cell = (words: string) => ({ type: 'tableCell' as const, content: paragraphs(words).content })
    const body: Body = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '一、总则' }] },
        { type: 'bulletList', content: [{ type: 'listItem', content: paragraphs('第一条').content }] },
        { type: 'table', content: [{ type: 'tableRow', content: [cell('收入'), cell('12,300.50')] }] },
        { type: 'paragraph', attrs: { textAlign: 'right' }, content: [{ type: 'text', text: '2026-11-23' }] },
        { type: 'image', attrs: { attachmentId: 'p1', alt: '流程图' } },
      ],
    }
    const shape = structureOf(body)
    expect(shape.content.map(({ type }) => type)).toEqual(body.content.map(({ type }) => type))
    expect(JSON.stringify(shape)).not.toMatch(/\p{Script=Han}/u)
    expect(JSON.stringify(shape)).toContain('12,300.50')
    expect(JSON.stringify(shape)).toContain('2026-11-23')
    expect(shape.content[3]).toMatchObject({ attrs: { textAlign: 'right' } })
  })
})

describe('which script leads', () => {
  const order = (over: Partial<DatedScriptOrder>): DatedScriptOrder => ({
    ...USUAL_ORDER,
    effectiveFrom: '2022-01-01',
    language: null,
    sequence: 1,
    ...over,
  })

  it('with nothing set Chinese leads, one above the other, in the same size', () => {
    expect(orderOn([], 'bo', '2026-11-23')).toBeNull()
    expect(USUAL_ORDER).toEqual({ lead: 'HAN_FIRST', layout: 'STACKED', sizeRatio: 100 })
  })

  it('an order holds from its day on, not before', () => {
    const later = order({ lead: 'MINORITY_FIRST', effectiveFrom: '2026-12-01', sequence: 2 })
    expect(orderOn([later], 'bo', '2026-11-30')).toBeNull()
    expect(orderOn([later], 'bo', '2026-12-01')).toBe(later)
  })

  it('the newest in effect counts; of two for one day the one set later', () => {
    const old = order({ effectiveFrom: '2004-01-01', sequence: 3 })
    const first = order({ sequence: 1 })
    const second = order({ sequence: 2 })
    expect(orderOn([old, first, second], 'ko', '2026-11-23')).toBe(second)
  })

  it('an order for one language goes before the one for all', () => {
    const all = order({ effectiveFrom: '2026-01-01', sequence: 9 })
    const own = order({ language: 'mn-Mong', effectiveFrom: '1996-01-01', sequence: 1 })
    expect(orderOn([all, own], 'mn-Mong', '2026-11-23')).toBe(own)
    expect(orderOn([all, own], 'bo', '2026-11-23')).toBe(all)
  })

  it('an order names the rule it rests on and keeps the size within reason', () => {
    expect(checkOrder({ ...USUAL_ORDER, basis: ' ' })).toMatchObject({ code: 'language.basis-required' })
    for (const sizeRatio of [49, 201, 99.5]) {
      expect(checkOrder({ ...USUAL_ORDER, sizeRatio, basis: '办法' })).toMatchObject({
        code: 'language.ratio-out-of-range',
      })
    }
    expect(checkOrder({ ...USUAL_ORDER, basis: ' 办法 ' })).toMatchObject({
      ok: true,
      value: { basis: '办法' },
    })
  })

  it('the rules that could not be read are marked as unverified', () => {
    const unread = ORDER_EXAMPLES.filter(({ verified }) => verified === 'UNVERIFIED').map(({ id }) => id)
    expect(unread).toEqual(['NEI_MENGGU_2022', 'YANBIAN_2022', 'XIZANG', 'XINJIANG'])
  })
})
