import type { Context, Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import { REFUSAL_CODES } from '../domain/refusal-code.ts'
import type { BoardEnv } from './trust.ts'

type Document = Awaited<ReturnType<typeof generateSpecs>>

const REFUSAL = {
  description: 'Refused: why, as a code, with the values for its sentence; nothing was changed.',
  content: {
    'application/json': {
      schema: {
        type: 'object' as const,
        required: ['code', 'params', 'requestId'],
        properties: {
          code: { type: 'string' as const, enum: [...REFUSAL_CODES] },
          params: { type: 'object' as const },
          requestId: { type: 'string' as const },
        },
      },
    },
  },
}

async function describe(app: Hono<BoardEnv>, version: string): Promise<Document> {
  const document = await generateSpecs(app, {
    documentation: {
      info: { title: 'Disclosure Board', version },
      components: { responses: { Refusal: REFUSAL } },
    },
    // Most reads take no input, and only validators leave a mark: without this they would be missing.
    includeEmptyPaths: true,
    excludeStaticFile: false,
    defaultValidationErrorResponse: false,
  })
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item ?? {})) {
      if (typeof operation !== 'object' || !('responses' in operation)) continue
      operation.responses = {
        200: { description: 'Done.' },
        default: { $ref: '#/components/responses/Refusal' },
      }
    }
  }
  return document
}

/**
 * Answers `/api/openapi.json`: every route of the app. On the public mount the desk does not exist, there neither.
 * @example app.get('/api/openapi.json', openApiDocument(app, '0.1.0'))
 */
export function openApiDocument(app: Hono<BoardEnv>, version: string) {
  let known: Promise<Document> | undefined
  return async (c: Context<BoardEnv>): Promise<Response> => {
    const document = await (known ??= describe(app, version))
    if (c.env.mount.kind === 'desk') return c.json(document)
    const open = Object.entries(document.paths).filter(
      ([path]) => !path.startsWith('/api/desk/') && path !== '/open',
    )
    return c.json({ ...document, paths: Object.fromEntries(open) })
  }
}
