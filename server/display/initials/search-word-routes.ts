import { Hono } from 'hono'
import { z } from 'zod'
import { answered, input, refused } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { SEARCH_WORD_KINDS } from '../initials-view.ts'
import { addSearchWord, endSearchWord, previewTitle, searchWordsView } from './search-words.ts'

const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u)

const adding = z.strictObject({ kind: z.enum(SEARCH_WORD_KINDS), word: text(20), value: text(120) })
const previewing = z.strictObject({
  title: text(200),
  keys: z.string().max(40).default(''),
  word: z.string().max(20).default(''),
  value: z.string().max(120).default(''),
  kind: z.enum(SEARCH_WORD_KINDS).default('READING'),
})

/**
 * The office's words for the kiosk's search: how places and families are said here, and what people call things.
 * @example app.route('/api/desk', searchWordRoutes(deps)) // GET /api/desk/search-words
 */
export function searchWordRoutes(deps: Deps) {
  const { read } = deps.store
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/search-words', (c) => answered(c, searchWordsView(read, c.var.principal)))
    .get('/search-words/preview', input('query', previewing), (c) =>
      answered(c, previewTitle(read, c.req.valid('query'))),
    )
    .post('/search-words', input('json', adding), (c) => {
      const added = addSearchWord(deps, c.var.principal, c.req.valid('json'))
      return added.ok ? answered(c, added.value) : refused(c, added)
    })
    .post('/search-words/:id/end', (c) => {
      const ended = endSearchWord(deps, c.var.principal, c.req.param('id'))
      return ended.ok ? answered(c, ended.value) : refused(c, ended)
    })
}
