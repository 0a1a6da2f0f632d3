import { Hono } from 'hono'
import { z } from 'zod'
import { input } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import type { BoardEnv } from '../../trust.ts'
import { findByKeys } from './find-by-keys.ts'
import { initialsAnswerSchema, spelledWordsSchema } from './view-schemas.ts'
import { wordsOfKeys } from './words-of-keys.ts'

const keys = z.strictObject({ keys: z.string().max(40) })

/**
 * What the pads of the kiosk ask at every key. Nothing here writes, and nothing typed is kept or logged.
 * @example app.route('/api/public', initialsRoutes(deps)) // GET /api/public/search/initials?keys=dbgs
 */
export function initialsRoutes(deps: Deps) {
  const { read } = deps.store
  return new Hono<BoardEnv>()
    .get('/search/initials', documented({ answer: initialsAnswerSchema }), input('query', keys), (c) =>
      c.json(findByKeys(read, c.req.valid('query').keys, deps.clock.now())),
    )
    .get('/search/words', documented({ answer: spelledWordsSchema }), input('query', keys), (c) =>
      c.json(wordsOfKeys(read, c.req.valid('query').keys, deps.clock.now())),
    )
}
