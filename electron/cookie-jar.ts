/**
 * Cookies of the desk mount, kept here and never handed to a page: a script that got into a page could then
 * read no secret. Only names and values are kept, since there is one server and every path is its own.
 */
export type CookieJar = {
  readonly take: (headers: Headers) => void
  readonly header: () => string
  readonly clear: () => void
}

/** An empty jar. */
export function createCookieJar(): CookieJar {
  const cookies = new Map<string, string>()
  return {
    take: (headers) => {
      for (const line of headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split(';')
        const [name = '', ...value] = pair.split('=')
        const gone = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute))
        if (gone) cookies.delete(name.trim())
        else cookies.set(name.trim(), value.join('=').trim())
      }
    },
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    clear: () => cookies.clear(),
  }
}
