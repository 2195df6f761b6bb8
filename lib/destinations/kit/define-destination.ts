import type { DestinationDefinition, SettingsSchema } from './types'

/** Gives back its argument: it is here so that the settings' type is inferred from the schema. */
export function defineDestination<Schema extends SettingsSchema>(
  definition: DestinationDefinition<Schema>,
): DestinationDefinition<Schema> {
  return definition
}
