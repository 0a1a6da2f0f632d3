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

/**
 * Fetches from the board and throws every "no" as a `RefusalError`, so that an answer in hand is an accepted one.
 * @example await send('/api/desk/status')
 */
export async function send(path: string | URL | Request, init: RequestInit = {}): Promise<Response> {
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

/** Sends a file and fields as multipart and reads JSON; the typed client has no words for files. */
export async function sendForm<T>(path: string, form: FormData): Promise<T> {
  const response = await send(path, { method: 'POST', body: form })
  return (await response.json()) as T
}
