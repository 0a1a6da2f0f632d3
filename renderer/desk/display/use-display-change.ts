import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DisplayDetail } from '../../../server/display/public-display/views.ts'
import { DISPLAYS_KEY } from './display-keys.ts'

/** Does something to a display; the answer is the display as it is then. */
export function useDisplayChange<Input>(
  change: (input: Input) => Promise<DisplayDetail>,
  done: () => void = () => undefined,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async (detail) => {
      queries.setQueryData([...DISPLAYS_KEY, detail.id], detail)
      await queries.invalidateQueries({ queryKey: DISPLAYS_KEY })
      done()
    },
  })
}
