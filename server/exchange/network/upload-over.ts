import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { EXCHANGE_PATHS } from '../../../sealed/network/wire.ts'
import type { LineAnswer, LineRequest } from './county-line.ts'
import type { PieceSize } from './piece-size.ts'
import { type PackageToSend, StepFailed } from './step.ts'

type Piece = { readonly stream: Readable; readonly size: number }

/** Reads a file in pieces for tus; a piece is opened when it is sent, so that nothing stays open when the line breaks. */
function pieces(path: string, size: number) {
  return {
    openFile: async () => ({
      size,
      slice: async (start: number, end: number) => {
        const stop = Math.min(end, size)
        const value: Piece = { stream: createReadStream(path, { start, end: stop - 1 }), size: stop - start }
        return { value, done: stop >= size }
      },
      close: () => undefined,
    }),
  }
}

/** Requests of tus over the county's line: pinned certificate, bounded answers, an end to silence. */
function stackOver(ask: (request: LineRequest) => Promise<LineAnswer>, origin: string) {
  return {
    getName: () => 'CountyLine',
    createRequest: (method: string, url: string) => {
      const headers: Record<string, string> = {}
      let onSent: (bytes: number) => void = () => undefined
      return {
        getMethod: () => method,
        getURL: () => url,
        setHeader: (name: string, value: string) => {
          headers[name] = value
        },
        getHeader: (name: string) => headers[name],
        setProgressHandler: (handler: (bytes: number) => void) => {
          onSent = handler
        },
        send: async (body: Piece | null | undefined) => {
          // Never to where an answer sends us: nobody but the county itself gets the package.
          const { pathname } = new URL(url, origin)
          const answer = await ask({
            method,
            path: pathname,
            headers,
            onSent,
            most: 64 * 1024,
            ...(body && { body }),
          })
          return {
            getStatus: () => answer.status,
            getHeader: (name: string) => {
              const value = answer.headers[name.toLowerCase()]
              return Array.isArray(value) ? value[0] : value
            },
            getBody: () => answer.body.toString('utf8'),
            getUnderlyingObject: () => answer,
          }
        },
        abort: async () => undefined,
        getUnderlyingObject: () => null,
      }
    },
  }
}

/**
 * Sends what is missing of a package, or all of it, in one go: when the line breaks it ends, and the caller asks the county how far it got
 * and calls again. Where to go on is asked of the county each time rather than kept here: that cannot go stale, and a killed program goes on
 * where it was. Gives null when the county has confirmed the last byte, else why not.
 * @example await uploadOver({ ask, origin, headers, sent, location: null, piece, confirmed }) // null
 */
export async function uploadOver(parts: {
  readonly ask: (request: LineRequest) => Promise<LineAnswer>
  readonly origin: string
  readonly headers: Record<string, string>
  readonly sent: PackageToSend
  /** Path of the upload that was begun; null to begin. */
  readonly location: string | null
  readonly piece: PieceSize
  readonly confirmed: (bytes: number) => void
}): Promise<null | StepFailed | LineAnswer> {
  const { Upload } = await import('tus-js-client')
  const { origin, sent, location, piece } = parts
  return await new Promise((resolve, reject) => {
    const upload = new Upload(
      // The reader below opens it.
      Buffer.alloc(0),
      {
        endpoint: `${origin}${EXCHANGE_PATHS.uploads}`,
        uploadUrl: location === null ? null : `${origin}${location}`,
        chunkSize: piece.now(),
        uploadSize: sent.size,
        // Tried again by the caller, who knows when to give up.
        retryDelays: null,
        storeFingerprintForResuming: false,
        fingerprint: async () => sent.sha256,
        metadata: { sequence: String(sent.sequence), sha256: sent.sha256, size: String(sent.size) },
        headers: parts.headers,
        fileReader: pieces(sent.path, sent.size),
        httpStack: stackOver(parts.ask, origin),
        onChunkComplete: (_, confirmed) => {
          piece.came()
          upload.options.chunkSize = piece.now()
          parts.confirmed(confirmed)
        },
        onSuccess: () => resolve(null),
        onError: (error) => {
          const { causingError, originalResponse } = error as {
            causingError?: unknown
            originalResponse?: { getUnderlyingObject: () => LineAnswer } | null
          }
          piece.broke()
          if (causingError instanceof StepFailed) resolve(causingError)
          else if (originalResponse) resolve(originalResponse.getUnderlyingObject())
          else reject(error)
        },
      },
    )
    upload.start()
  })
}
