/** Key of everything that shows public displays. */
export const DISPLAYS_KEY = ['displays'] as const
/** Key of what of them is to be done today. */
export const DISPLAYS_TODAY_KEY = ['displays', 'today'] as const
