import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { CalendarChangeView } from '../../../server/duty/views.ts'
import { CALENDAR_KEY } from '../api/calendar-api.ts'

/** Changes the calendar, asks for it again, and says so. */
export function useCalendarChange<Input>(
  change: (input: Input) => Promise<CalendarChangeView>,
  said: string,
  done?: () => void,
) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: CALENDAR_KEY })
      void message.success(said)
      done?.()
    },
  })
}
