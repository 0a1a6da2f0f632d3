/** Query keys of the kiosk at the desk. */
export const KIOSK_SETTINGS_KEY = ['kiosk-settings'] as const
/** What was done at the glass. */
export const MAINTENANCE_LOG_KEY = ['kiosk-maintenance-log'] as const
/** What the program sees of its computer. */
export const SYSTEM_FACTS_KEY = ['kiosk-system-facts'] as const
