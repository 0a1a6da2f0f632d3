import type { Context } from 'hono'
import type { z } from 'zod'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { BoardEnv } from '../../trust.ts'

/** Fields of a form, and the file that came with it, if any. */
export type FormWithFile<T> = {
  readonly fields: T
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null
}

/**
 * Reads a multipart form whose fields fit a schema, with or without a file. A browser sends a file field left empty as a
 * file without name or content; that is none. Refuses `request.invalid` naming the field.
 * @example await formFields(c, answerFieldsSchema)
 */
export async function formFields<Schema extends z.ZodType>(
  c: Context<BoardEnv>,
  schema: Schema,
): Promise<Result<FormWithFile<z.infer<Schema>>>> {
  let form: Record<string, string | File>
  try {
    form = await c.req.parseBody()
  } catch {
    return refuse('request.invalid', { field: '' })
  }
  const { file: sent, ...fields } = form
  const read = schema.safeParse(fields)
  if (!read.success) return refuse('request.invalid', { field: String(read.error.issues[0]?.path[0] ?? '') })
  if (typeof sent === 'string') return refuse('request.invalid', { field: 'file' })
  const empty = sent === undefined || (sent.name === '' && sent.size === 0)
  const file = empty ? null : { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) }
  return accept({ fields: read.data, file })
}
