import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUpWithAdministrator } from '../../../county/account/set-up.ts'
import { type RunningCounty, startCounty } from '../../../county/start.ts'
import { countyStartOptions } from '../../../county/start-options.ts'
import { sentencesIn } from '../../../platform/sentence.ts'
import { must, refusalOf } from '../support/county.ts'

const folder = mkdtempSync(join(tmpdir(), 'county-start-'))
let county: RunningCounty

beforeAll(async () => {
  const first = must(await startCounty({ dataFolder: folder, pagesPort: 0 }))
  must(
    await setUpWithAdministrator(first.deps, {
      county: { name: '示例县政务公开办公室', code: '990000' },
      administrator: { name: '韩梅', password: 'yunxi-2026-11' },
    }),
  )
  await first.close()
  county = must(await startCounty({ dataFolder: folder, pagesPort: 0, lan: true, exchangePort: 0 }))
})

afterAll(async () => {
  await county.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The county signed its certificate itself; a browser is told to take it, and so are we. */
function over(path: string): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const options = { port: county.pagesPort, path, rejectUnauthorized: false }
    request(options, (response) => {
      let text = ''
      response.on('data', (piece: Buffer) => (text += piece.toString('utf8')))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
      .on('error', reject)
      .end()
  })
}

describe('the county’s program', () => {
  it('opens its pages in the network over HTTPS alone, where the password and no launch key decides', async () => {
    expect(county.pagesUrl).toMatch(/^https:\/\//u)
    const status = await over('/api/status')
    expect([status.status, JSON.parse(status.text)]).toMatchObject([
      200,
      { county: { code: '990000' }, session: null },
    ])
    expect((await over('/api/offices')).text).toContain('trust.not-signed-in')
    await expect(fetch(`http://127.0.0.1:${county.pagesPort}/api/status`)).rejects.toThrow()
  })

  it('opens nothing in the network while nobody is administrator: whoever came first would be', async () => {
    const fresh = mkdtempSync(join(tmpdir(), 'county-start-'))
    try {
      const refused = refusalOf(await startCounty({ dataFolder: fresh, pagesPort: 0, lan: true }))
      expect(refused.code).toBe('county.no-administrator')
      expect(sentencesIn('zh-Hans').refusal(refused)).toContain('--lan')
    } finally {
      rmSync(fresh, { recursive: true, force: true })
    }
  })

  it('listens for offices on a door of its own, and says by which certificate', () => {
    expect(county.exchangeUrl).toMatch(/^https:\/\//u)
    expect(county.deps.certificate).toMatch(/^[0-9a-f]{64}$/u)
  })

  it('serves one data folder once', async () => {
    const second = refusalOf(await startCounty({ dataFolder: folder, pagesPort: 0 }))
    expect(second.code).toBe('county.data-folder-in-use')
  })

  it('stays on this computer and listens to nobody unless it is told otherwise', () => {
    expect(countyStartOptions({ data: '/county' }, { DATABASE_URL: 'postgres://x' })).toEqual({
      dataFolder: '/county',
      databaseUrl: 'postgres://x',
      lan: false,
      exchangePort: null,
    })
    expect(countyStartOptions({ exchange: true }, {}).exchangePort).toBe(8643)
    expect(countyStartOptions({ exchangePort: 9000 }, {}).exchangePort).toBe(9000)
  })
})
