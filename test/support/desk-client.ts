/** How a client reaches the app: an in-process call or a real socket. */
export type Send = (request: Request) => Promise<Response>

/** What came back, read once. */
export type Answer<T> = { readonly status: number; readonly body: T; readonly headers: Headers }

/** A browser at the desk as far as the server can tell: cookies, origin, JSON. */
export class DeskClient {
  readonly #send: Send
  readonly #origin: string
  readonly #cookies = new Map<string, string>()

  constructor(send: Send, origin: string) {
    this.#send = send
    this.#origin = origin
  }

  async raw(
    method: string,
    path: string,
    init: { body?: BodyInit; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const headers = new Headers(init.headers)
    if (!headers.has('origin')) headers.set('origin', this.#origin)
    if (!headers.has('host')) headers.set('host', new URL(this.#origin).host)
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (cookie !== '' && !headers.has('cookie')) headers.set('cookie', cookie)
    const response = await this.#send(
      new Request(new URL(path, this.#origin), {
        method,
        headers,
        redirect: 'manual',
        ...(init.body !== undefined && { body: init.body }),
      }),
    )
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const value = pair.slice(at + 1)
      if (value === '') this.#cookies.delete(pair.slice(0, at))
      else this.#cookies.set(pair.slice(0, at), value)
    }
    return response
  }

  async json<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const response = await this.raw(method, path, {
      ...(method !== 'GET' && {
        body: JSON.stringify(body ?? {}),
        headers: { 'content-type': 'application/json' },
      }),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: (text === '' ? undefined : JSON.parse(text)) as T,
      headers: response.headers,
    }
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.json<T>('GET', path)
  }

  post<T>(path: string, body?: unknown): Promise<Answer<T>> {
    return this.json<T>('POST', path, body)
  }

  async upload<T>(
    path: string,
    name: string,
    bytes: Uint8Array,
    fields: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const form = new FormData()
    for (const [key, value] of Object.entries(fields)) form.set(key, value)
    form.set('file', new File([new Uint8Array(bytes)], name))
    const response = await this.raw('POST', path, { body: form })
    return { status: response.status, body: (await response.json()) as T, headers: response.headers }
  }

  /** Puts a cookie in, as a browser that already has it. */
  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)
  }
}
