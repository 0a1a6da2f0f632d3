/** Keys under which the notice screens keep answers. */
export const noticeKey = (id: string) => ['notice', id] as const
export const gateKey = (id: string) => ['notice', id, 'gate'] as const
export const NOTICES_KEY = ['notices'] as const
