import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardFitsCode } from '../../../domain/exchange/card.ts'
import { qrDrawing } from '../../../renderer/shared/qr-path.ts'
import { type CountyPages, openCountyPages } from '../support/county-pages.ts'
import { officeSender } from '../support/office-sender.ts'

let pages: CountyPages

describe('cards that go from screen to screen', () => {
  beforeAll(async () => {
    pages = await openCountyPages()
  })
  afterAll(() => pages.county.close())

  it('reads the text of a card that a hand scanner typed, and says of anything else that it is no card', async () => {
    const other = officeSender(pages.county.stick, '11990000000000002E', '示例县河西镇人民政府')
    const shown = await pages.administrator.takeIn(Buffer.from(other.card().trim()), 'CARD')
    expect(shown.body).toMatchObject({ kind: 'CARD', office: { name: '示例县河西镇人民政府' } })
    const mistyped = await pages.administrator.takeIn(Buffer.from('BOARDR1 AAAA'), 'CARD')
    expect(mistyped.body).toMatchObject({ code: 'enrolment.not-a-card' })
  })

  it('gives the county’s card so short that a code on the screen holds it, unless it bears a long certificate', async () => {
    const { officeId } = pages.county
    const file = await pages.administrator.send('GET', `/api/offices/${officeId}/county-card`)
    const card = await file.text()
    expect(cardFitsCode(card)).toBe(true)
    expect(qrDrawing(card, 'L').size).toBeLessThan(185)
    expect(cardFitsCode(`${card}${'A'.repeat(2300)}`)).toBe(false)
  })
})
