import { send } from '../shared/request.ts'

/** What a page asks with; what is undefined or empty is left out. */
export type Asked = Readonly<Record<string, string | number | undefined>>

/** The address of a question to the county's program. */
export function address(path: string, asked: Asked = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return `/api/${path}${text === '' ? '' : `?${text}`}`
}

/** Asks and gives the answer; a refusal is thrown. */
export async function ask<Answer>(path: string, asked: Asked = {}, signal?: AbortSignal): Promise<Answer> {
  const response = await send(address(path, asked), signal === undefined ? {} : { signal })
  return (await response.json()) as Answer
}

/** Writes and gives the answer; a refusal is thrown. */
export async function tell<Answer>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<Answer> {
  const response = await send(address(path), {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  })
  return (response.status === 204 ? undefined : await response.json()) as Answer
}
