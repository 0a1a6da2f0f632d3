import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { UNITS_KEY } from '../api/unit-api.ts'

/** Saves and asks for the units again; a sentence says that it was done. */
export function useUnitChange<Input>(
  save: (input: Input) => Promise<UnitView>,
  said: (unit: UnitView) => string,
) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: save,
    onSuccess: async (unit) => {
      await queries.invalidateQueries({ queryKey: UNITS_KEY })
      void message.success(said(unit))
    },
  })
}
