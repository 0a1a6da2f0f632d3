/** Key of everything that shows catalogues. */
export const CATALOGUES_KEY = ['catalogues'] as const

/** Key of one catalogue. */
export const catalogueKey = (id: string) => [...CATALOGUES_KEY, id] as const
