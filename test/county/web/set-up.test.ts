import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CountyStatus } from '../../../county/account/views.ts'
import { runCounty } from '../../../county/cli/program.ts'
import { type RunningCounty, startCounty } from '../../../county/start.ts'
import { must } from '../support/county.ts'

const folder = mkdtempSync(join(tmpdir(), 'county-set-up-'))
const NAMED = { name: '示例县政务公开办公室', code: '990000' }
const ADMINISTRATOR = { name: '韩梅', password: 'yunxi-2026-11' }
let county: RunningCounty
let cookie: string

beforeAll(async () => {
  const words = ['init', '--data', folder, '--name', NAMED.name, '--code', NAMED.code]
  const code = await runCounty(words, { out: () => undefined, err: () => undefined, env: {} })
  if (code !== 0) throw new Error('county init was refused')
  county = must(await startCounty({ dataFolder: folder, pagesPort: 0 }))
  const opened = await fetch(county.pagesUrl, { redirect: 'manual' })
  cookie = opened.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
})

afterAll(async () => {
  await county.close()
  rmSync(folder, { recursive: true, force: true })
})

async function page<T>(path: string, body?: object): Promise<{ readonly status: number; readonly body: T }> {
  const { origin } = new URL(county.pagesUrl)
  const answer = await fetch(`${origin}/api/${path}`, {
    headers: { cookie, origin, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as T }
}

describe('the first start of a county that the command line has named', () => {
  it('shows the name as it stands, and asks for the administrator alone', async () => {
    const { body } = await page<CountyStatus>('status')
    expect(body).toMatchObject({ county: null, named: NAMED, people: [] })
  })

  it('refuses another name instead of dropping it, and makes nobody administrator', async () => {
    const typed = { name: '另一个县', code: '990001' }
    const refused = await page('setup', { county: typed, administrator: ADMINISTRATOR })
    expect(refused).toMatchObject({ status: 409, body: { code: 'county.already-set-up' } })
    expect((await page<CountyStatus>('status')).body).toMatchObject({ named: NAMED, people: [] })
  })

  it('makes the administrator of the county that has its name', async () => {
    const done = await page<CountyStatus>('setup', { county: null, administrator: ADMINISTRATOR })
    expect(done).toMatchObject({ status: 201, body: { county: NAMED, named: null } })
    expect(done.body.session?.account.name).toBe(ADMINISTRATOR.name)
  })
})
