import { readFileSync } from 'node:fs'
import type { CountyAccountView, CountyStatus } from '../../../county/account/views.ts'
import { createCountyApp } from '../../../county/app.ts'
import type { CountyRole } from '../../../county/account/role.ts'
import { fillWords } from '../../../county/search/fill-words.ts'
import type { TakeInAnswer } from '../../../county/web/take-in/views.ts'
import type { PagesMount } from '../../../county/web/trust.ts'
import type { CountyWebDeps } from '../../../county/web/web-deps.ts'
import type { RefusalBody } from '../../../platform/refusal-body.ts'
import { openSessionStore } from '../../../platform/sessions.ts'
import { quickPasswords } from '../../support/quick-passwords.ts'
import { openTestCounty, type TestCounty } from './county.ts'

const SECRET = 'launch-secret'
const HOST = '127.0.0.1:8641'
const MOUNT: PagesMount = { transport: 'loopback', hosts: [HOST], launchSecret: SECRET }

export const PASSWORD = 'yunxi-2026-11'

/** What came back: the status and the JSON, whatever it is. */
export type PageAnswer<T> = { readonly status: number; readonly body: T; readonly headers: Headers }

/** A browser at the county's pages, with the cookies it was given. */
export class CountyBrowser {
  readonly #app: ReturnType<typeof createCountyApp>
  readonly #cookies = new Map<string, string>([['county-launch', SECRET]])

  constructor(app: ReturnType<typeof createCountyApp>) {
    this.#app = app
  }

  async send(
    method: string,
    path: string,
    body?: BodyInit,
    more: Record<string, string> = {},
  ): Promise<Response> {
    const headers = new Headers({ host: HOST, origin: `http://${HOST}`, ...more })
    const cookies = [...this.#cookies].map(([name, value]) => `${name}=${value}`)
    if (cookies.length > 0) headers.set('cookie', cookies.join('; '))
    const request = new Request(`http://${HOST}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
    })
    const response = await this.#app.fetch(request, { mount: MOUNT })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      if (value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    return response
  }

  async json<T>(method: string, path: string, body?: object): Promise<PageAnswer<T>> {
    const response = await this.send(
      method,
      path,
      body === undefined ? undefined : JSON.stringify(body),
      body === undefined ? {} : { 'content-type': 'application/json' },
    )
    const text = await response.text()
    return {
      status: response.status,
      body: (text === '' ? null : JSON.parse(text)) as T,
      headers: response.headers,
    }
  }

  /** Hands a file in, as the page does. */
  async takeIn(file: string | Uint8Array, kind = ''): Promise<PageAnswer<TakeInAnswer & RefusalBody>> {
    const bytes = typeof file === 'string' ? readFileSync(file) : file
    const response = await this.send(
      'POST',
      `/api/take-in?name=file${kind === '' ? '' : `&kind=${kind}`}`,
      new Uint8Array(bytes),
      {
        'content-type': 'application/octet-stream',
      },
    )
    return {
      status: response.status,
      body: (await response.json()) as TakeInAnswer & RefusalBody,
      headers: response.headers,
    }
  }

  forgetLaunch(): void {
    this.#cookies.delete('county-launch')
  }
}

/** A county of a test with its pages, and browsers at them. */
export type CountyPages = {
  readonly county: TestCounty
  readonly deps: CountyWebDeps
  readonly administrator: CountyBrowser
  readonly browser: () => CountyBrowser
  /** Signs a new person in, with the own password set. */
  readonly person: (name: string, roles: readonly CountyRole[]) => Promise<CountyBrowser>
  readonly fillSearch: () => Promise<void>
}

/** Opens a county on the embedded database with its pages, and its first administrator signed in. */
export async function openCountyPages(): Promise<CountyPages> {
  const county = await openTestCounty(null)
  const deps: CountyWebDeps = {
    ...county,
    sessions: openSessionStore({ clock: county.clock, ids: county.ids, idleLockMinutes: 10 }),
    passwords: quickPasswords,
    version: '0.1.0',
    embedded: true,
    certificate: null,
    takenIn: () => undefined,
    logger: { error: (detail) => expectNothing(detail) },
  }
  const app = createCountyApp(deps, {
    find: () => undefined,
    read: () => Buffer.alloc(0),
    readGzipped: () => null,
  })
  const browser = () => new CountyBrowser(app)
  const administrator = browser()
  const done = await administrator.json<CountyStatus>('POST', '/api/setup', {
    // The county of a test is set up as by the command line.
    county: null,
    administrator: { name: '韩梅', password: PASSWORD },
  })
  if (done.status !== 201) throw new Error(JSON.stringify(done.body))
  return {
    county,
    deps,
    administrator,
    browser,
    person: async (name, roles) => {
      const given = 'given-2026-11'
      const added = await administrator.json<CountyAccountView>('POST', '/api/accounts', {
        name,
        roles,
        password: given,
      })
      const own = browser()
      await own.json('POST', '/api/session', { accountId: added.body.id, password: given })
      await own.json('POST', '/api/session/password', { old: given, new: PASSWORD })
      return own
    },
    fillSearch: async () => {
      while (await fillWords(county.sql)) continue
    },
  }
}

function expectNothing(detail: object): never {
  throw new Error('a route failed', { cause: detail })
}
