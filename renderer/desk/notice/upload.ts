import type { RefusalCode } from '../../../domain/refusal-code.ts'
import type { RefusalParams } from '../../../domain/refusal.ts'
import { RefusalError } from '../../shared/request.ts'

/** Told how much of the file has been handed over, 0 to 1. */
export type Progress = (share: number) => void

function refusal(request: XMLHttpRequest): RefusalError {
  let body: { code?: RefusalCode; params?: RefusalParams; requestId?: string } = {}
  try {
    body = JSON.parse(request.responseText) as typeof body
  } catch {
    // Not our server's words (a proxy, a truncated answer): the status alone has to do.
  }
  return new RefusalError(
    request.status,
    body.code ?? 'request.failed',
    body.params ?? {},
    body.requestId ?? '',
  )
}

/** Sends a file and tells how far it is: fetch cannot say that for what it sends. */
export function upload<T>(path: string, form: FormData, progress?: Progress): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) progress?.(event.loaded / event.total)
    })
    request.addEventListener('error', () => {
      reject(new RefusalError(0, 'request.offline', {}, ''))
    })
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as T)
      else reject(refusal(request))
    })
    request.send(form)
  })
}
