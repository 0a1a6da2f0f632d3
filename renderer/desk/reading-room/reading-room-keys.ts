/** Query keys of the reading room; its log by days. */
export const READING_ROOM_KEY = ['reading-room'] as const

/** Key of the log of some days. */
export function visitKey(days: { readonly from: string; readonly to: string }) {
  return [...READING_ROOM_KEY, 'visits', days.from, days.to] as const
}

/** Sheets that wait for somebody's word. */
export const WAITING_SHEETS_KEY = [...READING_ROOM_KEY, 'waiting'] as const
