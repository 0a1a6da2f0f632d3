import { Hono } from 'hono'
import { answered, input, refused } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, type Mount, signedIn } from '../trust.ts'
import { columnChoices } from './column-choices.ts'
import { screenChange, screenDefinition, screenEnding, simulationQuery } from './request-schemas.ts'
import { addScreen, changeScreen, endScreen, listScreens } from './screens.ts'
import { simulateScreen } from './simulation.ts'

/** Where a screen's browser reaches the board: in the network first, else only on this computer. */
function addressesOf(mount: Mount): string[] {
  return [mount.lanAddress?.() ?? null, mount.publicAddress()].filter(
    (address, place, all): address is string =>
      address !== null && address !== '' && all.indexOf(address) === place,
  )
}

/**
 * Screens at the desk: the register, the columns they may subscribe to, and any day rehearsed.
 * @example app.route('/api/desk', screenRoutes(deps)) // GET /api/desk/screens
 */
export function screenRoutes(deps: Deps) {
  const { read } = deps.store
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/screens', (c) => answered(c, listScreens(read, c.var.principal, addressesOf(c.env.mount))))
    .get('/screen-columns', (c) => answered(c, columnChoices(read, deps.clock.now())))
    .post('/screens', documented({ status: 201 }), input('json', screenDefinition), (c) => {
      const added = addScreen(deps, c.var.principal, c.req.valid('json'))
      return added.ok ? c.json(added.value, 201) : refused(c, added)
    })
    .put('/screens/:id', input('json', screenChange), (c) => {
      const changed = changeScreen(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return changed.ok ? answered(c, changed.value) : refused(c, changed)
    })
    .post('/screens/:id/end', input('json', screenEnding), (c) => {
      const ended = endScreen(deps, c.var.principal, c.req.param('id'), c.req.valid('json').reason)
      return ended.ok ? answered(c, { ended: true }) : refused(c, ended)
    })
    .get('/screens/:id/simulation', input('query', simulationQuery), (c) => {
      const feed = simulateScreen(read, c.req.param('id'), {
        ...{ at: c.req.valid('query').at, now: deps.clock.now(), version: deps.live.version() },
      })
      return feed.ok ? answered(c, feed.value) : refused(c, feed)
    })
}
