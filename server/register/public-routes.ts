import { Hono } from 'hono'
import { answered, refused } from '../../platform/answer.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import type { BoardEnv } from '../trust.ts'
import { publicListSchema, publicListsSchema } from './public-schemas.ts'
import { publicList, publicLists } from './public-views.ts'
import type { PublicList, PublicLists } from './views.ts'

/** Answers as long as nothing has changed that they tell of. */
type Kept = { readonly stamp: string; all: PublicLists | null; readonly one: Map<string, PublicList> }

function keep(stamp: string): Kept {
  return { stamp, all: null, one: new Map() }
}

/**
 * Official lists for the public; of the register of undisclosed matters nothing is here.
 * @example app.route('/api/public', publicListRoutes(deps)) // GET /api/public/lists
 */
export function publicListRoutes(deps: Deps) {
  const { read } = deps.store
  let kept = keep('')
  // Putting a long list together from its changes takes a while, and every kiosk asks each half minute.
  const answersOf = (today: string): Kept => {
    const stamp = [read.list.stamp(), today, ...read.unit.list().map(({ name }) => name)].join('\n')
    if (kept.stamp !== stamp) kept = keep(stamp)
    return kept
  }
  return new Hono<BoardEnv>()
    .get('/lists', documented({ answer: publicListsSchema }), (c) => {
      const today = civilDateOf(deps.clock.now())
      const answers = answersOf(today)
      return answered(c, (answers.all ??= publicLists(read, today)))
    })
    .get('/lists/:id', documented({ answer: publicListSchema }), (c) => {
      const today = civilDateOf(deps.clock.now())
      const answers = answersOf(today)
      const id = c.req.param('id')
      const known = answers.one.get(id)
      if (known) return answered(c, known)
      const found = publicList(read, id, today)
      if (!found.ok) return refused(c, found)
      answers.one.set(id, found.value)
      return answered(c, found.value)
    })
}
