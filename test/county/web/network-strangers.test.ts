import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CountyStatus } from '../../../county/account/views.ts'
import { createCountyApp } from '../../../county/app.ts'
import type { RefusalBody } from '../../../platform/refusal-body.ts'
import { type CountyPages, openCountyPages, PASSWORD } from '../support/county-pages.ts'

const HOST = '192.168.1.2:8641'
const MOUNT = { transport: 'lan', hosts: null, launchSecret: null } as const

type Answer<T> = { readonly status: number; readonly body: T }
type Asking = <T>(method: string, path: string, body?: object) => Promise<Answer<T>>

describe('the county’s pages in the network', () => {
  let pages: CountyPages
  let app: ReturnType<typeof createCountyApp>
  beforeEach(async () => {
    pages = await openCountyPages()
    app = createCountyApp(pages.deps, {
      find: () => undefined,
      read: () => Buffer.alloc(0),
      readGzipped: () => null,
    })
  })
  afterEach(() => pages.county.close())

  /** A browser at another computer, with the cookies it was given. */
  function browser(): Asking {
    const cookies = new Map<string, string>()
    return async (method, path, body) => {
      const response = await app.fetch(
        new Request(`https://${HOST}${path}`, {
          method,
          headers: {
            host: HOST,
            origin: `https://${HOST}`,
            cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
            ...(body && { 'content-type': 'application/json' }),
          },
          ...(body && { body: JSON.stringify(body) }),
        }),
        { mount: MOUNT },
      )
      for (const cookie of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
        if (value !== '') expect(cookie).toMatch(/; Secure/u)
        cookies.set(name, value)
      }
      return { status: response.status, body: await response.json() } as never
    }
  }
  const signIn = (at: Asking, password = PASSWORD) =>
    at<CountyStatus & RefusalBody>('POST', '/api/session', { name: '韩梅', password })

  it('name nobody who works there to a stranger, and let a person in by name and password', async () => {
    const here = browser()
    const before = await here<CountyStatus>('GET', '/api/status')
    expect(before.body).toMatchObject({ county: { code: '990000' }, people: [], session: null })
    expect(JSON.stringify(before.body)).not.toContain('韩梅')
    expect(await signIn(here)).toMatchObject({
      status: 200,
      body: { people: [{ name: '韩梅' }], session: { account: { name: '韩梅' } } },
    })
  })

  it('answer a name that is not there like a wrong password', async () => {
    const here = browser()
    const nobody = await here<RefusalBody>('POST', '/api/session', { name: '无此人', password: PASSWORD })
    const wrong = await signIn(here, 'wrong-2026-11')
    expect([nobody.status, nobody.body.code]).toEqual([403, 'trust.wrong-name-or-password'])
    expect([wrong.status, wrong.body.code]).toEqual([403, 'trust.wrong-name-or-password'])
  })

  it('let nobody keep a person out by typing wrong passwords in that name again and again', async () => {
    const own = browser()
    await signIn(own)
    await own('DELETE', '/api/session')
    const stranger = browser()
    for (let time = 0; time < 5; time++) await signIn(stranger, 'wrong-2026-11')
    expect((await signIn(stranger)).body.code).toBe('trust.too-many-attempts')
    expect((await signIn(browser())).body.code).toBe('trust.too-many-attempts')
    expect((await signIn(own)).status).toBe(200)
  })

  it('slow guessing down in a browser where the person has signed in before as well', async () => {
    const own = browser()
    await signIn(own)
    await own('POST', '/api/session/lock')
    for (let time = 0; time < 5; time++) await signIn(own, 'wrong-2026-11')
    expect((await signIn(own)).body.code).toBe('trust.too-many-attempts')
    expect(await own<RefusalBody>('POST', '/api/session/unlock', { password: PASSWORD })).toMatchObject({
      body: { code: 'trust.too-many-attempts' },
    })
  })

  it('forget which browsers a person used when the password is another one', async () => {
    const own = browser()
    await signIn(own)
    const other = browser()
    await signIn(other)
    const next = 'yunxi-2027-01'
    await other('POST', '/api/session/password', { old: PASSWORD, new: next })
    const stranger = browser()
    for (let time = 0; time < 5; time++) await signIn(stranger, 'wrong-2026-11')
    expect((await signIn(own, next)).body.code).toBe('trust.too-many-attempts')
    expect((await signIn(other, next)).status).toBe(200)
  })
})
