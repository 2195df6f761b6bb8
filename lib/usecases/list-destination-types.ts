import type { DestinationTypeView } from '../contracts/destination-type'
import { readDocs } from '../destinations/files'
import { destinationTypes, findDestinationType } from '../destinations/registry'
import type { Caller } from '../domain/caller'
import { AppError } from '../errors'
import { authorise } from './authorise'

type Definition = ReturnType<typeof destinationTypes>[number]

const toView = ({ type, name, summary, category, fields }: Definition): DestinationTypeView => ({
  type,
  name,
  summary,
  category,
  fields,
  docs: readDocs(type),
})

/** Every destination type, for the gallery. */
export async function listDestinationTypes(caller: Caller): Promise<DestinationTypeView[]> {
  authorise(caller, 'DestinationRead')
  return destinationTypes().map(toView)
}

/** One destination type. @throws {AppError} `not-found` */
export async function getDestinationType(caller: Caller, { type }: { type: string }): Promise<DestinationTypeView> {
  authorise(caller, 'DestinationRead')
  const definition = findDestinationType(type)
  if (!definition)
    throw new AppError(
      'not-found',
      `There is no destination type ${JSON.stringify(type)}. Choose one from the gallery.`,
    )
  return toView(definition)
}
