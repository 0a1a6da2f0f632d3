/** Everything that shows duties; who changes one invalidates all of it. */
export const DUTIES_KEY = ['duties'] as const
/** The today page; the navigation shows its numbers. */
export const TODAY_KEY = [...DUTIES_KEY, 'today'] as const
/** One duty. */
export const dutyKey = (id: string) => [...DUTIES_KEY, 'one', id] as const
