import type { Resource, ResourceKey } from 'i18next'
import { bundledTexts } from '../shared/bundled-texts.ts'

/** The text namespaces the desk shows. */
export const DESK_NAMESPACES = [
  'desk',
  'terms',
  'errors',
  'notice',
  'duty',
  'catalogue',
  'calendar',
  'register',
  'edition',
  'display',
  'board',
  'rule',
  'wording',
  'matter',
  'language',
  'emergency',
  'search',
  'difference',
  'review',
  'table',
  'template',
  'print',
  'maintenance',
  'hall',
  'replica',
  'screen-status',
  'screen',
  'exchange',
] as const

const files = import.meta.glob<ResourceKey>(
  '../../locales/{zh-Hans,en}/{desk,terms,errors,notice,duty,catalogue,calendar,register,edition,rule,wording,matter,language,emergency,search,difference,review,table,template,display,print,board,maintenance,hall,replica,screen,screen-status,exchange}.json',
  {
    eager: true,
    import: 'default',
  },
)

/** Every text of the desk in both its languages, part of the bundle. */
export function deskResources(): Resource {
  return bundledTexts(files)
}
