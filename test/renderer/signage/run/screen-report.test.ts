import { describe, expect, it } from 'vitest'
import { screenHealth, sendReport } from '../../../../renderer/signage/run/screen-report.ts'
import { keptLadder, watchGlass } from '../../../../renderer/signage/run/watch-glass.ts'
import { createStage, type LeftOut } from '../../../../renderer/signage/stage.ts'

const stage = createStage()
const watch = watchGlass({
  ...{ stage, elapsed: () => 1000, across: () => 1000, before: keptLadder(null) },
  ...{ onRemedy: () => undefined, onRung: () => undefined },
})
const health = () => screenHealth(watch, { elapsed: 1000, programVersion: '0.1.0', leftOut: stage.unread() })
const REPORT = { bootId: 'now', health: health(), shown: [], lost: 0, picture: null }

const says = (status: number, body: unknown) =>
  sendReport('hall', 'token', REPORT, () => Promise.resolve(Response.json(body, { status })))

describe('what becomes of a report', () => {
  it('what the office has on its disk and what it will never take are told apart', async () => {
    expect(await says(200, { accepted: ['1'], refused: ['2'], asOf: '' })).toEqual({
      kind: 'TAKEN',
      accepted: new Set(['1']),
      refused: new Set(['2']),
    })
  })

  it('one that is not understood is not sent again as it is; one that met a busy office or none is', async () => {
    expect(await says(400, { code: 'request.invalid' })).toEqual({ kind: 'REFUSED' })
    expect(await says(422, {})).toEqual({ kind: 'REFUSED' })
    const tooLarge = () => Promise.resolve(new Response('too large', { status: 413 }))
    expect(await sendReport('hall', 'token', REPORT, tooLarge)).toEqual({ kind: 'REFUSED' })
    expect(await says(429, { code: 'request.busy' })).toEqual({ kind: 'AWAY' })
    expect(await says(503, {})).toEqual({ kind: 'AWAY' })
    const cut = () => Promise.reject(new TypeError('no line'))
    expect(await sendReport('hall', 'token', REPORT, cut)).toEqual({ kind: 'AWAY' })
  })

  it('a token that counts no more is not tried again', async () => {
    expect(await says(401, { code: 'screen.token-wrong' })).toEqual({ kind: 'OVER' })
  })
})

it('a screen tells which notices it refuses and why, fifty at most; what it shows as a headline it does not refuse', () => {
  const refused = (hash: string): LeftOut => ({
    ...{ hash, pane: 'SIDE', outcome: 'REFUSED', reason: 'HEADLINE_TOO_LONG' },
  })
  expect(health().leftOut).toEqual([])
  stage.leftOut([
    { hash: 'a', pane: 'MAIN', outcome: 'AS_HEADLINE', reason: 'TEXT_TOO_LONG' },
    { hash: 'b', pane: 'MAIN', outcome: 'REFUSED', reason: 'SCREEN_TOO_SMALL' },
    refused('b'),
  ])
  expect(health().leftOut).toEqual([{ hash: 'b', reason: 'SCREEN_TOO_SMALL' }])
  stage.leftOut(Array.from({ length: 80 }, (_, at) => refused(String(at))))
  expect(health().leftOut).toHaveLength(50)
})
