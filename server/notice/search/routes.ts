import { Hono } from 'hono'
import { z } from 'zod'
import { type DeskSearch, SEARCHED_DAYS, SEARCHED_TEXTS } from '../../../domain/notice/desk-search.ts'
import { NOTICE_KINDS } from '../../../domain/notice/notice-kind.ts'
import { NOTICE_STATES } from '../../../domain/notice/notice-state.ts'
import { answered, input, refused, sendFile } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { civilDateSchema } from '../content-schema.ts'
import { foundSheet } from './found-sheet.ts'
import { dropSearch, savedSearches, saveSearch } from './saved-searches.ts'
import { searchChoices, searchNotices } from './search-notices.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const id = z.string().min(1).max(100).nullable()

const deskSearch: z.ZodType<DeskSearch> = z.strictObject({
  words: z.string().max(100),
  within: z.enum(SEARCHED_TEXTS),
  documentNumber: z.string().max(100),
  indexNumber: z.string().max(200),
  itemId: id,
  unitId: id,
  noticeKind: z.enum(NOTICE_KINDS).nullable(),
  state: z.enum(NOTICE_STATES).nullable(),
  day: z.enum(SEARCHED_DAYS),
  from: civilDateSchema.nullable(),
  to: civilDateSchema.nullable(),
  personId: id,
})

/**
 * Searching at the desk: by words, numbers, item, unit, days, state and person; searches to keep; the list as a workbook.
 * @example app.route('/api/desk', deskSearchRoutes(deps)) // POST /api/desk/notice-searches
 */
export function deskSearchRoutes(deps: Deps) {
  const { read } = deps.store
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/notice-search-choices', (c) => answered(c, searchChoices(read)))
    .post(
      '/notice-searches',
      input('json', z.strictObject({ search: deskSearch, cursor: z.string().max(100).nullable() })),
      async (c) => {
        const { search, cursor } = c.req.valid('json')
        return answered(c, await searchNotices(deps, search, cursor))
      },
    )
    .post(
      '/notice-search-export',
      documented({ file: XLSX }),
      input('json', z.strictObject({ search: deskSearch })),
      async (c) => {
        const { bytes, fileName } = await foundSheet(deps, c.req.valid('json').search)
        return sendFile(c, bytes, XLSX, fileName)
      },
    )
    .get('/saved-searches', (c) => answered(c, savedSearches(deps, c.var.principal)))
    .post(
      '/saved-searches',
      input(
        'json',
        z.strictObject({
          name: z
            .string()
            .max(60)
            .regex(/^[^\p{Cc}\p{Cf}]*$/u),
          search: deskSearch,
        }),
      ),
      (c) => {
        const saved = saveSearch(deps, c.var.principal, c.req.valid('json'))
        return saved.ok ? answered(c, savedSearches(deps, c.var.principal)) : refused(c, saved)
      },
    )
    .delete('/saved-searches/:id', (c) => {
      dropSearch(deps, c.var.principal, c.req.param('id'))
      return answered(c, savedSearches(deps, c.var.principal))
    })
}
