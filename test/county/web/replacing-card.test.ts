import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficeDetail } from '../../../county/web/office/views.ts'
import type { RefusalBody } from '../../../platform/refusal-body.ts'
import { type CountyPages, openCountyPages } from '../support/county-pages.ts'
import { officeSender } from '../support/office-sender.ts'

async function refusalCode(answer: Promise<{ readonly body: unknown }>): Promise<string> {
  return ((await answer).body as RefusalBody).code
}

describe('a card that takes the place of what is enrolled', () => {
  let pages: CountyPages
  beforeEach(async () => {
    pages = await openCountyPages()
  })
  afterEach(() => pages.county.close())

  it('lets only an administrator, with a reason, put another key in the place of an office’s; a collector is told who may', async () => {
    const { office, officeId } = pages.county
    await pages.administrator.takeIn(
      (await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })).file,
    )
    const forged = officeSender(pages.county.stick, office.uscc, '改了名的镇')
    const collector = await pages.person('收', ['COLLECTOR'])
    const administrator = await pages.person('管', ['ADMINISTRATOR'])
    const shown = await collector.takeIn(Buffer.from(forged.card()))
    expect(shown.body).toMatchObject({ kind: 'CARD', standing: 'OTHER_KEY', endsKey: true })
    if (shown.body.kind !== 'CARD') throw new Error('no card')
    const { card, keyId } = shown.body
    const tried = await collector.json('POST', '/api/enrol', { card, keyId, reason: '换了电脑' })
    expect([tried.status, tried.body]).toMatchObject([
      403,
      { code: 'trust.role-missing', params: { role: 'ADMINISTRATOR' } },
    ])
    const next = await office.send({ editions: [office.edition(2, 2)], changes: { first: 2, last: 2 } })
    expect((await collector.takeIn(next.file)).body).toMatchObject({ outcome: 'ACCEPTED' })

    expect((await administrator.takeIn(Buffer.from(forged.card()))).body).toMatchObject({ kind: 'CARD' })
    expect((await administrator.takeIn(next.file)).body.code).toBe('trust.role-missing')
    expect(await refusalCode(administrator.json('POST', '/api/enrol', { card, keyId, reason: ' ' }))).toBe(
      'enrolment.reason-required',
    )
    const done = await administrator.json('POST', '/api/enrol', { card, keyId, reason: '换了电脑' })
    expect(done.status).toBe(200)
    const { keys } = (await administrator.json<OfficeDetail>('GET', `/api/offices/${officeId}`)).body
    expect(keys.map(({ state, reason }) => [state, reason])).toEqual([
      ['ACTIVE', null],
      ['REVOKED', '换了电脑'],
    ])
  })

  it('lets only an administrator accept another database of an office, and ends no key by it', async () => {
    const { office } = pages.county
    await pages.administrator.takeIn(
      (await office.send({ editions: [office.edition(1, 1)], changes: { first: 1, last: 1 } })).file,
    )
    office.restore(1)
    const collector = await pages.person('收', ['COLLECTOR'])
    const shown = await collector.takeIn(Buffer.from(office.card()))
    expect(shown.body).toMatchObject({ standing: 'OTHER_INSTANCE', endsKey: false })
    if (shown.body.kind !== 'CARD') throw new Error('no card')
    const { card, keyId } = shown.body
    expect(await refusalCode(collector.json('POST', '/api/enrol', { card, keyId }))).toBe(
      'trust.role-missing',
    )
    expect((await pages.administrator.json('POST', '/api/enrol', { card, keyId })).status).toBe(200)
  })
})
