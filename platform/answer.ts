import type { Context } from 'hono'
import { validator } from 'hono-openapi'
import type { TypedResponse, ValidationTargets } from 'hono'
import type { z } from 'zod'
import type { WholeFile } from './blob-store.ts'
import { accept, refuse, type Refusal, type Result } from '../domain/refusal.ts'
import { statusOf } from './errors.ts'
import { streamFile } from './stream-file.ts'
import { refusalBody } from './refusal-body.ts'

/**
 * Answers a refusal: status by code, body `{code, params, requestId}`, never a message or a stack.
 * @example return refused(c, refuse('notice.not-found'))
 */
export function refused(c: Context, refusal: Refusal) {
  return c.json(refusalBody(refusal, c.get('requestId') as string), statusOf(refusal.code))
}

/**
 * Answers a value that is JSON as it stands. Hono's own `c.json` re-derives the wire type member by member and gives up
 * on a tree as deep as a notice's body; here the screens' client gets the very type.
 * @example return answered(c, noticeDetail)
 */
export function answered<T>(c: Context, value: T): Response & TypedResponse<T, 200, 'json'> {
  return c.json(value as object) as unknown as Response & TypedResponse<T, 200, 'json'>
}

/**
 * Parses a part of the request at the edge; what does not fit is refused as `request.invalid` naming the field. JSON
 * must say that it is JSON: else the body would be passed over in silence where every field may be left out.
 * @example routes.post('/x', input('json', z.strictObject({ name: z.string() })), (c) => …)
 */
export function input<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  return validator(target, schema, (result, c) => {
    if (target === 'json' && !/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
      return refused(c, refuse('request.invalid', { field: '' }))
    }
    if (result.success) return
    // zod names a member it does not know beside the path, not in it.
    const issue: { readonly keys?: readonly string[] } & (typeof result.error)[number] = result.error[0] ?? {
      message: '',
    }
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part))
    const field = [...path, ...(issue.keys ?? []).slice(0, 1)].join('.')
    return refused(c, refuse('request.invalid', { field }))
  })
}

/** A file that came with a form. */
export type UploadedFile = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly fields: Record<string, string>
}

/**
 * Reads the one file of a multipart form and its text fields. Refuses `request.invalid`.
 * @example const file = await uploadedFile(c)
 */
export async function uploadedFile(c: Context): Promise<Result<UploadedFile>> {
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

/** More files in one form than anybody lays on a table. */
const MOST_FILES = 200

/** Files that came with one form. */
export type UploadedFiles = {
  readonly files: readonly Pick<UploadedFile, 'name' | 'bytes'>[]
  readonly fields: Record<string, string>
}

/**
 * Reads the files of a multipart form, all under `file`, and its text fields; there may be no file at all. Refuses `request.invalid`,
 * also when there are more than two hundred.
 * @example const form = await uploadedFiles(c)
 */
export async function uploadedFiles(c: Context): Promise<Result<UploadedFiles>> {
  let form: Record<string, string | File | (string | File)[]>
  try {
    form = await c.req.parseBody({ all: true })
  } catch {
    return refuse('request.invalid', { field: 'file' })
  }
  const given = [form['file'] ?? []].flat()
  if (given.length > MOST_FILES) return refuse('request.invalid', { field: 'file' })
  const files: Pick<UploadedFile, 'name' | 'bytes'>[] = []
  for (const file of given) {
    if (!(file instanceof File)) return refuse('request.invalid', { field: 'file' })
    files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  const fields = Object.fromEntries(
    Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  return accept({ files, fields })
}

// What RFC 8187 leaves bare; encodeURIComponent leaves some more, among them the quote that ends the charset.
const BARE = /['()*]/g
// Signs that turn or hide letters: with them `gpj.exe` reads as a picture.
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/**
 * A `content-disposition` header that says this name and nothing else, whatever somebody called the file.
 * @example disposition('attachment', '名单.xlsx') // "attachment; filename*=UTF-8''%E5%90%8D%E5%8D%95.xlsx"
 */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.toWellFormed().replaceAll(INVISIBLE, '').replaceAll(/[\\/]/g, '_')
  const encoded = encodeURIComponent(plain).replaceAll(
    BARE,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename*=UTF-8''${encoded}`
}

// What a browser shows without running anything; SVG is a picture that carries scripts.
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp']
// What it hands to another program.
const SAVED = ['application/zip', 'application/vnd.openxmlformats-officedocument.']

/** Bytes at hand, or a file that goes out in pieces; `ended` is called when it is through. */
export type Outgoing = Uint8Array | { readonly file: WholeFile; readonly ended?: () => void }

/**
 * Sends stored bytes as a file: never sniffed, never run, downloaded rather than opened unless it is a picture or PDF.
 * A type that is on neither list goes out as plain bytes, whatever was stored of it.
 * @example return sendFile(c, bytes, 'application/pdf', '通知.pdf')
 */
export function sendFile(c: Context, outgoing: Outgoing, mediaType: string, name: string): Response {
  const inline = SHOWN.includes(mediaType)
  const known = inline || SAVED.some((type) => mediaType.startsWith(type))
  c.header('content-type', known ? mediaType : 'application/octet-stream')
  c.header('content-disposition', disposition(inline ? 'inline' : 'attachment', name))
  c.header(
    'content-length',
    String(outgoing instanceof Uint8Array ? outgoing.byteLength : outgoing.file.size),
  )
  // A file of the public must not run anything even if a browser opens it as a page of its own.
  c.header(
    'content-security-policy',
    "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; sandbox",
  )
  if (outgoing instanceof Uint8Array) return c.body(new Uint8Array(outgoing).buffer)
  return c.body(streamFile(outgoing.file, outgoing.ended))
}
