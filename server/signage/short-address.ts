import { Hono } from 'hono'
import { refuse } from '../../domain/refusal.ts'
import { refused } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import type { BoardEnv } from '../trust.ts'

/**
 * The address of a screen as somebody types it with the remote control of a television: `/s/1` leads to the page of the first screen.
 * Refuses `screen.not-found`.
 * @example app.route('/s', shortAddressRoutes(deps)) // GET /s/1
 */
export function shortAddressRoutes({ store }: Pick<Deps, 'store'>) {
  return new Hono<BoardEnv>().get('/:number', (c) => {
    const { number } = c.req.param()
    const id = /^[1-9]\d{0,5}$/.test(number) ? store.read.screen.byNumber(Number(number)) : undefined
    return id === undefined
      ? refused(c, refuse('screen.not-found'))
      : c.redirect(`/signage/${encodeURIComponent(id)}`)
  })
}
