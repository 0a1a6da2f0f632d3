import type { RefusalCode } from '../../domain/refusal-code.ts'
import type { RefusalParams } from '../../domain/refusal.ts'

/** A "no" from the server, with the code that `errors.<code>` has a sentence for. */
export class RefusalError extends Error {
  readonly code: RefusalCode | 'request.offline'
  readonly params: RefusalParams
  readonly requestId: string
  readonly status: number

  constructor(
    status: number,
    code: RefusalCode | 'request.offline',
    params: RefusalParams,
    requestId: string,
  ) {
    super(code)
    this.name = 'RefusalError'
    this.status = status
    this.code = code
    this.params = params
    this.requestId = requestId
  }
}

async function call(path: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init })
  } catch {
    // fetch rejects only when nobody answered: the board server has stopped or is restarting.
    throw new RefusalError(0, 'request.offline', {}, '')
  }
  if (response.ok) return response
  const body = (await response.json().catch(() => null)) as {
    code?: RefusalCode
    params?: RefusalParams
    requestId?: string
  } | null
  throw new RefusalError(
    response.status,
    body?.code ?? 'request.failed',
    body?.params ?? {},
    body?.requestId ?? '',
  )
}

/** Reads JSON. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await call(path, signal ? { signal } : {})
  return (await response.json()) as T
}

/** Writes JSON and reads the answer; a 204 gives undefined. */
export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await call(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  })
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** Sends files and fields as multipart and reads JSON. */
export async function sendForm<T>(path: string, form: FormData): Promise<T> {
  const response = await call(path, { method: 'POST', body: form })
  return (await response.json()) as T
}
