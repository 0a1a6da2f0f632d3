import { QueryClient } from '@tanstack/react-query'

// How often a page on the glass asks again, in milliseconds: soon enough that a withdrawn notice does not
// stay, and sooner still while the office's computer does not answer.
const WHILE_WELL = 30_000
const WHILE_FAILING = 5_000

/** The kiosk's store of answers, in memory only; the last good answer stays on the glass while the server is away. */
export function createKioskQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A board on its own network counts as offline for the browser, which would then not even ask.
        networkMode: 'always',
        retry: false,
        staleTime: 10_000,
        gcTime: 10 * 60_000,
        refetchInterval: (query) => (query.state.status === 'error' ? WHILE_FAILING : WHILE_WELL),
      },
    },
  })
}
