import type { IncomingMessage, ServerResponse } from 'node:http'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { AskSpace } from '../../platform/free-space.ts'
import { EXCHANGE_PATHS, uploadMetadataSchema } from '../../sealed/network/wire.ts'
import type { Arrivals } from './arrivals.ts'
import type { KnownOffice } from './listener-parts.ts'
import { isUploadOf, type UploadFolder, uploadId } from './upload-folder.ts'

/** Limits of uploads, in bytes. */
export type UploadLimits = {
  readonly largestPackage: number
  readonly officeQuota: number
  readonly keepFree: number
  readonly askSpace: AskSpace
}

/** Uploads that one office may have on their way; a program sends one at a time. */
const PER_OFFICE = 16
/** How long a line that went dead may hold an upload when another line asks for it. */
const DRAIN_MS = 500
// Reading uploads back and ending them are part of tus, and nothing an office needs.
const METHODS = new Set(['POST', 'HEAD', 'PATCH', 'OPTIONS'])

/** An upload that is refused in the words of the board, with the status tus has for it. */
class UploadRefused extends Error {
  readonly status_code: number
  readonly body: string
  constructor(status: number, { code, params }: Refusal) {
    super(code)
    this.status_code = status
    this.body = JSON.stringify({ code, params })
  }
}

/**
 * The tus endpoint: an office's package comes in pieces, over as many lines as it takes. What is too large, more than the office's share, or
 * more than the disk can hold is refused before its first byte.
 * @example uploads.handle(request, response, office)
 */
export function openUploads(
  directory: string,
  folder: UploadFolder,
  arrivals: Arrivals,
  limits: UploadLimits,
): {
  readonly handle: (request: IncomingMessage, response: ServerResponse, office: KnownOffice) => Promise<void>
} {
  const offices = new WeakMap<object, KnownOffice>()
  const requestOf = (request: Request): IncomingMessage => {
    const { runtime } = request as { runtime?: { node?: { req?: IncomingMessage } } }
    if (!runtime?.node?.req) throw new Error('an upload without its request')
    return runtime.node.req
  }
  const officeOf = (request: Request): KnownOffice => {
    const office = offices.get(requestOf(request))
    if (!office) throw new Error('an upload without its office')
    return office
  }
  // Admitted, and perhaps not on the disk yet, by the request that begins them.
  const begun = new Map<object, { readonly id: string; readonly size: number; readonly offset: 0 }>()
  let tail: Promise<unknown> = Promise.resolve()
  /** Counts and admits one after another: requests of the same moment would each find room that is there only once. */
  const inTurn = (admit: () => Promise<void>): Promise<void> => {
    const turn = tail.then(admit)
    tail = turn.catch(() => undefined)
    return turn
  }
  const mayBegin = async (office: KnownOffice, id: string, size: number): Promise<void> => {
    const stored = await folder.list()
    const onDisk = new Set(stored.map((one) => one.id))
    const all = [...stored, ...[...begun.values()].filter((one) => !onDisk.has(one.id))]
    // Another line has begun it: what one of them writes the other would cut off.
    if (all.some((one) => one.id === id)) throw new UploadRefused(409, refuse('network.busy'))
    const own = all.filter((one) => isUploadOf(office.id, one.id))
    const quota = own.reduce((sum, one) => sum + one.size, 0)
    if (own.length >= PER_OFFICE || quota + size > limits.officeQuota) {
      throw new UploadRefused(429, refuse('county.staging-full'))
    }
    // Room that was promised to uploads on their way counts as taken.
    const promised = all.reduce((sum, one) => sum + one.size - one.offset, 0)
    const free = (await limits.askSpace(directory))?.free ?? Number.POSITIVE_INFINITY
    if (free - promised - size < limits.keepFree) {
      throw new UploadRefused(507, refuse('county.staging-full'))
    }
  }
  const tus = new Server({
    path: EXCHANGE_PATHS.uploads,
    datastore: new FileStore({ directory }),
    relativeLocation: true,
    respectForwardedHeaders: false,
    allowedOrigins: [],
    lockDrainTimeout: DRAIN_MS,
    disableTerminationForFinishedUploads: true,
    namingFunction: (request, metadata) => {
      const read = uploadMetadataSchema.safeParse(metadata)
      if (!read.success) throw new UploadRefused(400, refuse('request.invalid', { field: 'metadata' }))
      return uploadId(officeOf(request).id, read.data.sha256)
    },
    onIncomingRequest: async (request, id) => {
      // Another office's upload is as if it were not there.
      if (!isUploadOf(officeOf(request).id, id)) throw new UploadRefused(404, refuse('request.not-found'))
    },
    onUploadCreate: async (request, upload) => {
      const office = officeOf(request)
      const said = uploadMetadataSchema.parse(upload.metadata)
      if (upload.size !== said.size)
        throw new UploadRefused(400, refuse('request.invalid', { field: 'size' }))
      if (said.size > limits.largestPackage) {
        throw new UploadRefused(
          413,
          refuse('package.too-large', { part: 'bytes', limit: limits.largestPackage }),
        )
      }
      const { state } = await arrivals.stateOf(office, said.sha256)
      // Begun already, or here already: the office is told which when it asks for the file's state.
      if (state !== 'ABSENT' && state !== 'REFUSED') throw new UploadRefused(409, refuse('network.busy'))
      await inTurn(async () => {
        await mayBegin(office, upload.id, said.size)
        begun.set(requestOf(request), { id: upload.id, size: said.size, offset: 0 })
      })
      // Refused once, and sent once more: perhaps what stood in the way is mended.
      await folder.dropResult(upload.id)
      return { metadata: { ...upload.metadata, uscc: office.uscc } }
    },
    onUploadFinish: async (_, upload) => {
      arrivals.whole(upload.id)
      return {}
    },
  })
  return {
    handle: async (request, response, office) => {
      if (!METHODS.has(request.method ?? '')) {
        response.writeHead(405).end()
        return
      }
      offices.set(request, office)
      try {
        await tus.handle(request, response)
      } finally {
        begun.delete(request)
      }
    },
  }
}
