import type { Context, Hono } from 'hono'
import { describeRoute, generateSpecs, resolver } from 'hono-openapi'
import type { z } from 'zod'
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

/** What a route says of itself beyond its path and its validated input. */
type RouteNote = {
  /** Status of success where it is not 200. */
  readonly status?: 201 | 202 | 204
  /** Shape of the JSON answer. */
  readonly answer?: z.ZodType
  /** Media type of an answer that is a file. */
  readonly file?: string
  /** The route takes a multipart form with one file, and these text fields: values that mean something. */
  readonly form?: Readonly<Record<string, readonly string[]>>
}

function contentOf({ answer, file }: RouteNote) {
  if (answer) return { 'application/json': { schema: resolver(answer) } }
  return file === undefined
    ? undefined
    : { [file]: { schema: { type: 'string', format: 'binary' } as const } }
}

/**
 * Notes at a route what no validator shows: a form with a file, a status that is not 200, the shape of the answer.
 * @example routes.post('/catalogues', documented({ form: {}, status: 201 }), async (c) => …)
 */
export function documented(note: RouteNote) {
  const content = contentOf(note)
  const fields = Object.entries(note.form ?? {}).map(([name, values]) => [
    name,
    { type: 'string', enum: values },
  ])
  return describeRoute({
    responses: { [note.status ?? 200]: { description: 'Done.', ...(content && { content }) } },
    ...(note.form && {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              required: ['file'],
              properties: { file: { type: 'string', format: 'binary' }, ...Object.fromEntries(fields) },
            },
          },
        },
      },
    }),
  })
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
    // Sends a browser to its screen; nothing for a program.
    exclude: ['/'],
    defaultValidationErrorResponse: false,
  })
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item ?? {})) {
      if (typeof operation !== 'object' || !('responses' in operation)) continue
      const noted = Object.entries(operation.responses ?? {}).filter(([, answer]) => 'description' in answer)
      operation.responses = {
        ...(noted.length > 0 ? Object.fromEntries(noted) : { 200: { description: 'Done.' } }),
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
