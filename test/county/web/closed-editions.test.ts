import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EditionDetail, EditionRow } from '../../../county/search/views.ts'
import type { Page } from '../../../county/web/page-of.ts'
import type { EditionRecord } from '../../../domain/exchange/package-records.ts'
import { type CountyBrowser, type CountyPages, openCountyPages, PASSWORD } from '../support/county-pages.ts'

function body(text: string) {
  return {
    body: {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
    },
  }
}

describe('what the county does not show any more', () => {
  let pages: CountyPages
  let inspector: CountyBrowser
  beforeEach(async () => {
    pages = await openCountyPages()
    inspector = await pages.person('查', ['INSPECTOR'])
  })
  afterEach(() => pages.county.close())

  const find = async (query: string, who = pages.administrator) =>
    (await who.json<Page<EditionRow>>('GET', `/api/editions?${query}`)).body.rows.map(
      ({ title, editionNumber, state }) => `${title ?? '-'} ${editionNumber} ${state}`,
    )
  const byText = (text: string) => find(`text=${encodeURIComponent(text)}`)
  const read = async ({ indexNumber, editionNumber }: EditionRecord, who = pages.administrator) => {
    const key = `office=${pages.county.officeId}&number=${encodeURIComponent(indexNumber)}&edition=${editionNumber}`
    return (await who.json<EditionDetail>('GET', `/api/edition?${key}`)).body
  }
  const takeIn = async (sending: Parameters<typeof pages.county.office.send>[0]) => {
    const taken = await pages.administrator.takeIn((await pages.county.office.send(sending)).file)
    expect(taken.body).toMatchObject({ outcome: 'ACCEPTED' })
    await pages.fillSearch()
  }

  it('closes text and files past 展示至 by its own clock, also of the former edition, while the office says nothing', async () => {
    const { office, time, officeId } = pages.county
    const bytes = Buffer.from('名单')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = { id: 'a1', name: '名单.pdf', mediaType: 'application/pdf', size: bytes.byteLength, sha256 }
    const first = office.edition(1, 1, { ...body('拟享受名单 李某'), title: '名单公示' })
    const second = {
      ...office.edition(
        1,
        2,
        {
          ...body('拟享受名单 李某某'),
          title: '名单公示（更正）',
          expiresAt: '2026-11-29T00:00:00.000Z',
          attachments: [{ ...file, role: 'ATTACHMENT' as const }],
        },
        2,
      ),
      supersedes: first.hash,
    }
    await takeIn({
      editions: [first, second],
      changes: { first: 1, last: 2 },
      files: new Map([[sha256, bytes]]),
    })
    const path = `/api/edition/files/${officeId}/${encodeURIComponent(second.indexNumber)}/2/a1`
    expect(await byText('名单')).toEqual(['名单公示（更正） 2 CURRENT', '名单公示 1 SUPERSEDED'])
    expect((await pages.administrator.send('GET', path)).status).toBe(200)

    time.now = '2026-11-29T00:00:00.000Z'
    await pages.administrator.json('POST', '/api/session/unlock', { password: PASSWORD })
    expect(await find('state=CURRENT')).toEqual([])
    expect(await find(`text=${encodeURIComponent('名单')}`)).toEqual([])
    expect(await find('')).toEqual(['名单公示（更正） 2 EXPIRED', '名单公示 1 EXPIRED'])
    for (const edition of [first, second])
      expect(await read(edition)).toMatchObject({ state: 'EXPIRED', content: null })
    expect((await pages.administrator.send('GET', path)).status).toBe(404)
  })

  it.each(['PUBLISHED_IN_ERROR', 'ORDERED_DOWN'] as const)(
    'keeps of what was withdrawn as %s a line with the reason, for every role, and does not find it by its text',
    async (reason) => {
      const { office } = pages.county
      const wrong = office.edition(1, 1, { ...body('李某患精神残疾二级'), title: '救助公示' })
      const withdrawal = { ...office.withdrawal(wrong, 2), reason, title: '救助公示' }
      await takeIn({ editions: [wrong], withdrawals: [withdrawal], changes: { first: 1, last: 2 } })
      expect(await byText('残疾')).toEqual([])
      for (const who of [pages.administrator, inspector]) {
        expect(await find('state=WITHDRAWN', who)).toEqual(['救助公示 1 WITHDRAWN'])
        const found = await read(wrong, who)
        expect(found).toMatchObject({ content: null, withdrawal: { reason } })
        expect(JSON.stringify(found)).not.toContain('残疾')
      }
    },
  )

  it('shows no title that the office took down together with the text, whatever the reason was', async () => {
    const { office } = pages.county
    const wrong = office.edition(1, 1, { ...body('受理'), title: '关于李某的决定' })
    const withdrawal = { ...office.withdrawal(wrong, 2), reason: 'CONSOLIDATED' as const, title: null }
    await takeIn({ editions: [wrong], withdrawals: [withdrawal], changes: { first: 1, last: 2 } })
    expect(await find('')).toEqual(['- 1 WITHDRAWN'])
    expect(JSON.stringify(await read(wrong))).not.toContain('李某')
    expect(await byText('李某')).toEqual([])
  })

  it('still shows and finds what ended in its time or was merged, and says that it was withdrawn', async () => {
    const { office } = pages.county
    const merged = office.edition(1, 1, { ...body('停电检修'), title: '停电通知' })
    const withdrawal = {
      ...office.withdrawal(merged, 2),
      reason: 'CONSOLIDATED' as const,
      title: merged.content.title,
    }
    await takeIn({ editions: [merged], withdrawals: [withdrawal], changes: { first: 1, last: 2 } })
    expect(await byText('检修')).toEqual(['停电通知 1 WITHDRAWN'])
    const found = await read(merged)
    expect(found.withdrawal?.reason).toBe('CONSOLIDATED')
    expect(JSON.stringify(found.content)).toContain('停电检修')
  })

  it('writes down who reads on what was withdrawn, and nothing of what is on the board', async () => {
    const { office, officeId, sql } = pages.county
    const bytes = Buffer.from('表')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = { id: 'a1', name: '表.pdf', mediaType: 'application/pdf', size: bytes.byteLength, sha256 }
    const attachments = [{ ...file, role: 'ATTACHMENT' as const }]
    const merged = office.edition(1, 1, { title: '停电通知', attachments })
    const stands = office.edition(2, 2)
    const withdrawal = { ...office.withdrawal(merged, 3), reason: 'CONSOLIDATED' as const, title: '停电通知' }
    await takeIn({
      editions: [merged, stands],
      withdrawals: [withdrawal],
      changes: { first: 1, last: 3 },
      files: new Map([[sha256, bytes]]),
    })
    await read(stands, inspector)
    await read(merged, inspector)
    const number = encodeURIComponent(merged.indexNumber)
    expect((await inspector.send('GET', `/api/edition/files/${officeId}/${number}/1/a1`)).status).toBe(200)
    const noted = await sql.query<{ name: string; detail: string }>(
      `SELECT a.name, e.detail FROM audit_event e JOIN account a ON a.id = e.actor
       WHERE e.action = 'edition.read-withdrawn' AND e.subject_office = $1 ORDER BY e.sequence`,
      [officeId],
    )
    const key = { indexNumber: merged.indexNumber, editionNumber: 1 }
    expect(noted.map(({ name, detail }) => [name, JSON.parse(detail) as unknown])).toEqual([
      ['查', key],
      ['查', { ...key, file: '表.pdf' }],
    ])
  })

  it('a withdrawal takes down the very text it names, not another one under its number', async () => {
    const { office, officeId, sql } = pages.county
    const edition = office.edition(1, 1, { title: '停电通知' })
    await takeIn({ editions: [edition], changes: { first: 1, last: 1 } })
    await sql.query(
      `INSERT INTO withdrawal (office_id, index_number, edition_number, edition_hash, title, withdrawn_at, reason, note, change, instance_id,
         sequence, accepted_at)
       VALUES ($1, $2, 1, $3, NULL, $4, 'ORDERED_DOWN', '', 1, 'former', 1, $4)`,
      [officeId, edition.indexNumber, 'b'.repeat(64), '2026-11-20T00:00:00.000Z'],
    )
    expect(await find('')).toEqual(['停电通知 1 CURRENT'])
    expect(await read(edition)).toMatchObject({ state: 'CURRENT', withdrawal: null })
  })

  it('answers in words to the address of a file whose numbers no database holds', async () => {
    for (const path of ['99999999999/x/1/a', '1/x/99999999999999/a', '1.5/x/1/a', `1/${'x'.repeat(400)}/1/a`])
      expect((await pages.administrator.send('GET', `/api/edition/files/${path}`)).status, path).toBe(404)
  })
})
