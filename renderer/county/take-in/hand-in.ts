import type { TakeInAnswer } from '../../../county/web/take-in/views.ts'
import type { RefusalBody } from '../../../platform/refusal-body.ts'
import { RefusalError } from '../../shared/request.ts'
import { address } from '../county-api.ts'

function answerOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Hands one file in as it is; `kind` when the person said what it is. Not by `fetch`, which does not say how far it has come: a package may have gigabytes.
 */
export function handIn(file: File, progress: (part: number) => void, kind?: 'CARD'): Promise<TakeInAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address('take-in', { name: file.name.slice(0, 200), kind }))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 1 : loaded / total)
    request.onerror = () => reject(new RefusalError(0, 'request.offline', {}, ''))
    request.onload = () => {
      const body = answerOf(request.responseText)
      if (request.status === 200 && body !== null) {
        resolve(body as TakeInAnswer)
        return
      }
      const refusal = body as RefusalBody | null
      reject(
        new RefusalError(
          request.status,
          refusal?.code ?? 'request.failed',
          refusal?.params ?? {},
          refusal?.requestId ?? '',
        ),
      )
    }
    request.send(file)
  })
}
