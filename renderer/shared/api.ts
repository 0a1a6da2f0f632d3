import { type ClientResponse, hc } from 'hono/client'
import type { ApiType } from '../../server/app.ts'
import type { RefusalBody } from '../../platform/refusal-body.ts'
import { send } from './request.ts'

/** The board's API, typed by the server's own routes: a renamed field or path is an error here. */
export const api = hc<ApiType>('/api', { fetch: send })

type Accepted<Answer> = Answer extends ClientResponse<infer Body> ? Exclude<Body, RefusalBody> : never

/** The JSON of an accepted answer; a refusal has been thrown by then. */
export async function taken<Answer extends ClientResponse<unknown>>(
  answer: Promise<Answer>,
): Promise<Accepted<Answer>> {
  return (await (await answer).json()) as Accepted<Answer>
}
