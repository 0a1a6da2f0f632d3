/** Key of everything that shows undisclosed matters. */
export const UNDISCLOSED_KEY = ['undisclosed'] as const
/** Key of everything that shows official lists. */
export const LISTS_KEY = ['lists'] as const
/** Key of units and people to choose from. */
export const CHOICES_KEY = ['register-choices'] as const
/** Key of the numbers beside the navigation. */
export const REGISTER_COUNTS_KEY = ['register-counts'] as const
