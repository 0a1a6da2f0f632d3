/** Key of everything that shows catalogues. */
export const CATALOGUES_KEY = ['catalogues'] as const

/** Key of one catalogue, in all its versions. */
export const catalogueKey = (id: string) => [...CATALOGUES_KEY, id] as const

/** Key of one version of a catalogue; null stands for the one that counts. */
export const versionKey = (id: string, versionId: string | null) => [...catalogueKey(id), versionId] as const

/** Key of a file that is being looked at. */
export const importKey = (id: string) => ['catalogue-import', id] as const

/** Key of the units under the office. */
export const UNITS_KEY = ['units'] as const
