import type { Context } from 'hono'
import { validator } from 'hono-openapi'
import type { ValidationTargets } from 'hono'
import type { z } from 'zod'
import { accept, refuse, type Refusal, type Result } from '../domain/refusal.ts'
import { statusOf } from './errors.ts'
import { type BoardEnv, refusalBody } from './trust.ts'

/**
 * Answers a refusal: status by code, body `{code, params, requestId}`, never a message or a stack.
 * @example return refused(c, refuse('notice.not-found'))
 */
export function refused(c: Context<BoardEnv>, refusal: Refusal) {
  return c.json(refusalBody(refusal, c.var.requestId), statusOf(refusal.code))
}

/**
 * Parses a part of the request at the edge; what does not fit is refused as `request.invalid` naming the field.
 * @example routes.post('/x', input('json', z.strictObject({ name: z.string() })), (c) => …)
 */
export function input<Target extends keyof ValidationTargets, Schema extends z.ZodType>(target: Target, schema: Schema) {
  return validator(target, schema, (result, c) => {
    if (result.success) return
    const path = result.error[0]?.path ?? []
    const field = path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
    return refused(c as Context<BoardEnv>, refuse('request.invalid', { field }))
  })
}

/** A file that came with a form. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array; readonly fields: Record<string, string> }

/**
 * Reads the one file of a multipart form and its text fields. Refuses `request.invalid`.
 * @example const file = await uploadedFile(c)
 */
export async function uploadedFile(c: Context<BoardEnv>): Promise<Result<UploadedFile>> {
  let form: Record<string, string | File | (string | File)[]>
  try {
    form = await c.req.parseBody()
  } catch {
    return refuse('request.invalid', { field: 'file' })
  }
  const file = form['file']
  if (!(file instanceof File)) return refuse('request.invalid', { field: 'file' })
  const fields = Object.fromEntries(
    Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  return accept({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), fields })
}

/**
 * Sends stored bytes as a file: never sniffed, never run, downloaded rather than opened unless it is a picture or PDF.
 * @example return sendFile(c, bytes, 'application/pdf', '通知.pdf')
 */
export function sendFile(c: Context<BoardEnv>, bytes: Uint8Array, mediaType: string, name: string): Response {
  const inline = mediaType.startsWith('image/') || mediaType === 'application/pdf'
  c.header('content-type', mediaType)
  c.header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`)
  c.header('content-length', String(bytes.byteLength))
  // A file of the public must not run anything even if a browser opens it as a page of its own.
  c.header('content-security-policy', "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; sandbox")
  return c.body(new Uint8Array(bytes).buffer)
}
