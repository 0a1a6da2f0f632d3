import { useMutation, useQueryClient } from '@tanstack/react-query'
import { navigate } from '../../../shared/desk/route.ts'
import { getDownwardDifference } from '../../api/exchange-downward-api.ts'
import { importKey } from '../../catalogue/catalogue-keys.ts'

/** Opens a catalogue of the county in the screen where every catalogue is looked at before it is taken. */
export function useOpenCatalogue(itemId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => getDownwardDifference(itemId),
    onSuccess: (difference) => {
      if (difference.kind !== 'CATALOGUE') return
      const { preview } = difference
      queries.setQueryData(importKey(preview.id), preview)
      navigate(`/catalogue/import/${encodeURIComponent(preview.id)}?county=${encodeURIComponent(itemId)}`)
    },
  })
}
