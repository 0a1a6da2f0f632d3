import { Hono } from 'hono'
import { z } from 'zod'
import { refuse } from '../../domain/refusal.ts'
import { DICTIONARY_COLUMNS } from '../../domain/wording/read-dictionary-grid.ts'
import { DICTIONARY_KINDS } from '../../domain/wording/wording-entry.ts'
import { answered, input, refused, sendFile, uploadedFile } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { sentencesIn } from '../../platform/sentence.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { dictionariesView, entriesInUse } from './dictionaries.ts'
import { noticeWording } from './notice-wording.ts'
import { chooseDictionary, previewDictionary, takeDictionary } from './take-dictionary.ts'
import type { DictionaryEntriesView } from './views.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const kindParam = z.object({ kind: z.enum(DICTIONARY_KINDS) })
const ofQuery = z.strictObject({ of: z.enum(['draft', 'submission']).default('draft') })
const taking = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  source: z
    .string()
    .max(100)
    .regex(/^[^\p{Cc}\p{Cf}]*$/u)
    .default(''),
})

/**
 * The wording check of a notice, and the dictionaries it goes by.
 * @example app.route('/api/desk', wordingRoutes(deps)) // GET /api/desk/dictionaries
 */
export function wordingRoutes(deps: Deps) {
  const { read } = deps.store
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/notices/:id/wording', input('query', ofQuery), (c) => {
      const report = noticeWording(deps, c.req.param('id'), c.req.valid('query').of)
      return report.ok ? answered(c, report.value) : refused(c, report)
    })
    .get('/dictionaries', (c) => answered(c, dictionariesView(read, c.var.principal)))
    .get('/dictionaries/:kind', input('param', kindParam), (c) => {
      const { kind } = c.req.valid('param')
      const inUse = read.wording.inUse(kind)
      const version = read.wording.versions().find(({ id }) => id === inUse)?.version ?? 0
      return answered<DictionaryEntriesView>(c, { kind, version, entries: entriesInUse(read, kind) })
    })
    .get('/dictionaries/:kind/xlsx', documented({ file: XLSX }), input('param', kindParam), async (c) => {
      const { kind } = c.req.valid('param')
      const { say } = sentencesIn('zh-Hans')
      const title = say(`terms:dictionaryKind.${kind}`)
      const widths = { word: 18, suggestion: 24, severity: 10, note: 40, exceptions: 40 }
      const bytes = await deps.work.run('writeSheet', {
        sheet: title,
        title,
        columns: DICTIONARY_COLUMNS.map((column) => ({
          label: say(
            kind === 'LEADER' && (column === 'word' || column === 'suggestion')
              ? `terms:dictionaryColumn.${column === 'word' ? 'name' : 'post'}`
              : `terms:dictionaryColumn.${column}`,
          ),
          width: widths[column],
        })),
        rows: entriesInUse(read, kind).map(({ word, suggestion, severity, note, exceptions }) => [
          word,
          suggestion,
          say(`terms:wordingSeverity.${severity}`),
          note,
          exceptions.join('、'),
        ]),
        foot: '',
      })
      return sendFile(c, bytes, XLSX, `${title}.xlsx`)
    })
    .post('/dictionaries/:kind/compare', documented({ form: {} }), input('param', kindParam), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const { name: fileName, bytes } = file.value
      const { kind } = c.req.valid('param')
      const preview = await previewDictionary(deps, c.var.principal, kind, { fileName, bytes })
      return preview.ok ? answered(c, preview.value) : refused(c, preview)
    })
    .post('/dictionaries/:kind/versions', documented({ form: {} }), input('param', kindParam), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const { name: fileName, bytes, fields } = file.value
      const decision = taking.safeParse(fields)
      if (!decision.success) return refused(c, refuse('request.invalid', { field: 'digest' }))
      const { kind } = c.req.valid('param')
      const taken = await takeDictionary(deps, c.var.principal, kind, { fileName, bytes }, decision.data)
      return taken.ok ? answered(c, taken.value) : refused(c, taken)
    })
    .post(
      '/dictionaries/:kind/choice',
      input('param', kindParam),
      input('json', z.strictObject({ version: z.int().min(0) })),
      (c) => {
        const { kind } = c.req.valid('param')
        const chosen = chooseDictionary(deps, c.var.principal, kind, c.req.valid('json').version)
        return chosen.ok ? answered(c, chosen.value) : refused(c, chosen)
      },
    )
}
